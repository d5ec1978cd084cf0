import Kernel
import Platform
import Storage

/// One action on an order (`WorkOrderFlow`). Who: callers with `handle_orders` for whom the order exists; which action is
/// whose says the table, and nobody acts as two sides of one order (`WorkOrderAccessPolicy.parties`).
package enum ActOnWorkOrder {
  /// - Parameter version: what the caller last saw; nil acts on whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`, `unknown_duty`, `unknown_unit`, `unknown_worker`,
  ///   `impossible_action` and `not_your_action` with what is possible, `bad_merge`.
  package static func run(
    _ id: Int64, _ deed: WorkOrderActionRequest, version: Int64? = nil, caller: Caller, app: AppContext
  ) async throws {
    try caller.must(.handleOrders)
    try await app.requireVisible(.workOrders, id, caller)
    try deed.check()
    if let into = deed.into { try await PushWorkOrder.requireVisible(.workOrders, into, "/into", caller, app) }
    let (sight, dispatchService, tree) = (
      try app.index.orderAccess(of: caller), app.dispatchService, try app.index.areas
    )
    let clock = try WorkOrderClockRules.rules
    try await app.store.write { writer in
      try dispatchService.knowDuties(writer.read, today: writer.now.day)
      guard let order = try writer.read.workOrder(id), sight.sees(order.place) else {
        throw Problem.noSuchRow
      }
      let parties = sight.parties(order.place)
      var next = try WorkOrderFlow.next(
        deed.action, order.standing, for: parties, withheld: sight.withheld(order.place), ruling: deed.ruling)
      let book = try UnitResolver(writer.read, tree, for: caller, near: order.place.area)
      let helpers = try OrderHelpers(deed, order, book, writer.read, tree)
      var act = WorkOrderTransition(
        order: order, deed: deed, dispatchService: dispatchService, rules: clock, now: writer.now)
      act.isGranting = WorkOrderFlow.grantsTime(order.standing, parties)
      act.unit = try unit(deed, order, dispatchService, book)
      var patch = try act.patch()
      let merging = WorkOrderMerger(rules: clock, caller: caller, writer: writer)
      if deed.action == .unmerge { next = try merging.part(order, &patch) }
      patch.state = .set(next)
      if deed.action == .accept {
        patch.worker = .set(caller.name)
        if order.responsibleUnit == nil { patch.responsible = .set(caller.name) }
      }
      if let into = deed.into { try merging.merge(order, into: into) }
      try endStint(deed.action, order, patch, writer)
      let changes = try writer.updateWorkOrder(id, patch, version: version)
      if !parties.isDisjoint(with: WorkOrderParty.dispatching) {
        try DispatchFeedback.teach(deed, order, patch, act.unit, writer)
      }
      try helpers.write(order: id, by: caller, writer)
      try writer.insertEvent(
        order: id, by: caller.name, deed.action.rawValue, from: order.standing.state, to: next, note: deed.words,
        detail: act.detail(patch))
      if changes.isEmpty { try writer.renewWorkOrder(id) }
      try writer.audit(
        caller, AuditEntry("work_orders.\(deed.action.rawValue)", subject: .workOrders, id: id, changes: changes))
      if deed.action == .unmerge, let into = order.mergedInto { try merging.release(order.number, id, from: into) }
    }
  }

  /// The unit that is named, or that the named duty has.
  private static func unit(
    _ deed: WorkOrderActionRequest, _ order: WorkOrderRow, _ dispatchService: DispatchService, _ book: UnitResolver
  ) throws -> AssignedUnit? {
    guard deed.action == .dispatch || deed.action == .reassign else { return nil }
    if let name = deed.unit { return try book.unit(name, for: order.place.area, "unit") }
    guard let duty = deed.duty.flatMap(dispatchService.duty) else { return nil }
    return try book.unit(duty.unit, for: order.place.area, "duty")
  }

  /// How the time of whoever had the order went, where it is over: another unit gets it, or a second round begins.
  private static func endStint(
    _ action: WorkOrderAction, _ order: WorkOrderRow, _ patch: WorkOrderPatch, _ writer: Writer
  ) throws {
    guard let stint = order.stint(endingAt: writer.now) else { return }
    switch action {
    case .reassign:
      if case .set(let unit) = patch.unit, unit != order.unit {
        try writer.insertStint(order: order.id, stint, .reassign)
      }
    case .reopen where order.standing.state != .rejected:
      try writer.insertStint(order: order.id, stint, .reopen)
    default: return
    }
  }
}

/// Those who are asked to help: units of the list, committees, and people who can see the order.
struct OrderHelpers {
  private let units: [AssignedUnit]
  private let workers: [String]

  /// - Throws: `unknown_unit`, `unknown_worker`.
  init(
    _ deed: WorkOrderActionRequest, _ order: WorkOrderRow, _ book: UnitResolver, _ reader: Reader, _ tree: AreaTree
  ) throws {
    guard deed.action == .assist else {
      (units, workers) = ([], [])
      return
    }
    let units = try deed.units.map { try book.unit($0, for: order.place.area, "units") }
    if let name = units.first(where: { $0.name == order.unit && $0.area == order.place.unitArea })?.name {
      let detail = "「\(name)」已经是主办单位。"
      throw Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/units"), detail)])
    }
    self.units = units
    let given = Set(units.compactMap(\.area))
    let place = WorkOrderPlace(
      area: order.place.area, unit: order.unit, assisting: order.place.assisting.union(units.map(\.name)),
      unitArea: order.place.unitArea, assistingAreas: order.place.assistingAreas.union(given))
    workers = try deed.workers.map { try Self.worker($0, place, reader, tree) }
  }

  func write(order: Int64, by caller: Caller, _ writer: Writer) throws {
    for unit in units { try writer.insertAssist(order: order, unit: unit, worker: nil, by: caller) }
    for worker in workers { try writer.insertAssist(order: order, unit: nil, worker: worker, by: caller) }
  }

  /// Somebody who is not there and somebody who would not see the order read alike.
  private static func worker(
    _ text: String, _ place: WorkOrderPlace, _ reader: Reader, _ tree: AreaTree
  ) throws -> String {
    let name = CallerRules.folded(text)
    if let account = try reader.account(named: name), !account.isDisabled, account.role.rights.contains(.handleOrders),
      WorkOrderAccessPolicy.of(account.caller(origin: "assist"), tree).sees(place)
    {
      return account.name
    }
    let detail = "没有能看到这张工单的「\(name)」。请填写系统里的用户名；不在该区划的，请加派其所在居民区或单位。"
    throw Problem(.invalid, "unknown_worker", detail, notes: [.init(.pointer("/workers"), detail)])
  }
}
