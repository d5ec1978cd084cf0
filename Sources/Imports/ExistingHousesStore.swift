import Addresses
import GRDB
import Kernel
import Registry
import Storage

extension Reader {
  /// The house with this canonical address, with what its building and compound say.
  package func heldHouse(address: String, district: Int64) throws -> ExistingHouse? {
    let stored = StoredField.ofHouseRosters.map { ", \($0.subject == .houses ? "h" : "b").\($0.name)" }.joined()
    let row = try row(
      "houses",
      """
      SELECT h.id, h.committee_id, h.grid_id, h.kind, h.area_m2, h.area_source, b.id AS building, c.id AS compound,
        c.name AS compound_name\(stored)
      FROM houses h JOIN buildings b ON b.id = h.building_id LEFT JOIN compounds c ON c.id = b.compound_id
      WHERE h.district_id = ? AND h.address = ?
      """, [district, address])
    guard let row else { return nil }
    var house = ExistingHouse(
      id: try row["id"], district: district, committee: try row["committee_id"], grid: try row["grid_id"],
      address: address, kind: try row["kind"])
    (house.area, house.areaSource) = (try row["area_m2"], try row["area_source"])
    (house.building, house.compound) = (try row["building"], try row["compound"])
    house.compoundName = try row["compound_name"]
    for field in StoredField.ofHouseRosters { house.stored[field] = try row[field.name] as StoredValue? }
    house.aliases = try Set(
      String.fetchCursor(
        db.cachedStatement(sql: "SELECT folded FROM aliases WHERE house_id = ? OR building_id = ? OR compound_id = ?"),
        arguments: [house.id, house.building, house.compound]))
    house.claims = try heldClaims("house_id", house.id)
    return house
  }
}

extension Writer {
  /// Writes a house as merged, with its building and compound, and the audit entry. `address` gives a new one its parts.
  package func save(_ new: ExistingHouse, was old: ExistingHouse?, _ address: Address, _ stamp: ImportStamp) throws
    -> Int64
  {
    var changes: [AuditEntry.Change] = []
    let id: Int64
    if let old {
      id = old.id
      changes = try updateHouse(id, Self.patch(new, old))
    } else {
      id = try insertHouse(Self.draft(new, address))
    }
    if new.ofBuilding != old?.ofBuilding ?? [:] || new.compoundName != old?.compoundName
      || new.aliases != old?.aliases ?? []
    {
      try saveSurroundings(new, old)
    }
    for claim in new.claims.subtracting(old?.claims ?? []) {
      _ = try insertClaim(
        on: TagTarget(.house, id), field: claim.field, value: claim.value, source: claim.source)
    }
    try audit(
      stamp.caller,
      AuditEntry(
        old == nil ? "houses.create" : "houses.update", subject: .houses, id: id, reason: stamp.reason,
        changes: changes))
    return id
  }

  /// What is said of the building, the compound's name, and other names: of the compound where there is one.
  private func saveSurroundings(_ new: ExistingHouse, _ old: ExistingHouse?) throws {
    guard let held = try read.heldHouse(address: new.address, district: new.district) else { return }
    if let building = held.building {
      var patch = BuildingPatch()
      for (field, value) in new.ofBuilding where held.stored[field] == nil { patch.stored[field.name] = .set(value) }
      if !patch.stored.isEmpty { _ = try updateBuilding(building, patch) }
    }
    if let compound = held.compound, let name = new.compoundName {
      if held.compoundName == nil { try nameCompound(compound, name) }
      try insertAlias(name, folded: AddressFolding.fold(name), district: new.district, of: .compound(compound))
    }
    for alias in new.aliases.subtracting(held.aliases) {
      let target = held.compound.map { AliasTarget.compound($0) } ?? .house(held.id)
      try insertAlias(alias, folded: alias, district: new.district, of: target)
    }
  }

  private static func draft(_ new: ExistingHouse, _ address: Address) -> HouseDraft {
    HouseDraft(
      district: new.district, committee: new.committee, grid: new.grid, address: new.address,
      buildingAddress: address.buildingCanonical ?? new.address, road: address.road ?? address.compound ?? "",
      lane: address.lane, sublane: address.sublane, number: address.number, building: address.building,
      room: address.room, kind: new.kind, area: new.area, areaSource: new.areaSource,
      stored: new.ofHouse.reduce(into: [:]) { $0[$1.key.name] = $1.value }, compoundName: new.compoundName)
  }

  private static func patch(_ new: ExistingHouse, _ old: ExistingHouse) -> HousePatch {
    var patch = HousePatch()
    if new.committee != old.committee { patch.committee = .set(new.committee) }
    if new.grid != old.grid { patch.grid = .set(new.grid) }
    if new.kind != old.kind { patch.kind = .set(new.kind) }
    if new.area != old.area { (patch.area, patch.areaSource) = (.set(new.area), new.areaSource) }
    for field in StoredField.of(.houses) where new.stored[field] != old.stored[field] {
      patch.stored[field.name] = .set(new.stored[field])
    }
    return patch
  }
}

extension ExistingHouse {
  fileprivate var ofHouse: [StoredField: StoredValue] { stored.filter { $0.key.subject == .houses } }
  fileprivate var ofBuilding: [StoredField: StoredValue] { stored.filter { $0.key.subject == .buildings } }
}
