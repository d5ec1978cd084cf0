import Identity
import Kernel
import Platform
import Storage

/// A new work order, from a hotline or from a worker on the street. Who: callers with `push_orders`; it lies in their
/// areas, whatever its text says.
///
/// The same again (source and external id) answers the first one and writes nothing, however many come at once.
package enum PushWorkOrder {
  package struct Answer: Sendable, Codable {
    package let order: PushedOrder
    package let isNew: Bool

    package init(order: PushedOrder, isNew: Bool) { (self.order, self.isNew) = (order, isNew) }
  }

  /// - Throws: `bad_field` with the place; `not_found` for a house or shop that does not exist for the caller;
  ///   `external_id_taken` where the first one does not exist for the caller.
  package static func run(_ draft: WorkOrderDraft, caller: Caller, app: AppContext) async throws -> Answer {
    switch try await prepare(draft, caller: caller, app: app) {
    case .known(let order): return Answer(order: order, isNew: false)
    case .new(let new):
      let sight = try app.index.orderAccess(of: caller)
      return try await app.store.write { try write(new, caller, sight, $0) }
    }
  }

  package enum Prepared: Sendable {
    case known(PushedOrder)
    case new(NewWorkOrder)
  }

  /// Everything but the writing.
  package static func prepare(_ plain: WorkOrderDraft, caller: Caller, app: AppContext) async throws -> Prepared {
    try caller.must(.pushOrders)
    let now = app.clock.now()
    let draft = try WorkOrderRules.checked(plain, caller: caller, now: now)
    let sight = try app.index.orderAccess(of: caller)
    if let house = draft.house { try await requireVisible(.houses, house, "/house_id", caller, app) }
    if let shop = draft.shop { try await requireVisible(.shops, shop, "/shop_id", caller, app) }
    let placing = try WorkOrderLocator(caller, app)
    let dispatchService = app.dispatchService
    return try await app.store.read { reader -> Prepared in
      try dispatchService.catchUp(reader, today: now.day)
      if let first = try first(draft, caller, sight, reader) { return .known(first) }
      let location = try placing.place(draft, reader)
      let proposed = dispatchService.propose(
        title: Masking.numbers(in: draft.title), text: Masking.numbers(in: draft.text), category: draft.category)
      // What nobody could be given (居委会 of a place that is not known) waits for a person.
      let isForPlace = proposed.chosen.map { AssignedUnit.isCommitteeOfPlace($0.unit) } ?? false
      let committee = isForPlace ? location.committee.map { UInt32(truncatingIfNeeded: $0) } : nil
      let dispatch = isForPlace && committee == nil ? WorkOrderDispatch(.queue, proposed.candidates) : proposed
      let (reported, duty) = (draft.reportedAt ?? now, dispatch.chosen.flatMap { dispatchService.duty($0.duty) })
      let rules = try WorkOrderClockRules.rules
      let deadline = rules.deadline(
        WorkOrderClockRules.facts(draft.kind, isUrgent: draft.isUrgent, duty), reported: reported)
      return .new(
        NewWorkOrder(
          draft: draft, location: location, dispatch: dispatch, reportedAt: reported, deadline: deadline,
          warnAt: WorkOrderClockRules.warnAt(deadline, from: deadline.countedFrom, rules),
          isProvisional: rules.isProvisional(deadline), unitArea: committee))
    }
  }

  package static func write(
    _ new: NewWorkOrder, _ caller: Caller, _ sight: WorkOrderAccessPolicy, _ writer: Writer
  ) throws -> Answer {
    // Somebody else may have been here between the look and the write.
    if let first = try first(new.draft, caller, sight, writer.read) { return Answer(order: first, isNew: false) }
    let id = try writer.insertWorkOrder(new, by: caller)
    try writer.audit(caller, AuditEntry("work_orders.create", subject: .workOrders, id: id))
    guard let order = try writer.read.pushedOrder(id) else { throw Problem.noSuchRow }
    return Answer(order: order, isNew: true)
  }

  /// The order that is there already under the draft's source and external id. Whoever pushed it may be told of it
  /// again, wherever it lies by now.
  private static func first(
    _ draft: WorkOrderDraft, _ caller: Caller, _ sight: WorkOrderAccessPolicy, _ reader: Reader
  ) throws -> PushedOrder? {
    guard let external = draft.externalID,
      let id = try reader.workOrderID(source: draft.source, externalID: external),
      let order = try reader.pushedOrder(id), let place = try reader.workOrderSight(id)
    else { return nil }
    guard sight.sees(place) || (caller.id != nil && caller.id == order.pushedBy) else {
      let detail = "这个来源的编号已被占用。"
      throw Problem(.conflict, "external_id_taken", detail, notes: [.init(.pointer("/external_id"), detail)])
    }
    return order
  }

  /// As a field of the body: what is not there and what is not the caller's read alike.
  static func requireVisible(
    _ kind: SubjectKind, _ id: Int64, _ pointer: String, _ caller: Caller, _ app: AppContext
  ) async throws {
    guard try await app.sees(kind, id, caller) else {
      throw Problem(.notFound, "not_found", "没有这条记录。", notes: [.init(.pointer(pointer), "没有这条记录。")])
    }
  }
}
