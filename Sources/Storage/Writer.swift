import Foundation
import GRDB
import Kernel

/// A write under way. Features add their statements in extensions; each says what it touched, so that the index, the
/// changes feed and other systems follow.
package final class Writer {
  package let db: Database
  package let keys: KeyRing
  /// One moment for everything in the transaction.
  package let now: Instant
  /// Told of a row before its columns change: whoever must be able to put it back keeps it.
  package var beforeChange: ((_ table: String, _ id: Int64) throws -> Void)?
  package var today: Day { now.day }
  package var read: Reader { Reader(db: db, keys: keys) }

  package init(db: Database, keys: KeyRing, now: Instant) {
    self.db = db
    self.keys = keys
    self.now = now
  }

  /// Runs `body` so that nothing of it stays when it throws.
  package func inSavepoint<T>(_ body: () throws -> T) throws -> T {
    var result: T?
    try db.inSavepoint {
      result = try body()
      return .commit
    }
    guard let result else { throw Problem(.internalFault, "write_lost", "写入未执行。") }
    return result
  }

  package enum Action: String, Sendable { case create, update, delete }

  private struct MadeRow: Hashable {
    let subject: SubjectKind
    let id: Int64
  }
  private var made: Set<MadeRow> = []

  /// Whether this write has made the row: its line in the feed tells everybody who sees it now.
  package func hasMade(_ subject: SubjectKind, _ id: Int64) -> Bool { made.contains(MadeRow(subject: subject, id: id)) }

  /// Puts a change into the feed; index and webhooks read it from there.
  package func recordChange(_ subject: SubjectKind, _ id: Int64, _ action: Action) throws {
    if action == .create { made.insert(MadeRow(subject: subject, id: id)) }
    let statement = try db.cachedStatement(
      sql: "INSERT INTO changes (at, subject, subject_id, action) VALUES (?, ?, ?, ?)")
    try statement.execute(arguments: [now.description, subject.rawValue, id, action.rawValue])
  }

  /// Runs one cached statement.
  package func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  /// The id that the next row of a table gets: a sealed value is bound to it before the row is there. One writer at a time
  /// makes it sure.
  package func nextID(_ table: String) throws -> Int64 {
    let given = try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),
            coalesce((SELECT max(id) FROM \(table)), 0))
          """), arguments: [table])
    return (given ?? 0) + 1
  }

  /// Runs one cached INSERT and returns the new row's id. Ids fit 32 bits, because the index counts in them.
  package func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int64 {
    try execute(sql, arguments)
    let id = db.lastInsertedRowID
    guard id <= Int64(UInt32.max) else {
      throw Problem(.tooMuch, "ids_exhausted", "编号已用尽，数据库不能再增加记录。")
    }
    return id
  }
}
