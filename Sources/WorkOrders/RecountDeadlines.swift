import Kernel
import Platform
import Storage

/// Works out anew the deadlines that were provisional, as far as the calendar knows their days by now; and marks as provisional
/// what is, where nothing says so yet. At start, after the program came with a longer calendar.
///
/// A deadline that has passed stays where it was: nobody was late, or in time, by what was published afterwards.
package enum RecountDeadlines {
  /// How many go into one transaction.
  private static let group = 200

  private static let system = Caller(id: nil, name: "system", role: .admin, origin: "system")

  /// - Parameter rules: those of the calendar that is built in.
  /// - Returns: how many orders have another deadline, or another mark.
  @discardableResult
  package static func run(rules: DeadlineRules? = nil, app: AppContext) async throws -> Int {
    let rules = try rules ?? WorkOrderClockRules.rules
    var (count, after): (Int, Int64) = (0, 0)
    while true {
      let start = after
      let ids = try await app.store.read { reader in
        try reader.ordersBeyondCalendar(from: rules.calendar.firstUncoveredDay, after: start, limit: group)
      }
      guard let last = ids.last else { return count }
      count += try await app.store.write { writer in try ids.count { try recount($0, rules, writer) } }
      after = last
    }
  }

  private static func recount(_ id: Int64, _ rules: DeadlineRules, _ writer: Writer) throws -> Bool {
    guard let order = try writer.read.workOrder(id), order.deadline.dueAt > writer.now,
      order.standing.state.isRunning || order.standing.state == .suspended
    else { return false }
    let isProvisional = rules.isProvisional(order.deadline)
    var old = order.deadline
    if old.days == nil, isProvisional {
      old.days = max(1, rules.calendar.workingDays(from: old.countedFrom.day, to: old.dueAt.day))
    }
    let isPlain = !order.standing.isSupervised && !order.standing.isExtended && order.clock.own == nil
    let fresh =
      isProvisional
      ? nil
      : rules.recounted(
        old, from: isPlain ? order.roundBegan : nil, pauses: order.clock.pauses,
        keepsContact: order.contactedAt != nil || old.firstContactDueAt <= writer.now)
    let act = WorkOrderTransition(
      order: order, deed: WorkOrderActionRequest(.note), dispatchService: DispatchService(), rules: rules,
      now: writer.now)
    var patch = WorkOrderPatch()
    act.set(fresh ?? old, &patch)
    let changes = try writer.updateWorkOrder(id, patch, version: nil)
    guard !changes.isEmpty else { return false }
    if let fresh, fresh.dueAt != old.dueAt {
      let state = order.standing.state
      try writer.insertEvent(
        order: id, by: system.name, "recounted", from: state, to: state, note: "节假日安排已公布，期限重新计算",
        detail: ["due_at": .string(fresh.dueAt.description), "before": .string(old.dueAt.description)])
    }
    try writer.audit(
      system, AuditEntry("work_orders.recount", subject: .workOrders, id: id, changes: changes))
    return true
  }
}
