import GRDB
import Storage

extension Reader {
  /// Houses with exactly this canonical address; with a district, in it.
  package func houseIDs(address: String, district: Int64?) throws -> [Int64] {
    try ids(in: "houses", address: address, district: district)
  }

  package func buildingIDs(address: String, district: Int64?) throws -> [Int64] {
    try ids(in: "buildings", address: address, district: district)
  }

  /// Buildings that are units, or buildings, within the number or building of this address: 长乐路99弄4号1单元 of 长乐路99弄4号.
  package func buildingIDs(within address: String, district: Int64?) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id FROM areas a CROSS JOIN buildings t ON t.district_id = a.id AND t.address > ? AND t.address < ?
          WHERE a.level = 'district' AND (? IS NULL OR a.id = ?) ORDER BY t.id LIMIT 100
          """), arguments: [address + "0", address + ":", district, district])
  }

  /// The houses of a building, rooms in the order of their names, at most `limit`.
  package func houseIDs(inBuilding building: Int64, limit: Int = 500) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM houses WHERE building_id = ? ORDER BY room, id LIMIT ?"),
      arguments: [building, limit])
  }

  /// The district lookup walks the UNIQUE index; without one, every district's entry is tried in turn.
  private func ids(in table: String, address: String, district: Int64?) throws -> [Int64] {
    if let district {
      return try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM \(table) WHERE district_id = ? AND address = ?"),
        arguments: [district, address])
    }
    return try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.id FROM areas a CROSS JOIN \(table) t ON t.district_id = a.id AND t.address = ?
          WHERE a.level = 'district' ORDER BY t.id
          """), arguments: [address])
  }

  /// Road and lane of the compounds that people call by this name.
  package func compounds(folded: String, district: Int64?) throws -> [(id: Int64, road: String, lane: String)] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT c.id, c.road, c.lane FROM aliases a JOIN compounds c ON c.id = a.compound_id
          WHERE a.folded = ? AND a.district_id IN
            (SELECT id FROM areas WHERE level = 'district' AND (? IS NULL OR id = ?))
          """), arguments: [folded, district, district])
    return try rows.map { try ($0.value(0), $0.value(1), $0.value(2)) }
  }

  /// Houses with this alias of their own, and all houses of buildings with it.
  package func houseIDs(alias folded: String, district: Int64?) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT h.id FROM aliases a
          JOIN houses h ON h.id = a.house_id OR (a.building_id IS NOT NULL AND h.building_id = a.building_id)
          WHERE a.folded = ? AND a.district_id IN
            (SELECT id FROM areas WHERE level = 'district' AND (? IS NULL OR id = ?)) LIMIT 100
          """), arguments: [folded, district, district])
  }

  /// The canonical address of a house.
  package func address(ofHouse id: Int64) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT address FROM houses WHERE id = ?"), arguments: [id])
  }
}
