import Addresses
import Identity
import Kernel
import Platform
import Registry
import Storage

/// Where a row is worked on: what can be read, and, unless it is only a plan, written.
final class ImportRowContext {
  let context: RosterContext
  let reader: Reader
  let writer: Writer?
  let houseResidents: HouseResidentsCache
  /// In a plan, whom the rows before were about.
  private var seen: Set<Int64> = []
  /// What the row that was decided last tells of sealed numbers, and whether it had any that was compared.
  private(set) var trials: Set<MatchTrial> = []
  private(set) var holdsNumber = false

  /// Plans.
  init(_ context: RosterContext, _ reader: Reader) {
    (self.context, self.reader, writer, houseResidents) = (context, reader, nil, HouseResidentsCache())
  }

  /// Applies. `houseResidents` outlive the transaction.
  init(_ context: RosterContext, _ writer: Writer, _ houseResidents: HouseResidentsCache) {
    (self.context, reader, self.writer, self.houseResidents) = (context, writer.read, writer, houseResidents)
  }

  /// Whether an earlier row of this file was about the same subject.
  func isRepeated(_ subject: Int64) throws -> Bool {
    if writer == nil { return seen.contains(subject) }
    return try reader.hasApplied(import: context.job.id, to: subject)
  }

  /// Says what comparing the row's numbers tells.
  func compared(_ trials: Set<MatchTrial>) {
    holdsNumber = true
    self.trials.formUnion(trials)
  }

  /// Notes what the row's name tells of those whom the house, or their birth date, shows by the same masked one: whose it is, or
  /// that it is none of theirs.
  func tryName(_ name: String, house: Int64?, birth: Day?) throws {
    guard context.job.caller.id != nil else { return }
    let (mask, key) = (Masking.name(name), PersonName.key(name))
    var ids = try house.map { try houseResidents.shownAlike($0, mask: mask, birth: birth, reader) } ?? []
    if let birth { ids += try reader.shownAlike(name, born: birth).map(\.id) }
    let shown = try Set(ids).sorted().compactMap { try reader.heldPerson($0, on: context.job.asOf) }.filter(
      context.knows)
    let meant = shown.filter { PersonName.key($0.name) == key }
    for one in meant.isEmpty ? shown : meant {
      trials.insert(.compared(.people, one.id, .name, key, isRight: !meant.isEmpty))
    }
  }

  func note(_ subject: Int64) { if writer == nil { seen.insert(subject) } }

  /// The one house that the address means. Otherwise the row says why there is none; a house outside the caller's areas
  /// is none.
  func house(_ text: String, _ row: RowCells, _ findings: inout RowFindings) throws -> PlaceHit? {
    let address = Address.parse(text)
    let found = try reader.resolve(text: text, district: context.district)
    if refuse(found.reason, found.unread, row, &findings) { return nil }
    let hits = try reader.places(ofHouses: found.houses)
    let isPart =
      found.reason == .noSuchHouse ? try namesPart(address) : !found.namesHouse && !visible(hits).isEmpty
    if isPart {
      findings.add(.review, "part_of_building", row.header(.address), "地址只写到楼、单元或楼层，没有写到室，不能猜是哪一户")
      return nil
    }
    return one(hits, try reason(found.reason, address), row, &findings)
  }

  /// Whether the address stops at a unit or a storey of a building of the caller's areas, or at a building within a number:
  /// the houses in it are many, and one alone would still be a guess.
  private func namesPart(_ address: Address) throws -> Bool {
    guard address.room == nil else { return false }
    var whole = address
    (whole.floor, whole.qualifier, whole.alternatives) = (nil, nil, [])
    if try !visible(reader.buildingHits(within: whole, district: context.district)).isEmpty { return true }
    guard address.unit != nil || address.floor != nil || address.qualifier != nil || address.building != nil else {
      return false
    }
    var (unitless, bare) = (whole, whole)
    unitless.unit = nil
    (bare.unit, bare.building) = (nil, nil)
    return try [whole, unitless, bare].contains {
      try !visible(reader.buildingHits($0, district: context.district)).isEmpty
    }
  }

