import Addresses
import FilterLanguage
import Kernel
import Registry

/// What one row says of a house.
package struct HouseEntry: Sendable, Equatable {
  package var address: Address
  package var district: String?
  package var street: String?
  package var committee: String?
  package var grid: String?
  package var kind: String?
  package var area: Double?
  package var compound: String?
  package var aliases: [String]
  /// The plain columns of houses and buildings.
  package var stored: [StoredField: StoredValue] = [:]
  /// What the row says and no column of the database holds.
  package var kept: [KeptValue] = []

  /// The entry is nil when the row is rejected.
  package static func read(_ row: RowCells, asOf: Day, _ findings: inout RowFindings) -> HouseEntry? {
    guard let text = row.text(.address, &findings, missing: "没有地址") else { return nil }
    let address = Address.parse(text)
    guard address.canonical != nil, address.number != nil || address.building != nil else {
      findings.add(.rejected, "address_unreadable", row.header(.address), "地址看不懂：\(text.prefix(60))")
      return nil
    }
    let unread = address.unread.filter { $0.kind != .name || $0.text != row[.compound].map(AddressFolding.fold) }
    if !unread.isEmpty {
      findings.add(.review, "address_unread", row.header(.address), AddressDoubt.detail(unread.map(\.text)))
    }
    if !address.alternatives.isEmpty {
      findings.add(.review, "address_ambiguous", row.header(.address), "地址有不止一种读法，请写全（弄、号、室）")
    }
    var kept: [KeptValue] = []
    let kind = row.word(.kind, RosterWords.houseKind, &kept, &findings)
    if let use = row[.use] { kept.append(KeptValue("use", use)) }
    let area = row.number(.area, in: 1...1_000_000, units: areaUnits, &kept, &findings)
    var entry = HouseEntry(
      address: address, district: row[.district] ?? address.district, street: row[.street],
      committee: row[.committee], grid: row[.grid], kind: kind, area: area, compound: row[.compound],
      aliases: RemarkWords.split(row[.alias]))
    for field in StoredField.ofHouseRosters { entry.stored[field] = row.stored(field, &kept, &findings) }
    entry.kept = kept
    entry.place(row, &findings)
    return entry
  }
}

extension HouseEntry {
  private static let areaUnits = ["平方米", "平方", "平米", "平", "㎡", "m²", "m2", "m^2", "方"]
}

/// What the database holds of a house, with what of its building and compound a roster may say.
package struct ExistingHouse: Sendable, Equatable {
  package var id: Int64
  package var district: Int64
  package var committee: Int64
  package var grid: Int64?
  package var address: String
  package var kind: String
  package var area: Double?
  /// Who says so; nil where nobody knows any more.
  package var areaSource: String?
  package var building: Int64?
  /// The plain columns of the house and its building.
  package var stored: [StoredField: StoredValue] = [:]
  package var compound: Int64?
  package var compoundName: String?
  /// Folded.
  package var aliases: Set<String> = []
  package var claims: Set<ExistingClaim> = []

  package init(id: Int64, district: Int64, committee: Int64, grid: Int64?, address: String, kind: String) {
    (self.id, self.district, self.committee, self.grid) = (id, district, committee, grid)
    (self.address, self.kind) = (address, kind)
  }
}

extension HouseEntry {
  /// The house after this row. There is one kind of source for houses, so the newest file wins.
  ///
  /// - Parameter name: an area's name, for the claim that keeps what was before.
  package func merged(
    into held: ExistingHouse, committee: Int64, grid: Int64?, source: String, isRepeated: Bool, name: (Int64) -> String
  ) -> ExistingHouse {
    var house = held
    var merge = FieldMerge(source: source, heldSource: source, isRepeated: isRepeated, claims: held.claims)
    house.committee = merge.settle(.committee, held.committee, committee, shown: name) ?? committee
    // A grid is one of its committee: who goes to another one leaves it behind, and one of a committee that did not win
    // is none.
    if house.committee == committee {
      house.grid = merge.settle(.grid, committee == held.committee ? held.grid : nil, grid, shown: name)
    }
    house.kind = merge.settle(.kind, held.kind, kind) ?? held.kind
    (house.area, house.areaSource) = settleArea(held, source, isRepeated, &merge)
    for field in StoredField.ofHouseRosters {
      // Many rows speak of one building: what is known of it stays, and the other value is kept beside it.
      let isShared = field.subject == .buildings
      var own = FieldMerge(
        source: source, heldSource: source, isRepeated: isRepeated || isShared, claims: merge.claims)
      house.stored[field] = own.settle(ImportField(field), held.stored[field], stored[field]) { $0.written }
      merge.claims = own.claims
    }
    if house.compoundName == nil { house.compoundName = compound }
    house.aliases.formUnion(aliases.map { AddressFolding.fold($0) })
    if let compound, compound != house.compoundName { house.aliases.insert(AddressFolding.fold(compound)) }
    for value in kept { merge.claim(value.field, value.value, source) }
    house.claims = merge.claims
    return house
  }

  /// Whether the area differs from what is held by more than one of them may have been rounded.
  package func areaDiffers(from held: ExistingHouse) -> Bool {
    guard let area, let known = held.area else { return false }
    let step = max(Self.step(area), Self.step(known))
    return abs(area - known) > step / 2 + 1e-6
  }

  /// The better source wins; the other value stays beside. What is the same but for rounding changes nothing.
  private func settleArea(
    _ held: ExistingHouse, _ source: String, _ isRepeated: Bool, _ merge: inout FieldMerge
  ) -> (Double?, String?) {
    guard let area, held.area == nil || areaDiffers(from: held) else { return (held.area, held.areaSource) }
    // What is held since before sources were kept has come from a register.
    var own = FieldMerge(
      source: source, heldSource: held.areaSource ?? "register", isRepeated: isRepeated, claims: merge.claims)
    let settled = own.settle(.area, held.area, area) { Self.shown($0) }
    merge.claims = own.claims
    return (settled, settled == area ? source : held.areaSource)
  }

  /// The place of the last digit: 1 for 60, 0.1 for 60.4.
  private static func step(_ area: Double) -> Double {
    let decimals = shown(area).split(separator: ".").dropFirst().first?.count ?? 0
    return (0..<decimals).reduce(1.0) { step, _ in step / 10 }
  }

  private static func shown(_ area: Double) -> String {
    let hundredths = Int((area * 100).rounded())
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    if rest == 0 { return "\(whole)" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
