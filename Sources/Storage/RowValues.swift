import GRDB
import Kernel

/// Values of a row that was read with GRDB. GRDB's own subscripts end the process where a value is not of the type that is
/// asked for, NULL among them; one damaged row, or one that nobody had thought of, would take the whole server with it.
extension Row {
  /// - Throws: `corrupt_row`, for NULL as well.
  @_disfavoredOverload
  package func value<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value {
    do { return try decode(Value.self, atIndex: index) } catch { throw corrupt(index) }
  }

  @_disfavoredOverload
  package func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value {
    do { return try decode(Value.self, atIndex: index) } catch { throw corrupt(index) }
  }

  /// - Returns: nil for NULL.
  package func value<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value? {
    do { return try decode(Value?.self, atIndex: index) } catch { throw corrupt(index) }
  }

  package func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value? {
    do { return try decode(Value?.self, atIndex: index) } catch { throw corrupt(index) }
  }

  /// - Returns: nil for NULL.
  package func day(_ index: Int) throws -> Day? { try value(index) }
  package func instant(_ index: Int) throws -> Instant { try value(index) }
  package func id(_ index: Int) throws -> UInt32 { UInt32(truncatingIfNeeded: try value(index) as Int64) }

  /// A day that every row of the table has. - Throws: `corrupt_row`.
  package func mustDay(_ index: Int, in table: String) throws -> Day {
    guard let day = try? day(index) else { throw corrupt(index, table) }
    return day
  }

  /// A word of a closed list. - Throws: `corrupt_row`.
  package func word<Word: RawRepresentable>(_ index: Int, in table: String) throws -> Word
  where Word.RawValue == String {
    guard let text = try value(index) as String?, let word = Word(rawValue: text) else { throw corrupt(index, table) }
    return word
  }

  private func corrupt(_ index: Int, _ table: String? = nil) -> Problem {
    let names = Array(columnNames)
    let id = hasColumn("id") ? self["id"] as DatabaseValue : nil
    return CorruptRow.problem(table, id, index < names.count ? names[index] : "\(index)")
  }
}
