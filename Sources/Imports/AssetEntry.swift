import FilterLanguage
import Kernel

/// What one row says of an asset (设施设备).
package struct AssetEntry: Sendable, Equatable {
  package var kind: String
  package var code: String
  package var address: String
  package var status: String?
  package var due: Day?

  /// The entry is nil when the row is rejected. A file without a column for the kind is one of elevators when it speaks
  /// of them or of 年检, which nothing else has.
  package static func read(_ row: RowCells, _ findings: inout RowFindings) -> AssetEntry? {
    let code = row.text(.code, &findings, missing: "没有编号")
    let address = row.text(.address, &findings, missing: "没有地址")
    let kind = kind(row)
    if kind == nil {
      findings.add(.rejected, "kind_missing", row.header(.kind), "没有设备类型")
    }
    let due = row.day(.due, &findings)
    guard findings.verdict != .rejected, let code, let address, let kind else { return nil }
    return AssetEntry(kind: kind, code: code, address: address, status: row[.status], due: due)
  }

  private static func kind(_ row: RowCells) -> String? {
    if let text = row[.kind] { return RosterWords.assetKind[text] ?? text }
    if row.map.columns[.kind] != nil { return nil }
    return row.map.headers.contains { $0.contains("电梯") || $0.contains("年检") } ? "elevator" : nil
  }
}

/// What the database holds of an asset.
package struct ExistingAsset: Sendable, Equatable {
  package var id: Int64
  package var kind: String
  package var code: String
  package var building: Int64?
  package var house: Int64?
  package var status: String?
  package var due: Day?

  package init(id: Int64, kind: String, code: String) {
    (self.id, self.kind, self.code) = (id, kind, code)
  }
}

extension AssetEntry {
  /// The asset after this row; there is one register for a kind, so the newest file wins, its first row over later ones.
  package func merged(into held: ExistingAsset, building: Int64?, house: Int64?, isRepeated: Bool) -> ExistingAsset {
    var asset = held
    if !isRepeated { (asset.building, asset.house) = (building, house) }
    if let due, asset.due == nil || !isRepeated { asset.due = due }
    if let status, asset.status == nil || !isRepeated { asset.status = status }
    return asset
  }
}
