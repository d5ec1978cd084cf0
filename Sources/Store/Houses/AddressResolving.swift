import Domain
import GRDB

/// What an address can mean among the houses that are there.
package struct AddressResolution: Sendable, Equatable {
  package enum Reason: String, Sendable {
    /// Nothing in the text can be looked up.
    case unreadable
    /// The district that the text names is not known.
    case unknownDistrict = "unknown_district"
    /// The building is there; it has no such room.
    case noSuchRoom = "no_such_room"
    case noSuchHouse = "no_such_house"
  }
  /// One is the answer, several are candidates, none is none: nothing is guessed.
  package let houses: [Int64]
  /// Why there is none.
  package let reason: Reason?
  /// More candidates than this are cut off; the text needs a room.
  package static let limit = 100
}

extension Reader {
  /// Looks an address up as people write it.
  ///
  /// - Parameter district: where to look when the text names none; nil: in all.
  package func resolve(_ address: Address, district: Int64? = nil) throws -> AddressResolution {
    var district = district
    if let name = address.district {
      guard let named = try districtID(name) else { return .init(houses: [], reason: .unknownDistrict) }
      district = named
    }
    guard address.canonical != nil else { return .init(houses: [], reason: .unreadable) }
    let houses = try houses(address, district)
    if !houses.isEmpty { return .init(houses: houses, reason: nil) }
    let aliased = try housesByAlias(address, district)
    if !aliased.isEmpty { return .init(houses: aliased, reason: nil) }
    if address.room != nil, let building = address.buildingCanonical,
      try !buildingIDs(address: building, district: district).isEmpty
    {
      return .init(houses: [], reason: .noSuchRoom)
    }
    return .init(houses: [], reason: .noSuchHouse)
  }

  private func districtID(_ name: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM areas WHERE level = 'district' AND name = ?"), arguments: [name])
  }

  private func houses(_ address: Address, _ district: Int64?) throws -> [Int64] {
    let match = AddressMatch(address)
    var found: [String: [Int64]] = [:]
    for key in match.candidateKeys where found[key.canonical] == nil {
      let ids = try houseIDs(address: key.canonical, district: district)
      if !ids.isEmpty { found[key.canonical] = ids }
    }
    let hits = match.hits(among: Set(found.keys)).flatMap { found[$0] ?? [] }
    guard hits.isEmpty, let building = match.building else { return hits }
    return try buildingIDs(address: building, district: district)
      .flatMap { try houseIDs(inBuilding: $0, limit: AddressResolution.limit) }
  }

  /// The address with a compound's everyday name put back to its road and lane, or a name of the house's own.
  private func housesByAlias(_ address: Address, _ district: Int64?) throws -> [Int64] {
    guard let name = address.compound ?? address.road else { return [] }
    let folded = AddressFolding.fold(name)
    var houses: [Int64] = []
    for compound in try compounds(folded: folded, district: district) {
      var placed = address
      placed.compound = nil
      placed.alternatives = []
      placed.road = compound.road
      placed.lane = compound.lane
      houses += try self.houses(placed, district)
    }
    if houses.isEmpty, address.room == nil, address.number == nil {
      houses = try houseIDs(alias: folded, district: district)
    }
    return Array(Set(houses)).sorted()
  }
}
