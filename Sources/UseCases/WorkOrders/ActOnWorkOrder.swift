import Domain
import Store

/// One action on an order (`WorkOrderFlow`). Who: callers with `handle_orders` for whom the order exists; which action is
/// whose says the table.
package enum ActOnWorkOrder {
  /// - Parameter version: what the caller last saw; nil acts on whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `bad_field`, `unknown_duty`, `impossible_action` and `not_your_action`
  ///   with what is possible, `bad_merge`.
  package static func run(
    _ id: Int64, _ deed: WorkOrderDeed, version: Int64? = nil, caller: Caller, office: Office
  ) async throws {
    try caller.must(.handleOrders)
    try await office.mustSee(.workOrders, id, caller)
    try deed.check()
    if let into = deed.into { try await PushWorkOrder.mustSee(.workOrders, into, "/into", caller, office) }
    let (sight, desk) = (try office.index.orderSight(of: caller), office.desk)
    let clock = try OrderClock.rules
    try await office.store.write { writer in
      try desk.knowDuties(writer.read, today: writer.now.day)
      guard let order = try writer.read.workOrder(id), sight.sees(order.place) else {
        throw Problem(.notFound, "not_found", "没有这条记录。")
      }
      let next = try WorkOrderFlow.next(
        deed.action, order.standing, for: sight.parties(order.place), ruling: deed.ruling)
      let act = OrderAct(order: order, deed: deed, desk: desk, rules: clock, now: writer.now)
      var patch = try act.patch()
      patch.state = .set(next)
      if deed.action == .accept {
        patch.worker = .set(caller.name)
        if order.responsibleUnit == nil { patch.responsible = .set(caller.name) }
      }
      if let into = deed.into { try merge(order, into, caller, writer) }
      let changes = try writer.updateWorkOrder(id, patch, version: version)
      try DispatchTeaching.teach(deed, order, patch, writer)
      for unit in deed.units { try writer.insertAssist(order: id, unit: unit, worker: nil, by: caller) }
      for worker in deed.workers { try writer.insertAssist(order: id, unit: nil, worker: worker, by: caller) }
      try writer.insertEvent(
        order: id, by: caller.name, deed.action.rawValue, from: order.standing.state, to: next, note: deed.words,
        detail: act.detail(patch))
      if changes.isEmpty { try writer.renewWorkOrder(id) }
      try writer.audit(
        caller, AuditEntry("work_orders.\(deed.action.rawValue)", subject: .workOrders, id: id, changes: changes))
    }
  }

  /// The other order learns of it. It must be open, and another one.
  private static func merge(
    _ order: WorkOrderRow, _ into: Int64, _ caller: Caller, _ writer: Writer
  ) throws {
    let target = try writer.read.workOrder(into)
    guard let target, into != order.id, target.standing.state.isRunning || target.standing.state == .suspended else {
      let detail = "只能合并到另一张未办结的工单。"
      throw Problem(.conflict, "bad_merge", detail, notes: [.init(.pointer("/into"), detail)])
    }
    let state = target.standing.state
    try writer.insertEvent(
      order: into, by: caller.name, "absorbed", from: state, to: state, note: "并入工单 \(order.number)",
      detail: ["order": .number(Double(order.id)), "number": .string(order.number)])
    try writer.renewWorkOrder(into)
  }
}
