import Domain
import GRDB

/// A house or building that an address may mean, and where it lies.
package struct PlaceHit: Sendable, Hashable {
  package let id: Int64
  package let committee: Int64
  package let grid: Int64?
}

extension Reader {
  /// Every house that a reading of the address names, in these districts; more than one is for a person to choose from.
  package func houseHits(_ address: Address, _ text: String, districts: [Int64]) throws -> Set<PlaceHit> {
    var hits = try hits("houses", keys(address, \.canonical, districts), districts)
    guard hits.isEmpty else { return hits }
    let folded = AddressFolding.fold(text)
    for district in districts {
      for id in try houseIDs(alias: folded, district: district) {
        if let place = try placement(ofHouse: id) {
          hits.insert(PlaceHit(id: id, committee: place.committee, grid: place.grid))
        }
      }
    }
    return hits
  }

  /// Every building that a reading of the address names; a room in it is not looked at.
  package func buildingHits(_ address: Address, districts: [Int64]) throws -> Set<PlaceHit> {
    try hits("buildings", keys(address, \.buildingCanonical, districts), districts)
  }

  private func hits(_ table: String, _ keys: Set<String>, _ districts: [Int64]) throws -> Set<PlaceHit> {
    let statement = try db.cachedStatement(
      sql: "SELECT id, committee_id, grid_id FROM \(table) WHERE district_id = ? AND address = ?")
    var hits: Set<PlaceHit> = []
    for key in keys {
      for district in districts {
        guard let row = try Row.fetchOne(statement, arguments: [district, key]) else { continue }
        hits.insert(PlaceHit(id: row[0], committee: row[1], grid: row[2]))
      }
    }
    return hits
  }

  /// The keys of all readings: the address, its alternatives, a storey in brackets taken for a room, and, where a compound
  /// stands for the road, the roads and lanes that are called so.
  private func keys(
    _ address: Address, _ key: KeyPath<Address, String?>, _ districts: [Int64]
  ) throws -> Set<String> {
    var keys: Set<String> = []
    for reading in [address] + address.alternatives {
      if let canonical = reading[keyPath: key] { keys.insert(canonical) }
      if let qualifier = reading.qualifier, reading.room == nil {
        var withRoom = reading
        withRoom.room = qualifier
        if let canonical = withRoom[keyPath: key] { keys.insert(canonical) }
      }
      guard reading.road == nil || reading.lane == nil, let name = reading.compound ?? reading.road else { continue }
      for district in districts {
        for compound in try compounds(folded: AddressFolding.name(AddressFolding.fold(name)), district: district) {
          var inLane = reading
          (inLane.road, inLane.lane, inLane.compound) = (compound.road, compound.lane, nil)
          if let canonical = inLane[keyPath: key] { keys.insert(canonical) }
        }
      }
    }
    return keys
  }

  /// The districts that have houses, in the given areas' committees or anywhere.
  package func districtsWithHouses() throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.id FROM areas a WHERE a.level = 'district'
            AND EXISTS (SELECT 1 FROM houses h WHERE h.district_id = a.id) ORDER BY a.id
          """))
  }

  /// Where a building lies.
  package func placement(ofBuilding id: Int64) throws -> PlaceHit? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, committee_id, grid_id FROM buildings WHERE id = ?"), arguments: [id]
    ).map { PlaceHit(id: $0[0], committee: $0[1], grid: $0[2]) }
  }
}
