import Addresses
import FilterLanguage
import Foundation
import Testing

/// How many real addresses come out as people split them by hand. The bounds leave room for the errors in the files themselves.
@Suite(.enabled(if: AddressSamples.isThere)) struct AddressSamplesTests {
  @Test func addresses_splitAsByHand() throws {
    let rows = try AddressSamples.data("addresses_dev.csv")
    let right = rows.filter(isRight).count
    #expect(rows.count > 300)
    #expect(Double(right) / Double(rows.count) >= 0.95)
  }

  @Test func compounds_splitIntoRoadAndLaneOrNumber() throws {
    var total = 0
    var right = 0
    for row in try AddressSamples.data("compounds_dev.csv") {
      for piece in (row["address"] ?? "").split(whereSeparator: { ",，、;；".contains($0) }) {
        guard let stated = Stated(piece: piece.trimmingCharacters(in: .whitespaces)) else { continue }
        total += 1
        if stated.agrees(Address.parse(piece)) { right += 1 }
      }
    }
    #expect(total > 5_000)
    #expect(Double(right) / Double(total) >= 0.97)
  }

  @Test func compounds_everyPieceHasARoadInItsList() throws {
    let lists = try AddressSamples.data("compounds_dev.csv").compactMap { $0["address"] }
    let pieces = lists.filter { $0.contains("路") }.flatMap { AddressList.split($0).pieces }
    let numbered = pieces.filter { $0.address.number != nil || $0.address.lane != nil }
    #expect(Double(numbered.count { $0.address.canonical != nil }) / Double(numbered.count) >= 0.99)
  }

  /// The file's quirks: repeated roads stand twice, 28栋44号302 has its number in the room's column, rooms keep 号.
  private func isRight(_ row: [String: String]) -> Bool {
    let address = Address.parse(row["text"] ?? "")
    let plate = row["roadno"] ?? ""
    var number = row["houseno"].map(bare) ?? ""
    var room = (row["roomno"] ?? "").uppercased()
    if let last = room.last, last == "室" || last == "号" { room.removeLast() }
    for separator in ["号", "-"] where room.contains(separator) {
      let parts = room.components(separatedBy: separator)
      (number, room) = (parts[0], parts[1])
    }
    guard agrees(once(row["road"] ?? ""), address.road), agrees(room, address.room) else { return false }
    guard plate.hasSuffix("弄") else { return agrees(bare(plate), address.number) }
    let lane = plate.dropLast().components(separatedBy: "弄")[0]
    return agrees(AddressFolding.digits(lane), address.lane) && agrees(number, address.number)
  }

  private func agrees(_ stated: String, _ read: String?) -> Bool { stated.isEmpty || stated == read }

  private func bare(_ text: String) -> String {
    text.replacing(/(号楼|号|幢|栋|座)$/, with: "")
  }

  private func once(_ road: String) -> String {
    let half = road.prefix(road.count / 2)
    return half + half == road ? String(half) : road
  }
}

extension AddressFolding {
  /// 六九九 as 699, any other text as it is.
  fileprivate static func digits(_ text: String) -> String {
    ChineseNumeral.arabic(Array(text.unicodeScalars)[...]) ?? text
  }
}

/// What one piece of a compound's address says by its plain shape: 路名 + 弄 + 支弄 + 号.
private struct Stated {
  var road, lane, sublane, number: String?

  init?(piece: String) {
    var text = AddressFolding.fold(piece).replacing(/\([^)]*\)?/, with: "")
    if let bar = text.lastIndex(of: "|") { text = String(text[text.index(after: bar)...]) }
    guard text.contains(where: { $0.isASCII && $0.isNumber }),
      let match = text.prefixMatch(
        of: /([^0-9]*)(?:([0-9]+(?:-[0-9]+)?)弄)?(?:([0-9]+(?:-[0-9]+)?)支弄)?(?:([0-9][0-9.-]*)(?:号|$))?/)
    else { return nil }
    road = match.1.isEmpty ? nil : String(match.1)
    lane = match.2.map(String.init)
    sublane = match.3.map(String.init)
    number = match.4.map(String.init)
  }

  func agrees(_ address: Address) -> Bool {
    (road == nil || road == address.road) && lane == address.lane && sublane == address.sublane
      && (number == nil || number == address.number)
  }
}
