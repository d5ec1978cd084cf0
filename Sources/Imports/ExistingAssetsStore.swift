import GRDB
import Kernel
import Registry
import Storage

extension Reader {
  package func heldAsset(kind: String, code: String) throws -> ExistingAsset? {
    guard let row = try asset(kind: kind, code: code) else { return nil }
    var held = ExistingAsset(id: row.id, kind: row.kind, code: row.code)
    (held.building, held.house, held.status, held.due) = (row.building, row.house, row.status, row.due)
    return held
  }
}

extension Writer {
  /// Writes an asset as merged, and the audit entry.
  package func save(_ new: ExistingAsset, was old: ExistingAsset?, source: String, _ stamp: ImportStamp) throws -> Int64
  {
    guard let place = new.house.map({ AssetPlace.house($0) }) ?? new.building.map({ AssetPlace.building($0) }) else {
      throw Problem(.invalid, "asset_placeless", "设施没有位置。")
    }
    var changes: [AuditEntry.Change] = []
    let id: Int64
    if let old {
      id = old.id
      var patch = AssetPatch()
      if (new.building, new.house) != (old.building, old.house) { patch.place = .set(place) }
      if new.status != old.status { patch.status = .set(new.status) }
      if new.due != old.due { patch.due = .set(new.due) }
      changes = try updateAsset(id, patch)
    } else {
      id = try insertAsset(
        AssetDraft(
          kind: new.kind, code: new.code, place: place, status: new.status, due: new.due, source: source))
    }
    try audit(
      stamp.caller,
      AuditEntry(
        old == nil ? "assets.create" : "assets.update", subject: .assets, id: id, reason: stamp.reason,
        changes: changes))
    return id
  }
}
