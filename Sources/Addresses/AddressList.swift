/// Several addresses in one text: 远景路97弄、中潭路100弄（四期）, 丽园路546,558,570号.
package struct AddressList: Hashable, Sendable {
  package struct Piece: Hashable, Sendable {
    /// The piece as it stood, folded.
    package var text: String
    /// The piece with what it takes over from the one before: its road, and what stands above its own numbers.
    package var address: Address
  }

  package var pieces: [Piece]

  /// The pieces between commas, 、 and ； outside parentheses, and between the dots of 01.02.03号. A range stays one piece.
  package static func split(_ text: some StringProtocol) -> AddressList {
    var pieces: [Piece] = []
    var before: Address?
    for scalars in cut(AddressFolding.scalars(text)) {
      let text = scalars.text(0..<scalars.count)
      let address = inherit(Address.parse(text), from: before)
      for each in listed(address) { pieces.append(Piece(text: text, address: each)) }
      if address.road != nil || address.lane != nil || address.number != nil { before = address }
    }
    return AddressList(pieces: pieces)
  }

  private static func cut(_ text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var out: [[Unicode.Scalar]] = []
    var piece: [Unicode.Scalar] = []
    // A parenthesis that is never closed holds nothing together.
    let lastClose = text.lastIndex(of: ")") ?? -1
    var open = false
    for (i, scalar) in text.enumerated() {
      switch scalar {
      case "(": open = i < lastClose
      case ")": open = false
      case ",", "、", ";", "|", "。":
        if !open {
          if !piece.isEmpty { out.append(piece) }
          piece = []
          continue
        }
      default: break
      }
      piece.append(scalar)
    }
    return piece.isEmpty ? out : out + [piece]
  }

  /// 中潭路100弄82、120号: the second piece stands in the same lane; 5号101、102室 in the same house.
  private static func inherit(_ piece: Address, from before: Address?) -> Address {
    var out = piece
    guard let before else { return out }
    if out.district == nil { (out.district, out.town) = (before.district, before.town) }
    guard piece.road == nil, piece.compound == nil,
      piece.lane != nil || piece.sublane != nil || piece.number != nil || piece.room != nil
    else { return out }
    out.road = before.road
    if before.road == nil { out.compound = before.compound }
    guard piece.lane == nil else { return out }
    out.lane = before.lane
    guard piece.sublane == nil else { return out }
    out.sublane = piece.number == nil || before.number != nil ? before.sublane : nil
    if piece.number == nil {
      (out.number, out.building, out.unit) = (before.number, before.building, before.unit)
    } else if before.room != nil, piece.room == nil, let number = piece.number, AddressSplit.isRoom(number) {
      // A bare 102 behind 5号101.
      (out.number, out.building, out.unit, out.room) = (before.number, before.building, before.unit, number)
    }
    return out
  }

  /// 01.02.03号 are three doors.
  private static func listed(_ address: Address) -> [Address] {
    guard let number = address.number, number.utf8.contains(0x2E) else { return [address] }
    return number.split(separator: ".").map { each in
      var one = address
      one.number = String(each)
      return one
    }
  }
}
