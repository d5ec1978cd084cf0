import Kernel
import Platform
import Registry
import Storage

/// One order with all that happened to it, and what the caller can do next. Who: callers for whom it exists.
package enum GetWorkOrder {
  package struct View: Sendable {
    /// A JSON object.
    package let json: String
    package let version: Int64
    package let pushed: PushedOrder
    /// The oldest first.
    package let timeline: [WorkOrderEvent]
    package let actions: [WorkOrderAction]
    /// What can be done next by anybody, and by whom.
    package let steps: [(action: WorkOrderAction, by: [WorkOrderParty])]
    /// What to say beside a due time that is provisional, in Chinese.
    package let dueNote: String?
    package let attachments: [AttachmentRow]
  }

  /// - Throws: `not_found`, also for what does not exist for the caller.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> View {
    try caller.must(.read)
    try await app.requireVisible(.workOrders, id, caller)
    let (sight, asOf) = (try app.index.orderAccess(of: caller), app.clock.today)
    let columns = Reader.columns(of: .workOrders).map(\.name)
    return try await app.store.read { reader in
      let key = UInt32(truncatingIfNeeded: id)
      let rows = try reader.rows(of: .workOrders, ids: [key], columns: columns, asOf: asOf, scope: nil)
      guard let json = rows[key], let order = try reader.workOrder(id), let pushed = try reader.pushedOrder(id) else {
        throw Problem.noSuchRow
      }
      let everybody = Set(WorkOrderParty.allCases)
      let steps = WorkOrderFlow.possible(order.standing, for: everybody).map { action in
        (action, WorkOrderParty.allCases.filter(WorkOrderFlow.who(action, order.standing).contains))
      }
      return View(
        json: json, version: order.version, pushed: pushed, timeline: try reader.workOrderEvents(id),
        actions: WorkOrderFlow.possible(order.standing, for: sight.parties(order.place)), steps: steps,
        dueNote: pushed.isProvisional ? try WorkOrderClockRules.rules.warning(for: order.deadline) : nil,
        attachments: try reader.attachments(of: .order(id)))
    }
  }

  /// The timeline alone, page by page.
  ///
  /// - Parameter after: the id of the last event of the page before.
  /// - Throws: `not_found`.
  package static func events(
    _ id: Int64, after: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [WorkOrderEvent], next: Int64?) {
    try caller.must(.read)
    try await app.requireVisible(.workOrders, id, caller)
    let (total, events) = try await app.store.read { reader in
      (
        try reader.workOrderEventCount(id),
        try reader.workOrderEvents(id, after: after ?? 0, limit: limit + 1)
      )
    }
    let items = Array(events.prefix(limit))
    return (total, items, events.count > limit ? items.last?.id : nil)
  }
}
