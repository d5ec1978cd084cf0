import Foundation
import GRDB
import Kernel
import Storage

extension Reader {
  package func personID(idNumber: String) throws -> Int64? {
    try personID(idNumberKeys: keys.findingKeys("id_number", idNumber))
  }

  package func personID(idNumberKeys: [Data]) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT id FROM people WHERE id_number_key = ?")
    for key in idNumberKeys { if let id = try Int64.fetchOne(statement, arguments: [key]) { return id } }
    return nil
  }

  package func personIDs(phone: String) throws -> [Int64] {
    let statement = try db.cachedStatement(sql: "SELECT id FROM people WHERE phone_key = ? ORDER BY id")
    return try keys.findingKeys("phone", phone).flatMap { try Int64.fetchAll(statement, arguments: [$0]) }.sorted()
  }

  /// People of this name; with a birth date, born on it.
  package func personIDs(name: String, birth: Day?) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT id FROM people WHERE name = ? AND (? IS NULL OR birth_date = ?) ORDER BY id LIMIT 200"),
      arguments: [name, birth?.description, birth?.description])
  }

  /// Whoever has, or ever had, a link to the house.
  package func personIDs(house: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: "SELECT DISTINCT person_id FROM occupancies WHERE house_id = ? AND person_id IS NOT NULL"),
      arguments: [house])
  }

  package func person(_ id: Int64) throws -> PersonRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT id, version, name, sex, birth_date, death_date, id_kind, id_number_sealed, phone_sealed, hukou,
            ethnicity, education, source FROM people WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    return try PersonRow(
      id: row.value(0), version: row.value(1), name: row.value(2), sex: row.value(3), birth: row.day(4),
      death: row.day(5), idKind: row.value(6),
      idNumber: try (row.value(7) as Data?).map {
        try keys.openText($0, at: SealedPlace("people", "id_number_sealed", row: id))
      },
      phone: try (row.value(8) as Data?).map {
        try keys.openText($0, at: SealedPlace("people", "phone_sealed", row: id))
      },
      hukou: row.value(9), ethnicity: row.value(10), education: row.value(11), source: row.value(12))
  }
}
