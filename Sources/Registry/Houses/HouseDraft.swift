import Kernel

/// A house as it comes in: its canonical address in parts, and where it lies.
package struct HouseDraft: Sendable, Equatable {
  package var district: Int64
  package var committee: Int64
  package var grid: Int64?
  /// The canonical address, and the same without the room: the building's.
  package var address: String
  package var buildingAddress: String
  package var road: String
  package var lane: String?
  package var sublane: String?
  package var number: String?
  package var building: String?
  package var room: String?
  package var kind: String
  package var area: Double?
  /// Who says so.
  package var areaSource: String?
  package var stored: StoredValues
  package var compoundName: String?

  package init(
    district: Int64, committee: Int64, grid: Int64?, address: String, buildingAddress: String, road: String,
    lane: String? = nil, sublane: String? = nil, number: String? = nil, building: String? = nil, room: String? = nil,
    kind: String = "dwelling", area: Double? = nil, areaSource: String? = "manual", stored: StoredValues = [:],
    compoundName: String? = nil
  ) {
    (self.district, self.committee, self.grid) = (district, committee, grid)
    (self.address, self.buildingAddress, self.road, self.lane) = (address, buildingAddress, road, lane)
    (self.sublane, self.number, self.building, self.room) = (sublane, number, building, room)
    (self.kind, self.area, self.stored, self.compoundName) = (kind, area, stored, compoundName)
    self.areaSource = area == nil ? nil : areaSource
  }
}

package struct HousePatch: Sendable, Equatable {
  package var committee: FieldChange<Int64> = .keep
  package var grid: FieldChange<Int64> = .keep
  package var kind: FieldChange<String> = .keep
  package var area: FieldChange<Double> = .keep
  /// Who says how large it is, where that changes.
  package var areaSource: String? = "manual"
  package var stored: StoredChanges = [:]
  package init() {}
}

package struct BuildingPatch: Sendable, Equatable {
  package var stored: StoredChanges = [:]
  package init() {}
}