  private func visible(_ hits: [PlaceHit]) -> [PlaceHit] {
    hits.filter { context.allows(committee: $0.committee, grid: $0.grid) }
  }

  /// An address that was not read to its end, or that names several places, is for a person to put right.
  private func refuse(
    _ reason: AddressResolution.Reason?, _ unread: [String], _ row: RowCells, _ findings: inout RowFindings
  ) -> Bool {
    switch reason {
    case .unreadPart: findings.add(.review, "address_unread", row.header(.address), AddressDoubt.detail(unread))
    case .severalAddresses:
      findings.add(.review, "address_several", row.header(.address), "一格里写了几处地址，请一行一处")
    default: return false
    }
    return true
  }

  /// That a building has no such room is told of buildings of the caller's areas only.
  private func reason(
    _ reason: AddressResolution.Reason?, _ address: Address
  ) throws -> AddressResolution.Reason? {
    guard reason == .noSuchRoom else { return reason }
    let isOwn = try reader.buildingHits(address, district: nil).contains {
      context.allows(committee: $0.committee, grid: $0.grid)
    }
    return isOwn ? reason : .noSuchHouse
  }

  /// The one building that the address means, likewise.
  func building(_ text: String, _ row: RowCells, _ findings: inout RowFindings) throws -> PlaceHit? {
    let address = Address.parse(text)
    var district = context.district
    if let name = address.district {
      district = context.tree.byID.values.first { $0.level == .district && $0.name == name }.map { Int64($0.id) }
      if district == nil { return one([], .unknownDistrict, row, &findings) }
    }
    let unread = try reader.unreadParts(address, district: district)
    if refuse(unread.isEmpty ? nil : .unreadPart, unread, row, &findings) { return nil }
    let reason = address.buildingCanonical == nil ? AddressResolution.Reason.unreadable : .noSuchHouse
    return one(try reader.buildingHits(address, district: district), reason, row, &findings)
  }

  private func one(
    _ hits: [PlaceHit], _ reason: AddressResolution.Reason?, _ row: RowCells, _ findings: inout RowFindings
  ) -> PlaceHit? {
    let visible = visible(hits)
    if visible.count == 1 { return visible[0] }
    let (code, detail) =
      if visible.count > 1 {
        ("address_ambiguous", "地址对应 \(visible.count) 处，请写全（弄、号、室）")
      } else if reason == .unreadable {
        ("address_unreadable", "地址看不懂")
      } else if reason == .noSuchRoom, hits.isEmpty {
        ("no_such_room", "楼栋有，但没有这一室")
      } else {
        ("no_such_house", "没有这个地址")
      }
    findings.add(.rejected, code, row.header(.address), detail)
    return nil
  }
}

/// Decides rows of one subject, one after the other, in the order of the file.
protocol RowImporter {
  /// - Parameters:
  ///   - decision: what a person has decided about the row, and `seen`, whom they were offered.
  func decide(_ row: RowCells, decision: RowDecision?, seen: [Int64]) throws -> RowOutcome
}

extension ImportRowContext {
  /// Whoever decides rows of the context's subject.
  var work: any RowImporter {
    switch context.job.subject {
    case .houses: HouseRowImporter(self)
    case .people, .tenancies: PersonRowImporter(self)
    case .shops: ShopRowImporter(self)
    case .assets: AssetRowImporter(self)
    case .taggings: TaggingRowImporter(self)
    }
  }

  /// Decides a staged row; a row that the file's reader could not use is rejected as it is.
  func decide(_ row: StagedRow, by work: any RowImporter) throws -> RowOutcome {
    (trials, holdsNumber) = ([], false)
    if let fault = row.fault {
      return RowOutcome(.rejected, reasons: [RowReason("row_unreadable", nil, fault)])
    }
    if row.decision?.action == .skip {
      return RowOutcome(.rejected, reasons: [RowReason("skipped", nil, "经人工决定不导入")])
    }
    return try work.decide(
      RowCells(map: context.map, cells: row.cells, notes: row.notes), decision: row.decision, seen: row.candidates)
  }
}
