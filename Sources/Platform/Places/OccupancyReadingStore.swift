import GRDB
import Storage

extension Reader {
  package func occupancies(ofPerson id: Int64) throws -> [OccupancyRow] { try occupancies("person_id", id) }
  package func occupancies(ofShop id: Int64) throws -> [OccupancyRow] { try occupancies("shop_id", id) }
  package func occupancies(ofHouse id: Int64) throws -> [OccupancyRow] { try occupancies("house_id", id) }
  package func occupancy(_ id: Int64) throws -> OccupancyRow? { try occupancies("id", id).first }

  private func occupancies(_ column: String, _ id: Int64) throws -> [OccupancyRow] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, house_id, person_id, shop_id, role, since, until, version FROM occupancies
          WHERE \(column) = ? ORDER BY id
          """), arguments: [id])
    return try rows.map { row in
      try OccupancyRow(
        id: row.value(0), house: row.value(1), person: row.value(2), shop: row.value(3), role: row.value(4),
        since: row.day(5), until: row.day(6),
        version: row.value(7))
    }
  }
}
