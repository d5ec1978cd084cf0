/// Cuts numbers out of folded text.
package struct AddressLexer {
  let text: [Unicode.Scalar]

  package init(text: [Unicode.Scalar]) {
    self.text = text
  }

  /// The number that begins at `start`; nil where a name goes on.
  func token(at start: Int) -> AddressToken? {
    guard let first = part(at: start) else { return nil }
    var parts = [first.value]
    var end = first.end
    var spoken = first.spoken
    while let next = link(at: end), let more = part(at: next) {
      guard !more.spoken || spoken || marker(at: more.end) != nil else { break }
      if text[end] == ".", let last = parts.indices.last {
        parts[last] += "." + more.value
      } else {
        parts.append(more.value)
      }
      end = more.end
      spoken = spoken || more.spoken
    }
    guard let found = marker(at: end) else {
      if first.spoken || first.letters { return nil }
      let isName = text.at(end).map(Self.continuesName) ?? false
      return AddressToken(parts: parts, marker: isName ? .name : .bare, end: end)
    }
    if first.letters, found.marker == .lane || found.marker == .floor { return nil }
    var token = AddressToken(parts: parts, marker: found.marker, end: found.end)
    if token.marker == .number || token.marker == .room { extend(&token) }
    return token
  }

  private struct Part {
    var value: String
    var end: Int
    /// In Chinese numerals, which count only in front of a marker.
    var spoken = false
    /// Letters alone, likewise.
    var letters = false
  }

  private func part(at start: Int) -> Part? {
    guard let first = text.at(start) else { return nil }
    if first.isDigit || first.isLetter { return latin(at: start) }
    if first == "临" || first == "附" || Self.isStem(first) { return prefixed(at: start) }
    let end = ChineseNumeral.end(in: text, from: start)
    guard end > start, let value = ChineseNumeral.arabic(text[start..<end]) else { return nil }
    let suffix = stem(at: end)
    return Part(value: value + suffix, end: end + (suffix.isEmpty ? 0 : 1), spoken: true)
  }

  /// 201, B102, 26A, 26甲, or one or two letters alone.
  private func latin(at start: Int) -> Part? {
    var end = start
    while text.at(end)?.isLetter == true { end += 1 }
    guard end - start <= 2 else { return nil }
    let digits = end
    while text.at(end)?.isDigit == true { end += 1 }
    if end == digits { return Part(value: text.text(start..<end), end: end, letters: true) }
    guard end - digits <= 9 else { return nil }
    if let scalar = text.at(end), scalar.isLetter, text.at(end + 1)?.isLetter != true, !isStorey(end) { end += 1 }
    if !stem(at: end).isEmpty { end += 1 }
    return Part(value: text.text(start..<end), end: end)
  }

  /// 临5, 附12, 甲26: another number than the bare one.
  private func prefixed(at start: Int) -> Part? {
    let next = text.at(start) == "临" && text.at(start + 1) == "时" ? start + 2 : start + 1
    guard let scalar = text.at(next) else { return nil }
    if scalar.isDigit, var part = latin(at: next) {
      part.value = text.text(start..<start + 1) + part.value
      return part
    }
    guard ChineseNumeral.isNumeral(scalar), var part = part(at: next), marker(at: part.end)?.marker == .number else {
      return nil
    }
    part.value = text.text(start..<start + 1) + part.value
    return part
  }

  /// Behind 号 and 室: 甲 (26号甲, 101室甲), and the end of a range that says 号 twice (24号-27号).
  private func extend(_ token: inout AddressToken) {
    let suffix = stem(at: token.end)
    if !suffix.isEmpty, let last = token.parts.indices.last {
      token.parts[last] += suffix
      token.end += 1
      return
    }
    guard token.marker == .number, token.parts.count == 1, text.at(token.end) == "-" || text.at(token.end) == "至",
      let upper = part(at: token.end + 1), let found = marker(at: upper.end), found.marker == .number
    else { return }
    token.parts.append(upper.value)
    token.end = found.end
  }
}
