import GRDB
import Kernel

extension Row {
  /// A stored day. The CHECK constraints keep the shape; a day that no calendar has reads as missing.
  package func day(_ index: Int) -> Day? { (self[index] as String?).flatMap { Day($0) } }
  package func instant(_ index: Int) -> Instant {
    (self[index] as String?).flatMap { Instant($0) } ?? Instant(milliseconds: 0)
  }
  package func id(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: self[index] as Int64) }

  /// A day that every row of the table has. - Throws: `corrupt_row`.
  package func mustDay(_ index: Int, in table: String) throws -> Day {
    guard let day = day(index) else { throw corrupt(index, table) }
    return day
  }

  /// A word of a closed list. - Throws: `corrupt_row`.
  package func word<Word: RawRepresentable>(_ index: Int, in table: String) throws -> Word
  where Word.RawValue == String {
    guard let text = self[index] as String?, let word = Word(rawValue: text) else { throw corrupt(index, table) }
    return word
  }

  private func corrupt(_ index: Int, _ table: String) -> Problem {
    let column = self[index: index]
    return CorruptRow.problem(table, hasColumn("id") ? self["id"] as DatabaseValue : nil, column)
  }

  private subscript(index index: Int) -> String {
    let names = Array(columnNames)
    return index < names.count ? names[index] : "\(index)"
  }
}
