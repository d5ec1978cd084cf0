/// Reads an address from left to right: the head (city, district, town), then words and numbers in turn. Words wait in
/// `name` until the number behind them says what they are.
struct AddressParser {
  let text: [Unicode.Scalar]
  let lexer: AddressLexer
  var address = Address()
  var index = 0
  /// Words since the last number, and where each of their signs stands in the text.
  var name: [Unicode.Scalar] = []
  var nameAt: [Int] = []
  /// Which signs of the text are accounted for. Whatever nothing claims is unread.
  var claims: AddressClaims
  /// The smallest thing named so far, as a marker's raw value; 0 before the first number.
  var level = 0
  var last: AddressToken.Marker?
  /// A comma stood since the last number: what is on the same level behind it belongs to another address.
  var separator: Unicode.Scalar?
  /// The number came as 28栋, so that a 44号 behind it is the true one.
  var numberIsBuilding = false
  var parentheses: [Range<Int>] = []
  var readings: [Reading] = []
  /// Numbers in digits of two scripts, which stay unread.
  var mixed: [Range<Int>] = []

  /// Another way to read the same digits.
  struct Reading: Equatable {
    var lane, number, room: String?
  }

  init(_ text: [Unicode.Scalar]) {
    self.text = text
    lexer = AddressLexer(text: text)
    claims = AddressClaims(count: text.count)
  }

  mutating func parse() -> Address {
    let head = AddressHead(text)
    address.district = head.district
    address.town = head.town
    index = head.index
    claims.take(0..<index)
    name.reserveCapacity(text.count - index)
    nameAt.reserveCapacity(text.count - index)
    while index < text.count { step() }
    flush(before: nil)
    readParentheses()
    dropSaidStorey()
    address.unread = unreadParts()
    addAlternatives()
    return address
  }

  private mutating func step() {
    switch text[index] {
    case "(":
      let close = text[index...].firstIndex(of: ")") ?? text.count
      parentheses.append(index + 1..<close)
      index = min(close + 1, text.count)
    case ")", "-":
      index += 1
    case ",", "、", ";", "|", "。", ":", "/", ".":
      flush(before: nil)
      separator = text[index]
      index += 1
    default:
      if let end = lexer.mixedNumber(at: index) {
        flush(before: nil)
        addRest(text[index..<end])
        mixed.append(index..<end)
        index = end
      } else if level > 0, address.room == nil, let old = AddressRooms.match(text, at: index) {
        flush(before: .room)
        address.room = old.room
        level = AddressToken.Marker.room.rawValue
        let end = text.at(old.end) == "室" ? old.end + 1 : old.end
        claims.take(number: index..<end)
        index = end
      } else if let token = lexer.token(at: index) ?? spokenRoom() {
        take(token)
      } else {
        name.append(text[index])
        nameAt.append(index)
        index += 1
      }
    }
  }

  /// 五号二〇一: digits in Chinese without 室, at the end of the text.
  private func spokenRoom() -> AddressToken? {
    guard address.number != nil, address.room == nil, name.isEmpty else { return nil }
    let end = ChineseNumeral.end(in: text, from: index)
    guard end - index >= 3, (text.at(end)?.value ?? 0) < 0x80, let value = ChineseNumeral.arabic(text[index..<end])
    else {
      return nil
    }
    return AddressToken(parts: [value], marker: .bare, end: end)
  }

  private mutating func take(_ token: AddressToken) {
    if token.marker == .name {
      name += text[index..<token.end]
      nameAt += index..<token.end
      index = token.end
      return
    }
    let hadName = !name.isEmpty
    guard flush(before: token.marker), belongs(token) else {
      stop()
      return
    }
    separator = nil
    claims.lost = false
    assign(token, direct: !hadName)
    if !claims.lost { claims.take(number: index..<token.end) }
    last = token.marker
    index = token.end
  }

  /// Behind a comma only something smaller goes on with this address (372弄5号,201室); 5号,7号 are two.
  private func belongs(_ token: AddressToken) -> Bool {
    guard let separator, level > 0 else { return true }
    guard token.marker == .bare else { return token.marker.rawValue > level }
    if address.number == nil { return true }
    return separator == "," && address.lane != nil && level == AddressToken.Marker.number.rawValue
      && AddressSplit.isRoom(token.joined)
  }

  private mutating func stop() {
    name.removeAll(keepingCapacity: true)
    nameAt.removeAll(keepingCapacity: true)
    addRest(text[index...])
    index = text.count
  }

  mutating func addRest(_ words: some Sequence<Unicode.Scalar>) {
    claims.lost = true
    address.rest.unicodeScalars.append(contentsOf: words)
  }
}
