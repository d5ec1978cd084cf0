import Foundation
import GRDB
import Storage

extension Writer {
  /// Keeps what a source says beside the row, whole; what of it may not be shown lies sealed beside its mask.
  ///
  /// - Returns: false when the same source has said the same before.
  package func insertClaim(on target: TagTarget, field: String, value: String, source: String) throws -> Bool {
    let masked = Claim.masked(field, value)
    guard masked != value else {
      try execute(
        "INSERT OR IGNORE INTO claims (\(target.column), field, value, source, made_at) VALUES (?, ?, ?, ?, ?)",
        [target.id, field, value, source, now.description])
      return db.changesCount > 0
    }
    let held = try read.heldClaims(target.column, target.id)
    guard !held.contains(ExistingClaim(field, value, source)) else { return false }
    // An older version kept the mask alone: the same said again fills it in.
    let bare = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id FROM claims WHERE \(target.column) = ? AND field = ? AND value = ? AND source = ? AND value_sealed IS NULL
          """), arguments: [target.id, field, masked, source])
    let id = try bare ?? nextID("claims")
    let sealed = try keys.seal(value, at: SealedPlace("claims", "value_sealed", row: id))
    if bare != nil {
      try execute("UPDATE claims SET value_sealed = ? WHERE id = ?", [sealed, id])
      return false
    }
    try execute(
      """
      INSERT INTO claims (id, \(target.column), field, value, value_sealed, source, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)
      """, [id, target.id, field, masked, sealed, source, now.description])
    return true
  }
}

extension Reader {
  /// What sources said of a subject and its row does not hold, masked, in the order in which it came.
  package func claims(on target: TagTarget) throws -> [Claim] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT field, value, source, made_at FROM claims WHERE \(target.column) = ? ORDER BY id"),
      arguments: [target.id])
    return try rows.map { try Claim(field: $0.value(0), value: $0.value(1), source: $0.value(2), madeAt: $0.value(3)) }
  }

  /// The same, whole: for matching, never to be shown. `column` is one of the claims table's own.
  package func heldClaims(_ column: String, _ id: Int64) throws -> Set<ExistingClaim> {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, field, value, source, value_sealed FROM claims WHERE \(column) = ?"),
      arguments: [id])
    var claims: Set<ExistingClaim> = []
    while let row = try rows.next() {
      var value: String = try row.value(2)
      if let sealed: Data = try row.value(4) {
        let place = try SealedPlace("claims", "value_sealed", row: row.value(0))
        value = String(decoding: try keys.open(sealed, at: place), as: UTF8.self)
      }
      try claims.insert(ExistingClaim(row.value(1), value, row.value(3)))
    }
    return claims
  }
}
