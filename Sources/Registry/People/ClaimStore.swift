import GRDB
import Storage

extension Writer {
  /// Keeps what a source says beside the row. Identity numbers and phones must come masked.
  ///
  /// - Returns: false when the same source has said the same before.
  package func insertClaim(on target: TagTarget, field: String, value: String, source: String) throws -> Bool {
    try execute(
      "INSERT OR IGNORE INTO claims (\(target.column), field, value, source, made_at) VALUES (?, ?, ?, ?, ?)",
      [target.id, field, value, source, now.description])
    return db.changesCount > 0
  }
}

extension Reader {
  package func claims(on target: TagTarget) throws -> [Claim] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT field, value, source, made_at FROM claims WHERE \(target.column) = ? ORDER BY id"),
      arguments: [target.id])
    return rows.map { Claim(field: $0[0], value: $0[1], source: $0[2], madeAt: $0[3]) }
  }
}
