import GRDB
import Identity
import Kernel
import Storage

/// Somebody whom lists show by the same masked name as one that was typed.
package struct ShownAlike: Sendable {
  package let id: Int64
  package let name: String
}

extension Reader {
  /// Whoever was born on the day and is shown by the masked form of this name.
  package func shownAlike(_ name: String, born day: Day) throws -> [ShownAlike] {
    // The first character is shown to everybody.
    guard let first = name.first.map(String.init) else { return [] }
    return try alike(
      name,
      Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT id, name FROM people WHERE birth_date = ? AND name >= ? AND name < ? ORDER BY id"),
        arguments: [day.description, first, first + "\u{10FFFF}"]))
  }

  /// Whoever has, or had, a link to the house and is shown by the masked form of this name.
  package func shownAlike(_ name: String, inHouse house: Int64) throws -> [ShownAlike] {
    try alike(
      name,
      Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT DISTINCT p.id, p.name FROM occupancies o JOIN people p ON p.id = o.person_id
            WHERE o.house_id = ? ORDER BY p.id
            """), arguments: [house]))
  }

  private func alike(_ name: String, _ rows: [Row]) throws -> [ShownAlike] {
    let mask = Masking.name(name)
    return try rows.map { try ShownAlike(id: $0.value(0), name: $0.value(1)) }.filter { Masking.name($0.name) == mask }
  }
}
