import Kernel
import Platform
import Storage

/// Tells of orders that are getting late: once when 80 % of their time is gone, and once when it is over. A line in the
/// timeline and one in the changes feed each. The server calls it; what is due is a function of tables and clock alone.
package enum EscalateWorkOrders {
  /// How many go into one transaction.
  private static let group = 200

  private static let system = Caller(id: nil, name: "system", role: .admin, origin: "system")

  /// - Returns: how many were told of.
  @discardableResult
  package static func run(app: AppContext) async throws -> Int {
    var count = 0
    while true {
      let now = app.clock.now()
      let late = try await app.store.read { try $0.lateOrders(at: now, limit: group) }
      guard !late.warned.isEmpty || !late.overdue.isEmpty else { return count }
      count += try await app.store.write { writer in
        // Whoever acts between the look and the write is asked again here.
        let late = try writer.read.lateOrders(at: writer.now, limit: group)
        let overdue = Set(late.overdue)
        for id in late.warned where !overdue.contains(id) { try tell(id, share: 0.8, writer) }
        for id in late.overdue { try tell(id, share: 1, writer) }
        return overdue.union(late.warned).count
      }
    }
  }

  private static func tell(_ id: Int64, share: Double, _ writer: Writer) throws {
    guard let order = try writer.read.workOrder(id) else { return }
    var patch = WorkOrderPatch()
    patch.isWarned = .set(true)
    if share >= 1 { patch.isOverdue = .set(true) }
    let changes = try writer.updateWorkOrder(id, patch, version: nil)
    let state = order.standing.state
    try writer.insertEvent(
      order: id, by: system.name, "escalated", from: state, to: state,
      detail: ["share": .number(share), "due_at": .string(order.deadline.dueAt.description)])
    try writer.audit(
      system, AuditEntry("work_orders.escalate", subject: .workOrders, id: id, changes: changes))
  }
}
