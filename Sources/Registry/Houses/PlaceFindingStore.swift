import Addresses
import Platform
import Storage

extension Reader {
  /// Every building that a reading of the address names; a room in it is not looked at.
  package func buildingHits(_ address: Address, district: Int64?) throws -> [PlaceHit] {
    let keys = Set(([address] + address.alternatives).compactMap(\.buildingCanonical))
    let ids = try Set(keys.flatMap { try buildingIDs(address: $0, district: district) })
    return try ids.sorted().compactMap { try place(ofBuilding: $0) }
  }

  /// The units and buildings within the place that the address names.
  package func buildingHits(within address: Address, district: Int64?) throws -> [PlaceHit] {
    guard address.number != nil || address.building != nil, let key = address.buildingCanonical else { return [] }
    return try buildingIDs(within: key, district: district).compactMap { try place(ofBuilding: $0) }
  }

  /// Where the building of a new house lies, if it is there already.
  package func building(of draft: HouseDraft) throws -> PlaceHit? {
    try buildingIDs(address: draft.buildingAddress, district: draft.district).first.flatMap(place(ofBuilding:))
  }
}
