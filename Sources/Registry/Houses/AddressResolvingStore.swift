import Addresses
import GRDB
import Storage

/// What an address can mean among the houses that are there.
package struct AddressResolution: Sendable, Equatable {
  package enum Reason: String, Sendable {
    /// Nothing in the text can be looked up.
    case unreadable
    /// The district that the text names is not known.
    case unknownDistrict = "unknown_district"
    /// A part of the text that may name another place was not understood.
    case unreadPart = "unread_part"
    /// The text names several places; each was looked up by itself.
    case severalAddresses = "several_addresses"
    /// The building is there; it has no such room.
    case noSuchRoom = "no_such_room"
    case noSuchHouse = "no_such_house"
  }
  /// One is the answer, several are candidates, none is none: nothing is guessed.
  package let houses: [Int64]
  /// Why there is none, or not one.
  package let reason: Reason?
  /// Whether the text names the house itself: the only house of a building that it names is still a guess.
  package var namesHouse = true
  /// What of the text was not understood and stood in the way.
  package var unread: [String] = []
  /// More candidates than this are cut off; the text needs a room.
  package static let limit = 100
}

extension Reader {
  /// Looks an address up as people write it.
  ///
  /// - Parameters:
  ///   - district: where to look when the text names none; nil: in all.
  ///   - coverage: how much of the text must have been read. With a number or word left over, nothing is found: the rest
  ///     would name another place.
  package func resolve(
    _ address: Address, district: Int64? = nil, coverage: AddressCoverage = .whole
  ) throws -> AddressResolution {
    var district = district
    if let name = address.district {
      guard let named = try districtID(name) else { return .init(houses: [], reason: .unknownDistrict) }
      district = named
    }
    guard address.canonical != nil else { return .init(houses: [], reason: .unreadable) }
    let unread = try unreadParts(address, district: district, coverage: coverage)
    guard unread.isEmpty else { return .init(houses: [], reason: .unreadPart, unread: unread) }
    let (houses, namesHouse) = try houses(address, district)
    if !houses.isEmpty { return .init(houses: houses, reason: nil, namesHouse: namesHouse) }
    let aliased = try housesByAlias(address, district)
    if !aliased.houses.isEmpty { return .init(houses: aliased.houses, reason: nil, namesHouse: aliased.namesHouse) }
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

  /// Looks up a text that may name several places (403、404室): if it does not read as one, each by itself.
  package func resolve(text: String, district: Int64? = nil) throws -> AddressResolution {
    let whole = Address.parse(text)
    let found = try resolve(whole, district: district)
    guard found.reason == .unreadPart || found.reason == .unreadable else { return found }
    let pieces = AddressList.split(text).pieces.map(\.address)
    guard pieces.count > 1, pieces.allSatisfy({ $0.canonical != nil && $0.unread(.whole).isEmpty }) else {
      return found
    }
    var houses: [Int64] = []
    for piece in pieces { houses += try resolve(piece, district: district).houses }
    return .init(houses: houses.uniqued(by: \.self), reason: .severalAddresses, namesHouse: false, unread: found.unread)
  }

  /// What of the text stands in the way of looking it up. A name that a compound, building or house here has is read.
  package func unreadParts(
    _ address: Address, district: Int64?, coverage: AddressCoverage = .whole
  ) throws -> [String] {
    try address.unread(coverage).filter { part in
      guard part.kind == .name else { return true }
      let folded = AddressFolding.fold(part.text)
      let lanes = try compounds(folded: folded, district: district)
      if !lanes.isEmpty { return !lanes.contains { $0.road == address.road && $0.lane == address.lane } }
      return try houseIDs(alias: folded, district: district).isEmpty
    }.map(\.text)
  }

  private func houses(_ address: Address, _ district: Int64?) throws -> (houses: [Int64], namesHouse: Bool) {
    let match = AddressMatch(address)
    var found: [String: [Int64]] = [:]
    for key in match.candidateKeys where found[key.canonical] == nil {
      let ids = try houseIDs(address: key.canonical, district: district)
      if !ids.isEmpty { found[key.canonical] = ids }
    }
    let hits = match.hits(among: Set(found.keys)).flatMap { found[$0] ?? [] }
    guard hits.isEmpty, let building = match.building else { return (hits, true) }
    let rooms = try buildingIDs(address: building, district: district)
      .flatMap { try houseIDs(inBuilding: $0, limit: AddressResolution.limit) }
    return (rooms, false)
  }

  /// The address with a compound's everyday name put back to its road and lane, or a name of the house's own.
  private func housesByAlias(_ address: Address, _ district: Int64?) throws -> (houses: [Int64], namesHouse: Bool) {
    guard let name = address.compound ?? address.road else { return ([], true) }
    let folded = AddressFolding.fold(name)
    var (houses, namesHouse): ([Int64], Bool) = ([], true)
    // A compound of that name along another road is another one.
    let meant = try compounds(folded: folded, district: district).filter { compound in
      (address.compound == nil || address.road == nil || address.road == name || address.road == compound.road)
        && (address.lane == nil || address.lane == compound.lane)
    }
    for compound in meant {
      var placed = address
      placed.compound = nil
      placed.alternatives = []
      placed.road = compound.road
      placed.lane = compound.lane
      let found = try self.houses(placed, district)
      houses += found.houses
      if !found.houses.isEmpty, !found.namesHouse { namesHouse = false }
    }
    if houses.isEmpty, address.room == nil, address.number == nil {
      houses = try houseIDs(alias: folded, district: district)
    }
    return (Array(Set(houses)).sorted(), namesHouse)
  }
}
