import FilterLanguage
import GRDB
import Kernel
import Storage

/// One SELECT a kind of facts: the same statement reads all rows at start and some rows after a commit, so that the
/// index cannot drift from what a fresh start would read.
package struct FactsQuery<Facts>: Sendable {
  let sql: String
  /// The column that ids are compared with.
  let id: String
  let make: @Sendable (RawRow) throws -> Facts

  /// Every row, or those with the given ids, one after the other.
  func forEach(_ db: Database, ids: [UInt32]? = nil, _ body: (Facts) throws -> Void) throws {
    var arguments: StatementArguments = []
    var sql = sql
    if let ids {
      sql += " WHERE \(id) IN (SELECT value FROM json_each(?))"
      arguments = [Reader.list(ids)]
    }
    try RawRow.forEach(db, sql, arguments) { row in try body(make(row)) }
  }
}

package enum FactsQueries {
  package static let areas = FactsQuery(sql: "SELECT id, code, name, level, parent_id FROM areas", id: "id") { row in
    AreaFacts(
      id: row.id(0), code: row.value(1), name: row.value(2), level: AreaFacts.Level(rawValue: row.value(3)) ?? .grid,
      parent: row.optionalID(4))
  }

  static let buildings = FactsQuery(
    sql: """
      SELECT b.id, b.district_id, b.committee_id, b.grid_id, b.address, b.road, c.name, b.updated_at
        \(StoredField.columns(of: .buildings, in: "b"))
      FROM buildings b LEFT JOIN compounds c ON c.id = b.compound_id
      """, id: "b.id"
  ) { row in
    BuildingFacts(
      id: row.id(0), district: row.id(1), committee: row.id(2), grid: row.optionalID(3), address: row.value(4),
      road: row.value(5),
      compound: row.value(6), stored: row.stored(.buildings, from: 8), updatedAt: row.instant(7))
  }

  static let houses = FactsQuery(
    sql: """
      SELECT id, building_id, committee_id, grid_id, address, kind, area_m2, updated_at
        \(StoredField.columns(of: .houses, in: "houses")) FROM houses
      """, id: "id"
  ) { row in
    HouseFacts(
      id: row.id(0), building: row.id(1), committee: row.id(2), grid: row.optionalID(3), address: row.value(4),
      kind: row.value(5),
      area: row.value(6), stored: row.stored(.houses, from: 8), updatedAt: row.instant(7))
  }

  static let people = FactsQuery(
    sql: """
      SELECT id, name, sex, birth_date, death_date, hukou, ethnicity, education, updated_at FROM people
      """, id: "id"
  ) { row in
    PersonFacts(
      id: row.id(0), name: row.value(1), sex: row.value(2), birth: row.day(3), death: row.day(4), hukou: row.value(5),
      ethnicity: row.value(6),
      education: row.value(7), updatedAt: row.instant(8))
  }

  static let shops = FactsQuery(
    sql: """
      SELECT id, name, credit_code, kind, category, status, opened, licence_until, closes, updated_at FROM shops
      """, id: "id"
  ) { row in
    ShopFacts(
      id: row.id(0), name: row.value(1), creditCode: row.value(2), kind: row.value(3), category: row.value(4),
      status: row.value(5),
      opened: row.day(6), licenceUntil: row.day(7), closes: (row.value(8) as String?).flatMap(minutes),
      updatedAt: row.instant(9))
  }

  static let assets = FactsQuery(
    sql: "SELECT id, kind, code, building_id, house_id, status, due, updated_at FROM assets", id: "id"
  ) { row in
    AssetFacts(
      id: row.id(0), kind: row.value(1), code: row.value(2), building: row.optionalID(3), house: row.optionalID(4),
      status: row.value(5),
      due: row.day(6), updatedAt: row.instant(7))
  }

  static let occupancies = FactsQuery(
    sql: "SELECT id, house_id, person_id, shop_id, role, since, until FROM occupancies", id: "id"
  ) { row in
    OccupancyFacts(
      id: row.id(0), house: row.id(1), person: row.optionalID(2), shop: row.optionalID(3),
      role: OccupancyFacts.Role(word: row.value(4)) ?? .family, since: row.day(5), until: row.day(6))
  }

  static let taggings = FactsQuery(
    sql: """
      SELECT id, tag_id, coalesce(person_id, house_id, shop_id, building_id), since, until FROM taggings
      """, id: "id"
  ) { row in
    TaggingFacts(
      id: row.id(0), tag: row.id(1), subject: row.id(2), since: row.day(3) ?? Day(number: 0), until: row.day(4))
  }

  static let visits = FactsQuery(
    sql: "SELECT id, house_id, person_id, visited_on, purpose FROM visits", id: "id"
  ) { row in
    VisitFacts(
      id: row.id(0), house: row.id(1), person: row.optionalID(2), on: row.day(3) ?? Day(number: 0),
      purpose: row.value(4))
  }

  static func records(_ datasets: [Int64: Vocabulary.Dataset]) -> FactsQuery<RecordFacts> {
    FactsQuery(
      sql: """
        SELECT id, dataset_id, coalesce(person_id, house_id, shop_id, building_id), data FROM records
        """, id: "id"
    ) { row in
      let dataset = datasets[row.value(1) as Int64]
      return RecordFacts(
        id: row.id(0), dataset: dataset?.code ?? "", subject: row.id(2),
        fields: try RecordData.fields(row.bytes(3), of: dataset))
    }
  }

  /// `22:30` as minutes after midnight.
  private static func minutes(_ text: String) -> Int32? {
    let parts = text.split(separator: ":").compactMap { Int32($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}
