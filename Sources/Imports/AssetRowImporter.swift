struct AssetLookUp: Hashable {
  let kind: String
  let code: String
}

extension ExistingAsset: ExistingRow {
  var lookUps: [AssetLookUp] { [AssetLookUp(kind: kind, code: code)] }
}

/// Rows of assets: known by kind and code, standing on a building.
struct AssetRowImporter: RowImporter {
  private let rowContext: ImportRowContext
  private let shelf: DryRunOverlay<ExistingAsset>

  init(_ rowContext: ImportRowContext) {
    self.rowContext = rowContext
    let (reader, writer, context) = (rowContext.reader, rowContext.writer, rowContext.context)
    shelf = DryRunOverlay(
      load: { try reader.heldAsset(kind: $0.kind, code: $0.code).map { [$0] } ?? [] },
      write: writer.map { writer in
        { try writer.save($0, was: $1, source: context.source, context.stamp) }
      })
  }

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = row.findings
    guard let entry = AssetEntry.read(row, &findings),
      let place = try rowContext.building(entry.address, row, &findings)
    else {
      return RowOutcome(findings.verdict == .review ? .review : .rejected, reasons: findings.reasons)
    }
    guard findings.verdict == .sound || decision != nil else { return RowOutcome(.review, reasons: findings.reasons) }
    let held = try shelf.find(AssetLookUp(kind: entry.kind, code: entry.code)).first
    if let held, try !isVisible(held) {
      findings.add(.rejected, "code_taken", row.header(.code), "该编号已登记在别处，请与街道核对")
      return RowOutcome(.rejected, reasons: findings.reasons)
    }
    let isRepeated = try held.map { try rowContext.isRepeated($0.id) } ?? false
    if let held, isRepeated, held.building != place.id, decision == nil {
      findings.add(.review, "code_twice", row.header(.code), "文件里同一编号出现在两处")
      return RowOutcome(.review, candidates: [held.id].filter { $0 > 0 }, reasons: findings.reasons)
    }
    let asset = entry.merged(
      into: held ?? ExistingAsset(id: 0, kind: entry.kind, code: entry.code), building: place.id, house: nil,
      isRepeated: isRepeated)
    if let held, asset == held {
      rowContext.note(held.id)
      return RowOutcome(.unchanged, subjectID: held.id, reasons: findings.reasons)
    }
    let id = try shelf.save(asset, was: held) { asset, id in
      var asset = asset
      asset.id = id
      return asset
    }
    rowContext.note(id)
    return RowOutcome(held == nil ? .create : .update, subjectID: id, reasons: findings.reasons)
  }

  private func isVisible(_ asset: ExistingAsset) throws -> Bool {
    if rowContext.context.job.caller.role.seesAllAreas { return true }
    let place =
      try asset.house.flatMap { try rowContext.reader.places(ofHouses: [$0]).first }
      ?? asset.building.flatMap { try rowContext.reader.place(ofBuilding: $0) }
    return place.map { rowContext.context.allows(committee: $0.committee, grid: $0.grid) } ?? false
  }
}
