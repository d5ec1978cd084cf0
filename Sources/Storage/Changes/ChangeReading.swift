import GRDB
import Kernel

extension Reader {
  /// The feed after `seq`, in order, at most `limit` lines.
  package func changes(after seq: Int64, limit: Int) throws -> [FeedLine] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT seq, at, subject, subject_id, action FROM changes WHERE seq > ? ORDER BY seq LIMIT ?"),
      arguments: [seq, limit])
    var changes: [FeedLine] = []
    while let row = try rows.next() {
      guard let kind = try SubjectKind(rawValue: row.value(2)) else { continue }
      try changes.append(
        FeedLine(seq: row.value(0), at: row.value(1), subject: kind, id: row.value(3), action: row.value(4)))
    }
    return changes
  }

  /// The states of these work orders, by id.
  package func workOrderStates(_ ids: [Int64]) throws -> [Int64: String] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, state FROM work_orders WHERE id IN (SELECT value FROM json_each(?))"),
      arguments: [Self.list(ids)])
    return try Dictionary(rows.map { try ($0.value(0), $0.value(1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// The taggings among these ids that are of one of these tags.
  package func taggings(of tags: Set<Int64>, among ids: [Int64]) throws -> Set<Int64> {
    try among(ids, "taggings", "tag_id", tags)
  }

  /// The records among these ids that are of one of these datasets.
  package func records(of datasets: Set<Int64>, among ids: [Int64]) throws -> Set<Int64> {
    try among(ids, "records", "dataset_id", datasets)
  }

  private func among(_ ids: [Int64], _ table: String, _ column: String, _ values: Set<Int64>) throws -> Set<Int64> {
    guard !ids.isEmpty, !values.isEmpty else { return [] }
    return try Int64.fetchSet(
      db.cachedStatement(
        sql: """
          SELECT id FROM \(table) WHERE id IN (SELECT value FROM json_each(?))
            AND +\(column) IN (SELECT value FROM json_each(?))
          """), arguments: [Self.list(ids), Self.list(values)])
  }

  /// The buildings of a compound.
  package func buildingIDs(inCompound compound: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM buildings WHERE compound_id = ?"), arguments: [compound])
  }
}
