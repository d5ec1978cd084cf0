import GRDB
import Storage

/// Once, after the upgrade: numbers of people that stand in plain in what sources said before are sealed as new ones are.
package enum SealingOldClaims {
  private static let done = "claims_sealed"

  package static func run(_ writer: Writer) throws {
    let db = writer.db
    guard try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [done]) == nil else {
      return
    }
    // A mask that an older version kept has nothing to seal.
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, field, value FROM claims WHERE value_sealed IS NULL AND instr(value, '*') = 0")
    for row in rows {
      let (id, field, value): (Int64, String, String) = try (row.value(0), row.value(1), row.value(2))
      let masked = Claim.masked(field, value)
      guard masked != value else { continue }
      let sealed = try writer.keys.seal(value, at: SealedPlace("claims", "value_sealed", row: id))
      try writer.execute("UPDATE claims SET value = ?, value_sealed = ? WHERE id = ?", [masked, sealed, id])
    }
    try db.execute(sql: "INSERT INTO settings (name, value) VALUES (?, '1')", arguments: [done])
  }
}
