/// Telephone numbers of mainland China: mobiles by eleven digits, landlines as `021-12345678`.
enum PhoneNumber {
  /// Reads a complete number, with or without +86 and extension; nil when it is none.
  static func read(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    guard let (groups, abroad) = groups(text) else { return nil }
    let digits = groups.flatMap { $0 }
    if isMobile(digits) { return .accepted(input, .mobilePhone, String(decoding: digits, as: UTF8.self)) }
    if let number = landline(digits, abroad: abroad) { return .accepted(input, .landlinePhone, number) }
    guard groups.count > 1, let last = groups.last, (1...6).contains(last.count) else { return nil }
    guard let number = landline(groups.dropLast().flatMap { $0 }, abroad: abroad) else { return nil }
    return .accepted(input, .landlinePhone, number + "-" + String(decoding: last, as: UTF8.self))
  }

  /// Seven or eight digits without an area code: only where a telephone is expected.
  static func local(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let digits = text.compact
    guard (7...8).contains(digits.count), digits.allSatisfy(\.isDigit), digits[0] >= UInt8(ascii: "2") else {
      return nil
    }
    return .accepted(
      input, .landlinePhone, String(decoding: digits, as: UTF8.self), warnings: ["area_code: 没有区号"])
  }

  /// A mobile with a digit too many or too few.
  static func wrongLength(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let digits = groups(text)?.groups.flatMap { $0 } ?? []
    guard [9, 10, 12, 13].contains(digits.count), digits[0] == UInt8(ascii: "1"), digits[1] >= UInt8(ascii: "3") else {
      return nil
    }
    return .refused(input, .mobilePhone, "length: 手机号应为十一位,现为 \(digits.count) 位")
  }

  /// Several numbers in one cell, which are for the person who typed them to part.
  static func several(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let parts = text.marks.split { [UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ";")].contains($0) }
    guard parts.count > 1 else { return nil }
    let readings = parts.compactMap { part -> IdentifierReading? in
      let folded = IdentifierText(String(decoding: part, as: UTF8.self))
      return read(input, folded) ?? local(input, folded)
    }
    guard readings.count == parts.count, let first = readings.first else { return nil }
    return .refused(input, first.kind, "several: 一格里有 \(parts.count) 个号码,请分开填写")
  }

  /// The runs of digits, without +86, 0086 or 86, and whether such a prefix was there.
  private static func groups(_ text: IdentifierText) -> (groups: [[UInt8]], abroad: Bool)? {
    var marks = text.marks.compactMap { byte -> UInt8? in
      byte == UInt8(ascii: "(") ? nil : byte == UInt8(ascii: ")") ? UInt8(ascii: "-") : byte
    }
    var abroad = false
    let length = marks.filter(\.isDigit).count
    for prefix in ["+86", "0086", "86"] where marks.starts(with: prefix.utf8) && (prefix != "86" || length >= 12) {
      marks.removeFirst(prefix.utf8.count)
      abroad = true
      break
    }
    let groups = marks.split(separator: UInt8(ascii: "-")).map(Array.init)
    guard !groups.isEmpty, groups.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    let digits = groups.flatMap { $0 }
    // 0138… is how a mobile of another city was once dialled.
    if digits.count == 12, digits[0] == UInt8(ascii: "0"), isMobile(Array(digits.dropFirst())) {
      return ([Array(digits.dropFirst())], abroad)
    }
    return (groups, abroad)
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
  }

  /// Area codes have three digits where they begin 01 or 02 (eight digits follow), and four elsewhere (seven or eight).
  private static func landline(_ digits: [UInt8], abroad: Bool) -> String? {
    if digits.count == 10, digits[0] == UInt8(ascii: "4") || digits[0] == UInt8(ascii: "8"),
      digits[1...].starts(with: "00".utf8)
    {
      return String(decoding: digits, as: UTF8.self)
    }
    let full = abroad && digits.first != UInt8(ascii: "0") ? [UInt8(ascii: "0")] + digits : digits
    guard full.count > 4, full[0] == UInt8(ascii: "0"), full[1] != UInt8(ascii: "0") else { return nil }
    let area = full[1] <= UInt8(ascii: "2") ? 3 : 4
    let rest = full.count - area
    guard area == 3 ? rest == 8 : (7...8).contains(rest) else { return nil }
    return String(decoding: full[..<area], as: UTF8.self) + "-" + String(decoding: full[area...], as: UTF8.self)
  }
}
