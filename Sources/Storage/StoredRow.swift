import Foundation
import GRDB
import Kernel

/// A row of a table, read by the names of its columns. Nothing is put in the place of a value that is not what its column is
/// for: the row is damaged then, and whoever asked is told which it is.
///
///     let row = try reader.row("visits", "SELECT id, visited_on FROM visits WHERE id = ?", [7])
///     let day: Day = try row["visited_on"]
package struct StoredRow {
  private let row: Row
  private let table: String

  package init(_ table: String, _ row: Row) { (self.table, self.row) = (table, row) }

  /// - Throws: `corrupt_row`, for NULL as well.
  @_disfavoredOverload
  package subscript<Value: DatabaseValueConvertible>(column: String) -> Value {
    get throws {
      do { return try row.decode(Value.self, forColumn: column) } catch { throw corrupt(column) }
    }
  }

  /// - Returns: nil for NULL.
  package subscript<Value: DatabaseValueConvertible>(column: String) -> Value? {
    get throws {
      do { return try row.decode(Value?.self, forColumn: column) } catch { throw corrupt(column) }
    }
  }

  /// A word of a closed list.
  @_disfavoredOverload
  package subscript<Word: RawRepresentable>(column: String) -> Word where Word.RawValue: DatabaseValueConvertible {
    get throws {
      guard let word = Word(rawValue: try self[column] as Word.RawValue) else { throw corrupt(column) }
      return word
    }
  }

  package subscript<Word: RawRepresentable>(column: String) -> Word? where Word.RawValue: DatabaseValueConvertible {
    get throws {
      guard let stored = try self[column] as Word.RawValue? else { return nil }
      guard let word = Word(rawValue: stored) else { throw corrupt(column) }
      return word
    }
  }

  private func corrupt(_ column: String) -> Problem {
    CorruptRow.problem(table, row.hasColumn("id") ? row["id"] as DatabaseValue : nil, column)
  }
}

/// A row that does not say what its table is for.
package enum CorruptRow {
  /// - Parameters:
  ///   - table: nil where the row may be of several.
  ///   - id: nil where the row has none, or it was not asked for.
  package static func problem(_ table: String?, _ id: DatabaseValue?, _ column: String) -> Problem {
    let name = id.flatMap { Int64.fromDatabaseValue($0) }.map { "第 \($0) 行" } ?? "有一行"
    return Problem(
      .internalFault, "corrupt_row",
      "数据库中\(table.map { " \($0) " } ?? "")\(name)的 \(column) 已损坏，没有用它作答。请管理员运行 menpai check，并用备份核对。")
  }
}

extension Reader {
  /// - Parameter table: whose row it is, to name one that is damaged.
  package func row(_ table: String, _ sql: String, _ arguments: StatementArguments = []) throws -> StoredRow? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments).map { StoredRow(table, $0) }
  }
}

extension Day: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { description.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
    String.fromDatabaseValue(value).flatMap { Day($0) }
  }
}

extension Instant: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { description.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Instant? {
    String.fromDatabaseValue(value).flatMap { Instant($0) }
  }
}
