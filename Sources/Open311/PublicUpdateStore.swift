import GRDB
import Kernel
import Storage

extension Reader {
  private static let updateColumns = "e.id, e.order_id, w.area_id, e.at, e.to_state, w.pushed_by"
  private static let isStep = "(e.from_state IS NULL OR e.from_state <> e.to_state)"

  /// The steps of all orders within the question's time of change that `accepts` lets through, the newest first.
  package func publicUpdates(
    _ question: RequestQuestion, accepts: (PublicUpdate) -> Bool
  ) throws -> [PublicUpdate] {
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Self.updateColumns) FROM work_order_events e JOIN work_orders w ON w.id = e.order_id
          WHERE e.at BETWEEN ? AND ? AND \(Self.isStep) ORDER BY e.at DESC, e.id DESC
          """),
      arguments: [question.updated.from?.description ?? "", question.updated.to?.description ?? "9999"])
    var (found, skipped): ([PublicUpdate], Int) = ([], 0)
    while found.count < question.limit, let row = try cursor.next() {
      let update = try Self.publicUpdate(row)
      guard accepts(update) else { continue }
      if skipped < question.skip { skipped += 1 } else { found.append(update) }
    }
    return found
  }

  /// The steps of these orders, the oldest first.
  package func publicUpdates(ids: [Int64]) throws -> [PublicUpdate] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(Self.updateColumns) FROM work_order_events e JOIN work_orders w ON w.id = e.order_id
          WHERE e.order_id IN (SELECT value FROM json_each(?)) AND \(Self.isStep) ORDER BY e.order_id, e.id
          """), arguments: [Self.list(ids)]
    ).map(Self.publicUpdate)
  }

  private static func publicUpdate(_ row: Row) throws -> PublicUpdate {
    try PublicUpdate(
      id: row.value(0), request: row.value(1), area: row.id(2), at: row.value(3),
      state: try row.word(4, in: "work_order_events") as WorkOrderState,
      pushedBy: row.value(5))
  }
}
