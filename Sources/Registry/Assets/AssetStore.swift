import GRDB
import Kernel
import Storage

extension Writer {
  package func insertAsset(_ draft: AssetDraft) throws -> Int64 {
    if try read.asset(kind: draft.kind, code: draft.code) != nil {
      throw Problem(.conflict, "asset_code_taken", "该类设施已有相同编号。")
    }
    let (building, house) = Self.columns(draft.place)
    let id = try insert(
      """
      INSERT INTO assets (kind, code, building_id, house_id, status, due, source, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.kind, draft.code, building, house, draft.status, draft.due?.description, draft.source, now.description,
      ])
    try recordChange(.assets, id, .create)
    return id
  }

  package func updateAsset(_ id: Int64, _ patch: AssetPatch, version: Int64? = nil) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "assets", kind: .assets, id: id)
    if case .set(let place?) = patch.place {
      let (building, house) = Self.columns(place)
      row.set("building_id", FieldChange.set(building))
      row.set("house_id", FieldChange.set(house))
    }
    row.set("status", patch.status)
    row.set("due", patch.due.text)
    return try row.apply(self, version: version)
  }

  private static func columns(_ place: AssetPlace) -> (building: Int64?, house: Int64?) {
    switch place {
    case .building(let id): (id, nil)
    case .house(let id): (nil, id)
    }
  }
}

extension Reader {
  package func asset(kind: String, code: String) throws -> AssetRow? {
    try Row.fetchOne(
      db.cachedStatement(sql: Self.assetColumns + " WHERE kind = ? AND code = ?"), arguments: [kind, code]
    ).map(Self.asset)
  }

  /// Assets of any kind with this code.
  package func assetIDs(code: String) throws -> [Int64] {
    try Int64.fetchAll(db.cachedStatement(sql: "SELECT id FROM assets WHERE code = ? ORDER BY id"), arguments: [code])
  }

  package func asset(_ id: Int64) throws -> AssetRow? {
    try Row.fetchOne(db.cachedStatement(sql: Self.assetColumns + " WHERE id = ?"), arguments: [id]).map(Self.asset)
  }

  private static let assetColumns = "SELECT id, version, kind, code, building_id, house_id, status, due FROM assets"

  private static func asset(_ row: Row) throws -> AssetRow {
    try AssetRow(
      id: row.value(0), version: row.value(1), kind: row.value(2), code: row.value(3), building: row.value(4),
      house: row.value(5), status: row.value(6),
      due: row.day(7))
  }
}
