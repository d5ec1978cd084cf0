/// A number in an address with the word behind it: 372弄, 24号-27号, 5-201, 二支弄, A座, 临5号.
struct AddressToken {
  /// The words that say what a number counts, in the order from large to small.
  enum Marker: Int {
    case lane = 1
    case sublane, number, building, unit, floor, room
    /// No word: 5-201, or a room without 室.
    case bare
    /// The number belongs to a name: 控江2村, 三湘世纪2期, 七号线.
    case name
  }

  var parts: [String]
  var marker: Marker
  /// 号楼, 幢, 栋, 座 and 号 differ where a second number follows.
  var end: Int

  /// All parts in one, a range or a number with a suffix.
  var joined: String { parts.count == 1 ? parts[0] : parts.joined(separator: "-") }
}

/// Cuts numbers out of folded text.
struct AddressLexer {
  let text: [Unicode.Scalar]

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

  /// 甲, 乙, 丙 … behind a number, if no name begins with it (849号丁香花园).
  private func stem(at index: Int) -> String {
    guard let scalar = text.at(index), Self.isStem(scalar), endsPart(index + 1) else { return "" }
    return text.text(index..<index + 1)
  }

  /// Whether what stands at `index` is no name: a Latin sign, a marker, a room's word or number.
  private func endsPart(_ index: Int) -> Bool {
    guard let next = text.at(index), next.value > 0x7F, next != "、", next != "。" else { return true }
    if marker(at: index) != nil || AddressRooms.match(text, at: index) != nil { return true }
    let end = ChineseNumeral.end(in: text, from: index)
    return end > index && (end - index >= 3 || marker(at: end) != nil)
  }

  private static func isStem(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸": true
    default: false
    }
  }

  /// 3F is a storey, 3F号 is not.
  private func isStorey(_ index: Int) -> Bool {
    guard text[index] == "F" else { return false }
    guard let next = text.at(index + 1) else { return true }
    return next != "号" && next != "室" && next != "-" && next != "弄"
  }

  /// Behind a dash (or 至, a dot of a list) the number goes on.
  private func link(at index: Int) -> Int? {
    switch text.at(index) {
    case "-", "至", "到", ".", "/": index + 1
    default: nil
    }
  }

  private func marker(at index: Int) -> (marker: AddressToken.Marker, end: Int)? {
    guard let scalar = text.at(index) else { return nil }
    switch scalar {
    case "弄": return (.lane, index + 1)
    case "支":
      if text.at(index + 1) == "弄" { return (.sublane, index + 2) }
      return text.at(index + 1)?.isDigit == true ? (.sublane, index + 1) : nil
    case "号":
      switch text.at(index + 1) {
      case "楼": return (.building, index + 2)
      case "室": return (.room, index + 2)
      case "房": return (.room, index + (text.at(index + 2) == "间" ? 3 : 2))
      case "线", "桥": return nil
      default: return (.number, index + 1)
      }
    case "幢", "栋", "座": return (.building, index + 1)
    case "单": return text.at(index + 1) == "元" ? (.unit, index + 2) : nil
    case "楼", "层", "F": return (.floor, index + 1)
    case "室": return (.room, index + 1)
    case "房":
      if text.at(index + 1) == "间" { return (.room, index + 2) }
      return (text.at(index + 1)?.value ?? 0) < 0x80 ? (.room, index + 1) : nil
    default: return nil
    }
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

  private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "路", "街", "村", "坊", "里", "区", "期", "支", "组", "队", "公", "大", "号", "年", "新", "巷": true
    default: false
    }
  }
}
