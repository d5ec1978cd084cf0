extension AddressFolding {
  /// The beginning of a canonical address, as typed: 卢湾区长乐路三百七十二弄 becomes 长乐路372弄, and 长乐路37 stays 长乐路37, which
  /// 长乐路372弄 begins with. City, district and town go; nothing is added that was not typed.
  package static func prefix(_ text: some StringProtocol) -> String {
    let scalars = scalars(text)
    let start = AddressHead(scalars).index
    let words = Array(scalars[start...])
    guard let road = AddressRoad.find(in: Array(words.prefix(roadEnd(words)))) else {
      return words.text(0..<words.count)
    }
    let lexer = AddressLexer(text: words)
    var out = name(words.text(road))
    var i = road.upperBound
    while i < words.count {
      if let token = lexer.token(at: i), token.marker != .name, ChineseNumeral.isNumeral(words[i]) {
        let end = ChineseNumeral.end(in: words, from: i)
        out += ChineseNumeral.arabic(words[i..<end]) ?? words.text(i..<end)
        i = end
      } else {
        out.unicodeScalars.append(words[i])
        i += 1
      }
    }
    return out
  }

  /// Where the words before the first number end: digits that go on with 路 or 村 are a part of the name.
  private static func roadEnd(_ words: [Unicode.Scalar]) -> Int {
    let lexer = AddressLexer(text: words)
    var i = 0
    while i < words.count {
      if words[i].isDigit {
        guard let token = lexer.token(at: i), token.marker == .name else { return i }
        i = token.end
      } else {
        i += 1
      }
    }
    return words.count
  }
}
