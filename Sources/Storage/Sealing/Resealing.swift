import Foundation
import GRDB

/// Seals anew what another key, or an older version without places, has sealed: some rows a transaction, each on its own, so
/// that whoever dies in between has done what is done and goes on from there.
struct Resealing {
  let keys: KeyRing

  /// Seals the rows of a column anew from `key` on (nil: the first).
  ///
  /// - Returns: where to go on; nil at the end.
  /// - Throws: `wrong_key` for a value that does not open: nothing is lost by leaving it as it is, and `check` names it.
  func batch(_ column: SealedColumn, after key: [DatabaseValue]?, _ db: Database) throws -> (
    next: [DatabaseValue], bad: Int
  )? {
    let rows = try column.rows(after: key, db)
    guard let last = rows.last else { return nil }
    var bad = 0
    for row in rows where !keys.isCurrent(row.sealed) {
      let place = column.place(of: row)
      guard let plain = try? keys.open(row.sealed, at: place) else {
        bad += 1
        continue
      }
      let finding = column.found.map { keys.findingKey($0.field, String(decoding: plain, as: UTF8.self)) }
      try column.write(try keys.seal(plain, at: place), finding: finding, at: row.key, db)
    }
    return (last.key, bad)
  }

  /// Everything that is not sealed with the current key, for its place: rows first, then files.
  ///
  /// - Parameter write: runs a transaction.
  /// - Returns: how many values and files did not open; they are as they were.
  func run(
    _ files: AttachmentFiles, progress: (String) -> Void = { _ in },
    write: (@escaping @Sendable (Database) throws -> ([DatabaseValue], Int)?) throws -> ([DatabaseValue], Int)?
  ) throws -> Int {
    var bad = 0
    for column in SealedColumns.all {
      progress("\(column.table).\(column.column)")
      var key: [DatabaseValue]?
      while let (next, failed) = try write({ [key] db in try batch(column, after: key, db).map { ($0.next, $0.bad) } })
      {
        key = next
        bad += failed
      }
    }
    progress("files")
    return try bad + files.reseal()
  }
}

extension Store {
  private static let bound = "sealed_values"

  /// Takes over the keys that the database says, and seals for its place what an older version has sealed without: once,
  /// before anything is read. What happens twice changes nothing.
  static func openKeys(_ keys: KeyRing, _ pool: DatabasePool, _ files: AttachmentFiles) throws {
    let isBound = try pool.write { db in
      try keys.adopt(db)
      try keys.loadAuditKeys(db)
      return try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = ?", arguments: [bound]) != nil
    }
    guard !isBound else { return }
    keys.state.withLock { $0.opensUnbound = true }
    _ = try Resealing(keys: keys).run(files, write: { body in try pool.write(body) })
    try pool.write { db in
      try db.execute(sql: "INSERT INTO settings (name, value) VALUES (?, 'by place')", arguments: [bound])
    }
    keys.state.withLock { $0.opensUnbound = false }
  }
}

extension KeyRing {
  /// Makes the key current that the database says; a new database is told.
  func adopt(_ db: Database) throws {
    guard let mark = try Self.mark(db) else {
      return try db.execute(
        sql: "INSERT INTO settings (name, value) VALUES ('key_mark', ?)", arguments: [currentMark])
    }
    try adopt(mark: mark)
  }

  /// The same at the beginning of every write: another process may have changed the key.
  package func keepUp(_ db: Database) throws {
    guard let mark = try Self.mark(db), mark != currentMark else { return }
    try adopt(mark: mark)
    try loadAuditKeys(db)
  }

  private static func mark(_ db: Database) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM settings WHERE name = 'key_mark'"))
  }
}
