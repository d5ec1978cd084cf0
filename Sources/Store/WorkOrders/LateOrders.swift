import Domain
import GRDB

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
