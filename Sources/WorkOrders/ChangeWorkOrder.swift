import Kernel
import Platform
import Storage

/// What a person knows better of an order: where it is, what it is about. Who: the dispatching side (the street, and the
/// secretary of the place), and for where it is also whoever has it (`WorkOrderFlow.mayChange`).
package enum ChangeWorkOrder {
  package struct Patch: Sendable {
    package var house: FieldChange<Int64> = .keep
    package var shop: FieldChange<Int64> = .keep
    package var category: FieldChange<String> = .keep
    /// The duty's code. Whose the order is stays: that is for `reassign`.
    package var duty: FieldChange<String> = .keep
    package init() {}

    package var fields: [WorkOrderFlow.Field] {
      [
        (WorkOrderFlow.Field.house, house != .keep), (.shop, shop != .keep), (.category, category != .keep),
        (.duty, duty != .keep),
      ]
      .filter(\.1).map(\.0)
    }
  }

  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found` also for a house or shop, `version_conflict`, `unknown_duty`, `not_your_action`,
  ///   `impossible_action` for an order that has ended or is part of another.
  package static func run(
    _ id: Int64, _ patch: Patch, version: Int64?, caller: Caller, app: AppContext
  ) async throws {
    try caller.must(.handleOrders)
    try await app.requireVisible(.workOrders, id, caller)
    if case .set(let house?) = patch.house {
      try await PushWorkOrder.requireVisible(.houses, house, "/house_id", caller, app)
    }
    if case .set(let shop?) = patch.shop {
      try await PushWorkOrder.requireVisible(.shops, shop, "/shop_id", caller, app)
    }
    let (sight, dispatchService, rules) = (
      try app.index.orderAccess(of: caller), app.dispatchService, try WorkOrderClockRules.rules
    )
    try await app.store.write { writer in
      try dispatchService.knowDuties(writer.read, today: writer.now.day)
      guard let order = try writer.read.workOrder(id), sight.sees(order.place) else {
        throw Problem.noSuchRow
      }
      let parties = sight.parties(order.place)
      try WorkOrderFlow.mayChange(
        patch.fields, order.standing, for: parties, withheld: sight.withheld(order.place))
      var change = WorkOrderPatch()
      change.category = patch.category
      change.location = try location(patch, order, writer.read)
      try requireSameJudge(writer.read.workOrderLocation(id)?.committee, change.location, parties)
      // 居委会 is the committee of the place, wherever that is now; whoever has it does not send it on by that.
      if !parties.isDisjoint(with: WorkOrderParty.dispatching), let unit = order.unit,
        AssignedUnit.isCommitteeOfPlace(unit), let committee = change.location?.committee
      {
        change.unitArea = .set(committee)
      }
      if case .set(let code) = patch.duty { try setDuty(code, order, dispatchService, rules, writer.now, &change) }
      let changes = try writer.updateWorkOrder(id, change, version: version)
      guard !changes.isEmpty else { return }
      if case .set(let code?) = change.duty, let duty = dispatchService.duty(code) {
        try writer.insertDispatchLesson(.decided, order: id, duty: code, unit: duty.unit, wrong: nil)
      }
      let state = order.standing.state
      try writer.insertEvent(
        order: id, by: caller.name, "changed", from: state, to: state,
        detail: ["fields": .array(changes.map { .string($0.field) })])
      try writer.audit(
        caller, AuditEntry("work_orders.update", subject: .workOrders, id: id, changes: changes))
    }
  }

  /// The secretary of the place judges how an order was handled: whoever has it does not choose another.
  ///
  /// - Throws: `not_your_action`.
  private static func requireSameJudge(
    _ committee: Int64?, _ location: WorkOrderLocation?, _ parties: Set<WorkOrderParty>
  ) throws(Problem) {
    guard let location, let committee, location.committee != committee,
      parties.isDisjoint(with: WorkOrderParty.dispatching)
    else { return }
    let detail = "承办方可以更正同一居委会内的地址；改到别的居委会，请由派单方（街道或居委会书记）来改。"
    throw Problem(.forbidden, "not_your_action", detail, notes: [.init(.pointer("/house_id"), detail)])
  }

  private static func location(
    _ patch: Patch, _ order: WorkOrderRow, _ reader: Reader
  ) throws -> WorkOrderLocation? {
    guard patch.house != .keep || patch.shop != .keep, var location = try reader.workOrderLocation(order.id) else {
      return nil
    }
    if case .set(let shop) = patch.shop { location.shop = shop }
    switch patch.house {
    case .keep: break
    case .set(nil): location.house = nil
    case .set(let id?):
      guard let house = try reader.housePlaces([id]).first else { break }
      (location.house, location.building, location.candidates) = (house.id, house.building, [])
      (location.committee, location.grid) = (house.committee, house.grid)
      location.area = house.grid ?? house.committee
    }
    return location
  }

  private static func setDuty(
    _ code: String?, _ order: WorkOrderRow, _ dispatchService: DispatchService, _ rules: DeadlineRules, _ now: Instant,
    _ change: inout WorkOrderPatch
  ) throws {
    guard code != order.duty else { return }
    change.duty = .set(code)
    change.decidedAt = .set(now)
    // Another duty of the same unit: it had gone to the right place.
    if let auto = order.autoUnit, code.flatMap(dispatchService.duty)?.unit != auto { change.isCorrected = .set(true) }
    guard let code else { return }
    guard let duty = dispatchService.duty(code) else {
      let detail = "权责清单里没有「\(code)」这一条。"
      throw Problem(.invalid, "unknown_duty", detail, notes: [.init(.pointer("/duty"), detail)])
    }
    let act = WorkOrderTransition(
      order: order, deed: WorkOrderActionRequest(.note), dispatchService: dispatchService, rules: rules, now: now)
    try act.setClock(for: duty, &change)
  }
}
