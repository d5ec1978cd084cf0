/// An address as people write it, taken apart: `Address.parse("卢湾区瑞金二路街道长乐路３７２弄五号201")` has district 黄浦区,
/// town 瑞金二路街道, road 长乐路, lane 372, number 5, room 201, and the canonical form 长乐路372弄5号201室.
///
/// Values are bare (lane "372", not "372弄") and folded, but otherwise as written: a range stays a range ("79-159"), leading
/// zeros stay, and so does 思湾2路. `canonical` is the key: two texts that mean one house have one canonical form.
///
/// Decisions where usage differs: 26甲号 and 26号甲 are one number, 甲26号 is another; a letter before 号 belongs to the number
/// (26A号), one behind it is a room (26号A). 号楼, 幢 and 栋 behind a lane mean the number; behind a number they are a building.
package struct Address: Hashable, Sendable {
  /// With 区 (浦东新区), abolished ones mapped to today's; nil if not given.
  package var district: String?
  /// Subdistrict or town as written (瑞金二路街道), not part of the key.
  package var town: String?
  /// A road, or the village or row (田林十二村, 步高里) that takes its place on the plate.
  package var road: String?
  package var lane: String?
  /// 支弄; a second 弄 inside a lane keeps its word ("5弄"), as it may be another.
  package var sublane: String?
  package var number: String?
  /// The building behind a road number (8888号…9号), or a 幢 given beside a lane's number.
  package var building: String?
  /// 单元.
  package var unit: String?
  /// A storey, dropped where the room's number says it already.
  package var floor: String?
  /// A number (201, 201A) or one of the old words (底层, 前楼, 亭子间, 三层阁).
  package var room: String?
  /// A compound's, village's or building's name found on the way; part of the key only where there is no road.
  package var compound: String?
  /// The number counts within the compound, not along the road: 建国西路步高里12号 is not 建国西路12号. The key then has both names.
  package var isNumberedInCompound = false
  /// A storey in parentheses, as on shop registers: 茂名南路617号(底层). Names no other house by itself.
  package var qualifier: String?
  /// What stood in parentheses and is no part of the address.
  package var remarks: [String] = []
  /// What was not understood, in order.
  package var rest = ""
  /// What of the text is in no field, or in a name that is not part of the key and does not look like one: with any of it
  /// left, the key names another place than the text may mean.
  package var unread: [UnreadPart] = []
  /// Other sensible readings of an ambiguous text (372弄61402, 587-102); empty if there is one only.
  package var alternatives: [Address] = []

  package init() {}

  /// Reads any text; never fails. Where nothing is addressable `canonical` is nil. No address is longer than 300
  /// characters; what follows is rest.
  package static func parse(_ text: some StringProtocol) -> Address {
    let folded = AddressFolding.scalars(text)
    guard folded.count > longest else {
      var parser = AddressParser(folded)
      return parser.parse()
    }
    var parser = AddressParser(Array(folded[..<longest]))
    var address = parser.parse()
    let beyond = folded.text(longest..<folded.count)
    address.rest += beyond
    address.unread.append(UnreadPart(text: beyond, position: longest, kind: .sign))
    return address
  }

  private static let longest = 300
}

extension Address {
  /// The key without the district: 长乐路372弄5号201室; nil when neither road nor compound is known. Reads back to itself.
  package var canonical: String? {
    guard var key = buildingCanonical else { return nil }
    if let floor { key += floor + "楼" }
    if let room {
      key += room
      if AddressRooms.takesSuffix(room) { key += "室" }
    }
    return key
  }

  /// The key of the building: the canonical form without storey and room.
  package var buildingCanonical: String? {
    guard var key = (road ?? compound).map(AddressFolding.name) else { return nil }
    if isNumberedInCompound, road != nil, let compound { key += AddressFolding.name(compound) }
    if let lane { key += Self.trimmed(lane) + "弄" }
    if let sublane {
      key += Self.trimmed(sublane)
      if !sublane.hasSuffix("弄") { key += "支弄" }
    }
    if let number { key += Self.trimmed(number) + "号" }
    if let building { key += Self.trimmed(building) + "号楼" }
    if let unit { key += Self.trimmed(unit) + "单元" }
    return key
  }

  /// The same door in a compound whose address is known by its name: 步高里12号201 within 建国西路287弄 is 建国西路287弄12号201室.
  package func within(_ compound: Address) -> Address {
    var out = self
    out.road = compound.road
    out.lane = compound.lane
    out.sublane = sublane ?? compound.sublane
    out.isNumberedInCompound = false
    out.alternatives = alternatives.map { $0.within(compound) }
    return out
  }

  /// Without leading zeros: 07-15 and 7-15 are the same doors.
  private static func trimmed(_ value: String) -> String {
    guard value.utf8.contains(0x30) else { return value }
    var out = ""
    var inNumber = false
    let scalars = Array(value.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let more = i + 1 < scalars.count && scalars[i + 1].isDigit
      if scalar == "0", !inNumber, more { continue }
      inNumber = scalar.isDigit
      out.unicodeScalars.append(scalar)
    }
    return out
  }
}
