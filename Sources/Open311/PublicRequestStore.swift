import GRDB
import Kernel
import Storage

extension Reader {
  private static let requestColumns = """
    t.id, t.number, t.source, t.state, t.category, t.duty, t.proposed_duty, t.unit, t.text,
    coalesce(h.address, t.address), t.house_id, t.area_id, t.lat, t.lon, t.reported_at, t.updated_at, t.due_at,
    t.pushed_by
    FROM work_orders t LEFT JOIN houses h ON h.id = t.house_id
    """

  /// What nobody reports earlier than it comes in (`WorkOrderRules`): the seconds that another clock may go before ours.
  private static let skew = -300

  /// The requests that a question asks for and `accepts` lets through, the last received first.
  package func publicRequests(
    _ question: RequestQuestion, accepts: (PublicRequest) -> Bool
  ) throws -> [PublicRequest] {
    let last = "9999"
    let cursor = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT \(Self.requestColumns)
          WHERE t.received_at >= ? AND t.reported_at BETWEEN ? AND ? AND t.updated_at BETWEEN ? AND ?
          ORDER BY t.received_at DESC, t.id DESC
          """),
      arguments: [
        question.reported.from?.adding(seconds: Self.skew).description ?? "",
        question.reported.from?.description ?? "", question.reported.to?.description ?? last,
        question.updated.from?.description ?? "", question.updated.to?.description ?? last,
      ])
    var (found, skipped): ([PublicRequest], Int) = ([], 0)
    while found.count < question.limit, let row = try cursor.next() {
      let request = try Self.publicRequest(row)
      guard accepts(request) else { continue }
      if skipped < question.skip { skipped += 1 } else { found.append(request) }
    }
    return found
  }

  /// The requests of these ids, in the order of ids; one that is not there is left out.
  package func publicRequests(ids: [Int64]) throws -> [PublicRequest] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT \(Self.requestColumns) WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id"),
      arguments: [Self.list(ids)]
    ).map(Self.publicRequest)
  }

  private static func publicRequest(_ row: Row) throws -> PublicRequest {
    try PublicRequest(
      id: row.value(0), number: row.value(1), source: row.value(2),
      state: try row.word(3, in: "work_orders") as WorkOrderState,
      category: row.value(4), duty: row.value(5), proposedDuty: row.value(6), unit: row.value(7), text: row.value(8),
      address: row.value(9),
      house: row.value(10), area: row.id(11), lat: row.value(12), lon: row.value(13), reportedAt: row.value(14),
      updatedAt: row.value(15),
      dueAt: row.value(16), pushedBy: row.value(17))
  }
}
