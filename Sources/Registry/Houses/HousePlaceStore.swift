import Addresses
import GRDB
import Kernel
import Storage

/// A house as far as it says where an order lies.
package struct HousePlace: Sendable, Hashable {
  package let id: Int64
  package let building: Int64
  package let committee: Int64
  package let grid: Int64?
}

extension Reader {
  /// Where these houses lie; one that is gone is left out.
  package func housePlaces(_ ids: [Int64]) throws -> [HousePlace] {
    let statement = try db.cachedStatement(
      sql: "SELECT id, building_id, committee_id, grid_id FROM houses WHERE id = ?")
    return try ids.compactMap { id in
      try Row.fetchOne(statement, arguments: [id]).map {
        try HousePlace(id: $0.value(0), building: $0.value(1), committee: $0.value(2), grid: $0.value(3))
      }
    }
  }

  /// The committees of the buildings in compounds of this road and lane, or of this everyday name (步高里).
  package func committees(ofLane address: Address, district: Int64?) throws -> Set<Int64> {
    var compounds: [Int64] = []
    if let road = address.road, let lane = address.lane {
      compounds = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id FROM compounds WHERE road = ? AND lane = ? AND district_id IN
              (SELECT id FROM areas WHERE level = 'district' AND (? IS NULL OR id = ?))
            """), arguments: [road, lane, district, district])
    }
    if compounds.isEmpty, let name = address.compound ?? address.road {
      compounds = try self.compounds(folded: AddressFolding.fold(name), district: district).map(\.id)
    }
    return try compounds.reduce(into: []) { found, compound in
      found.formUnion(
        try Int64.fetchSet(
          db.cachedStatement(sql: "SELECT DISTINCT committee_id FROM buildings WHERE compound_id = ?"),
          arguments: [compound]))
    }
  }

  /// The shops that trade at a house on the day, with their names.
  package func shopNames(house: Int64, on day: Day) throws -> [(id: Int64, name: String)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT s.id, s.name FROM occupancies o JOIN shops s ON s.id = o.shop_id
          WHERE o.house_id = ? AND (o.since IS NULL OR o.since <= ?) AND (o.until IS NULL OR o.until > ?)
          """), arguments: [house, day.description, day.description]
    ).map { try ($0.value(0), $0.value(1)) }
  }
}

/// How far the names of places have been read: both tables only grow.
package struct PlaceNamesMark: Sendable, Equatable {
  package var building: Int64 = 0
  package var alias: Int64 = 0
  package init() {}
}

extension Reader {
  /// The roads and everyday names, folded, that have come since `mark`, and how far that is.
  package func placeNames(after mark: PlaceNamesMark) throws -> (names: [String], mark: PlaceNamesMark) {
    var newest = PlaceNamesMark()
    newest.building = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM buildings") ?? 0
    newest.alias = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM aliases") ?? 0
    guard newest != mark else { return ([], mark) }
    let names = try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT road FROM buildings WHERE id > ? UNION SELECT folded FROM aliases WHERE id > ?
          """), arguments: [mark.building, mark.alias])
    return (names, newest)
  }
}

extension Writer {
  /// A house with all that is seen where it lies.
  func rowsSeen(with house: HousePlace) throws -> [(kind: SubjectKind, id: Int64)] {
    func ids(_ sql: String, _ id: Int64) throws -> [Int64] {
      try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
    }
    let people = try ids(
      "SELECT DISTINCT person_id FROM occupancies WHERE house_id = ? AND person_id IS NOT NULL", house.id)
    let shops = try ids("SELECT DISTINCT shop_id FROM occupancies WHERE house_id = ? AND shop_id IS NOT NULL", house.id)
    let assets =
      try ids("SELECT id FROM assets WHERE house_id = ?", house.id)
      + ids("SELECT id FROM assets WHERE building_id = ?", house.building)
    return [(.houses, house.id), (.buildings, house.building)] + people.map { (.people, $0) }
      + shops.map { (.shops, $0) } + assets.map { (.assets, $0) }
  }
}
