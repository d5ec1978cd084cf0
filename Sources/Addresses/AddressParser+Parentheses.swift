extension AddressParser {
  /// Parentheses are read last: they may hold the address itself (桃浦一村(武威路1051弄)), the number (1331弄(125-130号)),
  /// the room, a storey, or a remark.
  mutating func readParentheses() {
    for range in parentheses where !range.isEmpty {
      let inner = Array(text[range])
      if let storey = AddressRooms.storey(inner) {
        take(storey: storey, range)
      } else if take(room: inner) || takeAddress(inner) {
        claims.take(range)
      } else {
        take(remark: inner, range)
      }
    }
  }

  /// A storey that the room's own number says is said twice; one that it contradicts is unread.
  private mutating func take(storey: String, _ range: Range<Int>) {
    guard let room = address.room else {
      if address.qualifier == nil { address.qualifier = storey }
      if address.qualifier == storey { claims.take(range) }
      return
    }
    address.remarks.append(text.text(range))
    if AddressRooms.isSaid(storey.replacing("楼", with: ""), by: room) { claims.take(range) }
  }

  private mutating func take(remark inner: [Unicode.Scalar], _ range: Range<Int>) {
    let remark = text.text(range)
    address.remarks.append(remark)
    if AddressRemarks.isHarmless(remark) || remark == address.compound || remark == address.road {
      claims.take(range)
    } else if address.compound == nil, inner.count > 2, inner.allSatisfy({ $0.value > 0x3000 }) {
      address.compound = remark
      claims.compound = Array(range)
    }
  }

  /// 5号(201室), 5号(亭子间): a room, where none is named before or the same one is.
  private mutating func take(room inner: [Unicode.Scalar]) -> Bool {
    guard address.number != nil, !inner.contains("("), let room = Self.room(inner) else { return false }
    if address.room == nil { address.room = room }
    return address.room == room
  }

  private static func room(_ inner: [Unicode.Scalar]) -> String? {
    if let old = AddressRooms.match(inner, at: 0), old.end == inner.count { return old.room }
    guard let token = AddressLexer(text: inner).token(at: 0), token.marker == .room, token.end == inner.count else {
      return nil
    }
    return token.joined
  }

  private mutating func takeAddress(_ inner: [Unicode.Scalar]) -> Bool {
    guard level == 0 || address.number == nil, !inner.contains("(") else { return false }
    var parser = AddressParser(inner)
    let found = parser.parse()
    guard found.lane != nil || found.number != nil, found.unread.isEmpty else { return false }
    if level == 0, found.road != nil {
      if address.compound == nil, address.road != nil {
        address.compound = address.road
        claims.compound = []
      }
      address.road = found.road
      address.lane = found.lane
    } else if address.road == nil || address.lane == nil || found.lane != nil || found.road != nil
      || found.compound != nil || !found.rest.isEmpty
    {
      return false
    }
    address.sublane = address.sublane ?? found.sublane
    address.number = found.number
    address.building = found.building
    address.room = address.room ?? found.room
    return true
  }
}
