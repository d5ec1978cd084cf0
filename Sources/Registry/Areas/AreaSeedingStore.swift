import GRDB
import Schema
import Storage

/// A new database knows Shanghai's districts, streets and towns; committees and grids come with the houses.
package enum AreaSeeding {
  package static func run(_ writer: Writer) throws {
    let db = writer.db
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM areas") == 0 else { return }
    let insert = try db.makeStatement(
      sql: """
        INSERT INTO areas (code, name, level, parent_id) VALUES (?, ?, ?, (SELECT id FROM areas WHERE code = ?))
        """)
    for line in Schema.areas.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 4 else { continue }
      try insert.execute(arguments: [cells[0], cells[1], cells[2], cells[3].isEmpty ? nil : cells[3]])
    }
  }
}
