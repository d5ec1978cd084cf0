import GRDB
import GRDBSQLite
import Kernel
import Platform

/// One prepared INSERT for millions of rows.
///
/// It binds through SQLite's C functions: GRDB's arguments box every value, which takes as long as SQLite itself.
struct BulkInsert {
  private let statement: Statement
  private let table: String
  private var column: Int32 = 0

  init(_ db: Database, _ table: String, _ columns: [String]) throws {
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    self.table = table
    statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
  }

  mutating func bind(_ value: Int64?) {
    column += 1
    guard let value else { return null() }
    sqlite3_bind_int64(statement.sqliteStatement, column, value)
  }

  mutating func bind(_ value: Int) { bind(Int64(value)) }

  mutating func bind(_ value: Double?) {
    column += 1
    guard let value else { return null() }
    sqlite3_bind_double(statement.sqliteStatement, column, value)
  }

  mutating func bind(_ text: String?) {
    column += 1
    guard var text else { return null() }
    text.withUTF8 { bind($0) }
  }

  /// `2026-11-21`.
  mutating func bind(_ day: Day?) {
    column += 1
    guard let day else { return null() }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.dayLength) { bytes in
      Self.write(day, to: bytes)
      bind(UnsafeBufferPointer(bytes))
    }
  }

  /// Nine in the morning of the day, as `Instant` writes it.
  mutating func bind(morningOf day: Day) {
    column += 1
    let rest: StaticString = "T09:00:00.000+08:00"
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.dayLength + rest.utf8CodeUnitCount) { bytes in
      Self.write(day, to: bytes)
      for index in 0..<rest.utf8CodeUnitCount { bytes[Self.dayLength + index] = rest.utf8Start[index] }
      bind(UnsafeBufferPointer(bytes))
    }
  }

  /// As `Instant` writes it, without its many small texts.
  mutating func bind(_ moment: Instant?) {
    column += 1
    guard let moment else { return null() }
    let day = moment.day
    let rest = Int(moment.milliseconds + 8 * 3_600_000 - Int64(day.number) * 86_400_000)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.momentLength) { bytes in
      Self.write(day, to: bytes)
      let pattern: StaticString = "T00:00:00.000+08:00"
      for index in 0..<pattern.utf8CodeUnitCount { bytes[Self.dayLength + index] = pattern.utf8Start[index] }
      func put(_ value: Int, _ width: Int, at index: Int) {
        var value = value
        for place in stride(from: index + width - 1, through: index, by: -1) {
          bytes[place] = UInt8(48 + value % 10)
          value /= 10
        }
      }
      put(rest / 3_600_000, 2, at: 11)
      put(rest / 60_000 % 60, 2, at: 14)
      put(rest / 1000 % 60, 2, at: 17)
      put(rest % 1000, 3, at: 20)
      bind(UnsafeBufferPointer(bytes))
    }
  }

  mutating func bind(_ value: SealedValue?) {
    for bytes in [value?.sealed, value?.key] {
      column += 1
      guard let bytes else {
        null()
        continue
      }
      bytes.withUnsafeBytes { raw in
        _ = sqlite3_bind_blob(statement.sqliteStatement, column, raw.baseAddress, Int32(raw.count), Self.copied)
      }
    }
    bind(value?.masked)
  }

  /// Inserts the row that was bound, and begins the next.
  mutating func run() throws {
    let handle = statement.sqliteStatement
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    column = 0
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
        sql: table)
    }
  }

  private static let dayLength = 10
  private static let momentLength = 29

  /// SQLite takes a copy before the binding returns.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

  private func null() { sqlite3_bind_null(statement.sqliteStatement, column) }

  private func bind(_ bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) { chars in
      _ = sqlite3_bind_text(statement.sqliteStatement, column, chars.baseAddress, Int32(chars.count), Self.copied)
    }
  }

  private static func write(_ day: Day, to bytes: UnsafeMutableBufferPointer<UInt8>) {
    let (year, month, dayOfMonth) = day.parts
    func put(_ value: Int, at index: Int) { bytes[index] = UInt8(48 + value % 10) }
    for (index, divisor) in [1000, 100, 10, 1].enumerated() { put(year / divisor, at: index) }
    (bytes[4], bytes[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
    put(month / 10, at: 5)
    put(month, at: 6)
    put(dayOfMonth / 10, at: 8)
    put(dayOfMonth, at: 9)
  }
}
