import GRDB
import Kernel
import Storage

extension Reader {
  /// Orders of which somebody must be told: `warned` for those with 80 % of their time gone, `overdue` for those whose
  /// time is over. At most `limit`, the most urgent first.
  package func lateOrders(at now: Instant, limit: Int) throws -> (warned: [Int64], overdue: [Int64]) {
    let running = "state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned')"
    func ids(_ condition: String, _ column: String) throws -> [Int64] {
      try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id FROM work_orders WHERE \(condition) = 0 AND \(running) AND \(column) <= ?
            ORDER BY \(column) LIMIT ?
            """), arguments: [now.description, limit])
    }
    return (try ids("warned", "warn_at"), try ids("overdue", "due_at"))
  }
}

extension Reader {
  /// Orders that are not done and whose deadline is provisional, and running ones whose deadline lies on or after the first day that
  /// the calendar does not know. By id, after one.
  package func ordersBeyondCalendar(from day: Day?, after id: Int64, limit: Int) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM (
            SELECT id FROM work_orders WHERE due_provisional = 1 AND due_at > ''
              AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned', 'suspended')
            UNION SELECT id FROM work_orders WHERE overdue = 0
              AND state IN ('received', 'dispatched', 'accepted', 'in_progress', 'returned') AND due_at >= ?)
          WHERE id > ? ORDER BY id LIMIT ?
          """), arguments: [day?.description ?? "9999", id, limit])
  }
}
