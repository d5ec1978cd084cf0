struct HouseLookUp: Hashable {
  let district: Int64
  let address: String
}

extension ExistingHouse: ExistingRow {
  var lookUps: [HouseLookUp] { [HouseLookUp(district: district, address: address)] }
}

/// Rows of houses. They bring committees and grids with them, under the street that the roster is of or the row names.
struct HouseRowImporter: RowImporter {
  private let rowContext: ImportRowContext
  private let areas: AreaResolver
  private let streets: StreetFinder
  private var context: RosterContext { rowContext.context }

  init(_ rowContext: ImportRowContext) {
    self.rowContext = rowContext
    areas = AreaResolver(rowContext)
    streets = StreetFinder(rowContext.context)
    memory = DryRunOverlay(
      load: { [reader = rowContext.reader] in
        try reader.heldHouse(address: $0.address, district: $0.district).map { [$0] } ?? []
      }, write: nil)
  }

  /// Plans only: what is written is read back from the tables.
  private let memory: DryRunOverlay<ExistingHouse>

  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome {
    var findings = row.findings
    guard let entry = HouseEntry.read(row, asOf: context.job.asOf, &findings),
      let street = streets.street(entry, row, &findings), let canonical = entry.address.canonical
    else { return RowOutcome(.rejected, reasons: findings.reasons) }
    let held = try held(HouseLookUp(district: street.district, address: canonical))
    if try isElsewhere(held, entry, district: street.district) {
      findings.add(.rejected, "outside_area", row.header(.address), "该地址不在您的辖区内")
      return RowOutcome(.rejected, reasons: findings.reasons)
    }
    if decision?.action == .skip { return RowOutcome(.rejected, reasons: [RowReason("skipped", nil, "经人工决定不导入")]) }
    guard findings.verdict == .sound || (decision != nil && !findings.reasons.contains(where: \.needsCorrection)) else {
      return RowOutcome(.review, candidates: held.map { $0.id > 0 ? [$0.id] : [] } ?? [], reasons: findings.reasons)
    }
    guard let committee = try committee(entry, street, row, &findings) else {
      return RowOutcome(.rejected, reasons: findings.reasons)
    }
    let grid = try entry.grid.map {
      try areas.find($0, under: committee, .grid) ?? areas.make($0, under: committee, .grid)
    }
    return try save(
      entry, held, committee, grid, HouseLookUp(district: street.district, address: canonical), row, findings)
  }

  /// Whether the house, or for a new one the building that it would be a room of, belongs to areas that are not the
  /// caller's.
  private func isElsewhere(_ held: ExistingHouse?, _ entry: HouseEntry, district: Int64) throws -> Bool {
    if context.job.caller.role.seesAllAreas { return false }
    func isOutside(_ committee: Int64, _ grid: Int64?) -> Bool {
      !areas.isNew(committee) && !context.allows(committee: committee, grid: grid)
    }
    if let held { return isOutside(held.committee, held.grid) }
    guard let building = entry.address.buildingCanonical else { return false }
    return try rowContext.reader.buildingIDs(address: building, district: district)
      .compactMap { try rowContext.reader.place(ofBuilding: $0) }.contains { isOutside($0.committee, $0.grid) }
  }

  private func held(_ lookUp: HouseLookUp) throws -> ExistingHouse? {
    if rowContext.writer != nil {
      return try rowContext.reader.heldHouse(address: lookUp.address, district: lookUp.district)
    }
    return try memory.find(lookUp).first
  }

  /// The committee that the row names, made when the caller may; or the one that the roster is of.
  private func committee(
    _ entry: HouseEntry, _ street: StreetFinder.Street, _ row: RowCells, _ findings: inout RowFindings
  ) throws -> Int64? {
    guard let name = entry.committee else {
      if let own = street.committee { return own }
      findings.add(.rejected, "committee_missing", row.header(.committee), "没有居委会")
      return nil
    }
    let found = try areas.find(name, under: street.id, .committee)
    if let own = street.committee {
      if found == own { return own }
      findings.add(.rejected, "outside_area", row.header(.committee), "不在所选居委会内：\(name.prefix(20))")
      return nil
    }
    if let found, areas.isNew(found) || context.allows(committee: found) || context.allows(committee: street.id) {
      return found
    }
    guard context.allows(committee: street.id) else {
      findings.add(.rejected, "outside_area", row.header(.committee), "不在您的辖区内：\(name.prefix(20))")
      return nil
    }
    return try areas.make(name, under: street.id, .committee)
  }

  private func save(
    _ entry: HouseEntry, _ held: ExistingHouse?, _ committee: Int64, _ grid: Int64?, _ lookUp: HouseLookUp,
    _ row: RowCells, _ found: RowFindings
  ) throws -> RowOutcome {
    var findings = found
    if let held, entry.areaDiffers(from: held) {
      findings.add(.sound, "area_differs", row.header(.area), "面积与登记的不符：以较可靠的来源为准，另一个数保留备查")
    }
    let blank = ExistingHouse(
      id: 0, district: lookUp.district, committee: committee, grid: grid, address: lookUp.address,
      kind: entry.kind ?? "dwelling")
    let isRepeated = try held.map { try rowContext.isRepeated($0.id) } ?? false
    let house = entry.merged(
      into: held ?? blank, committee: committee, grid: grid, source: context.source, isRepeated: isRepeated,
      name: areas.name)
    if let held, house == held {
      rowContext.note(held.id)
      return RowOutcome(.unchanged, subjectID: held.id, reasons: findings.reasons)
    }
    let id: Int64
    if let writer = rowContext.writer {
      id = try writer.save(house, was: held, entry.address, context.stamp)
    } else {
      id = try memory.save(house, was: held) { house, id in
        var house = house
        house.id = id
        return house
      }
    }
    rowContext.note(id)
    return RowOutcome(held == nil ? .create : .update, subjectID: id, reasons: findings.reasons)
  }
}
