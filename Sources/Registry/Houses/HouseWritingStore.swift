import GRDB
import Kernel
import Storage

extension Writer {
  /// Makes a house, with its building and compound where they are not there yet. Its address must be free.
  package func insertHouse(_ draft: HouseDraft) throws -> Int64 {
    let building = try building(of: draft)
    let id = try insert(
      """
      INSERT INTO houses (building_id, district_id, committee_id, grid_id, address, room, kind, area_m2, area_source,
        updated_at\(Self.storedNames))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?\(Self.storedMarks))
      """,
      [
        building, draft.district, draft.committee, draft.grid, draft.address, draft.room, draft.kind, draft.area,
        draft.areaSource, now.description,
      ] + StatementArguments(StoredField.of(.houses).map { draft.stored[$0.name] }))
    try recordChange(.houses, id, .create)
    return id
  }

  private static let storedNames = StoredField.of(.houses).map { ", \($0.name)" }.joined()
  private static let storedMarks = StoredField.of(.houses).map { _ in ", ?" }.joined()

  /// The building of the draft's address, made when missing.
  private func building(of draft: HouseDraft) throws -> Int64 {
    if let id = try read.buildingIDs(address: draft.buildingAddress, district: draft.district).first { return id }
    let compound = try compound(of: draft)
    let id = try insert(
      """
      INSERT INTO buildings (district_id, committee_id, grid_id, compound_id, address, road, lane, sublane, number,
        building, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.district, draft.committee, draft.grid, compound, draft.buildingAddress, draft.road, draft.lane,
        draft.sublane, draft.number, draft.building, now.description,
      ])
    try recordChange(.buildings, id, .create)
    return id
  }

  private func compound(of draft: HouseDraft) throws -> Int64? {
    guard let lane = draft.lane else { return nil }
    let held = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM compounds WHERE district_id = ? AND road = ? AND lane = ?"),
      arguments: [draft.district, draft.road, lane])
    if let held { return held }
    let id = try insert(
      "INSERT INTO compounds (district_id, road, lane, name) VALUES (?, ?, ?, ?)",
      [draft.district, draft.road, lane, draft.compoundName])
    try recordChange(.compounds, id, .create)
    return id
  }

  /// Gives a compound its name; the buildings in it are touched, because questions ask for the name.
  package func nameCompound(_ id: Int64, _ name: String?) throws {
    try beforeChange?("compounds", id)
    try execute("UPDATE compounds SET name = ? WHERE id = ?", [name, id])
    try recordChange(.compounds, id, .update)
    for building in try Int64.fetchAll(db, sql: "SELECT id FROM buildings WHERE compound_id = ?", arguments: [id]) {
      try recordChange(.buildings, building, .update)
    }
  }

  package enum AliasTarget: Sendable {
    case compound(Int64)
    case building(Int64)
    case house(Int64)
  }

  /// Another name that people use; `folded` is what is looked up. The same again changes nothing.
  package func insertAlias(_ name: String, folded: String, district: Int64, of target: AliasTarget) throws {
    let ids: (Int64?, Int64?, Int64?) =
      switch target {
      case .compound(let id): (id, nil, nil)
      case .building(let id): (nil, id, nil)
      case .house(let id): (nil, nil, id)
      }
    try execute(
      """
      INSERT OR IGNORE INTO aliases (district_id, name, folded, compound_id, building_id, house_id)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [district, name, folded, ids.0, ids.1, ids.2])
  }
}

extension Writer {
  /// New values for a house. Where it comes to lie elsewhere, what lies there with it follows: see `follow`.
  ///
  /// - Throws: `not_found`, `version_conflict`, `grid_elsewhere`.
  package func updateHouse(_ id: Int64, _ patch: HousePatch, version: Int64? = nil) throws -> [AuditEntry.Change] {
    guard let old = try read.housePlaces([id]).first else { throw Problem.noSuchRow }
    let patch = try settled(patch, from: old)
    var row = RowPatch(table: "houses", kind: .houses, id: id)
    row.set("committee_id", patch.committee)
    row.set("grid_id", patch.grid)
    row.set("kind", patch.kind)
    row.set("area_m2", patch.area)
    if patch.area != .keep { row.set("area_source", FieldChange<String>.set(patch.areaSource)) }
    row.set(patch.stored)
    // Few changes of a house move it, and only those ask who sees what hangs on it.
    guard patch.committee != .keep || patch.grid != .keep else { return try row.apply(self, version: version) }
    return try tellingLeavings(of: rowsSeen(with: old)) {
      let changes = try row.apply(self, version: version)
      try follow(id, from: old)
      return changes
    }
  }

  package func updateBuilding(
    _ id: Int64, _ patch: BuildingPatch, version: Int64? = nil
  ) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "buildings", kind: .buildings, id: id)
    row.set(patch.stored)
    return try row.apply(self, version: version)
  }
}
