import GRDB
import GRDBSQLite
import Kernel

/// A row under SQLite's own cursor. GRDB's `Row` copies and checks each value, which at a start with millions of rows is
/// most of the time; here a value is read where SQLite has it.
package struct RawRow {
  private let statement: OpaquePointer

  /// Steps through the rows of a query. The row is only good inside `body`.
  package static func forEach(
    _ db: Database, _ sql: String, _ arguments: StatementArguments, _ body: (RawRow) throws -> Void
  ) throws {
    let prepared = try db.makeStatement(sql: sql)
    try prepared.setArguments(arguments)
    let row = RawRow(statement: prepared.sqliteStatement)
    defer { sqlite3_reset(prepared.sqliteStatement) }
    while true {
      switch sqlite3_step(prepared.sqliteStatement) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
      }
    }
  }

  /// The bytes of a text, empty for NULL; gone with the next step.
  package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let text = sqlite3_column_text(statement, Int32(index)) else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, Int32(index))))
  }

  package func value(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }
  package func value(_ index: Int) -> String? { isNull(index) ? nil : String(decoding: bytes(index), as: UTF8.self) }
  package func value(_ index: Int) -> Int64 { sqlite3_column_int64(statement, Int32(index)) }
  package func value(_ index: Int) -> Int32? { isNull(index) ? nil : sqlite3_column_int(statement, Int32(index)) }
  package func value(_ index: Int) -> Double? { isNull(index) ? nil : sqlite3_column_double(statement, Int32(index)) }

  package func id(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: sqlite3_column_int64(statement, Int32(index))) }
  package func optionalID(_ index: Int) -> UInt32? { isNull(index) ? nil : id(index) }
  /// A stored day; a day that no calendar has reads as missing.
  package func day(_ index: Int) -> Day? { Day(bytes: bytes(index)) }
  package func instant(_ index: Int) -> Instant { Instant(bytes: bytes(index)) ?? Instant(milliseconds: 0) }

  private func isNull(_ index: Int) -> Bool { sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL }
}
