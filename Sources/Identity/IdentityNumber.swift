import Kernel

/// 公民身份号码 after GB 11643, and the cards that are built like it: area (6), birth date (8), sequence (3), check (1).
package enum IdentityNumber {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)
  /// The provinces of GB/T 2260 by their first two digits; 81, 82 and 83 are the residence permits.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83,
  ]

  /// The 18th character that belongs to 17 digits (ISO 7064 mod 11-2); nil when they are not 17 digits.
  package static func checkDigit(of body17: String) -> Character? {
    let bytes = Array(body17.utf8)
    guard bytes.count == 17, bytes.allSatisfy(\.isDigit) else { return nil }
    return Character(Unicode.Scalar(check(bytes)))
  }

  /// Seventeen digits and one more or X.
  static func hasShape(_ bytes: [UInt8]) -> Bool {
    bytes.count == 18 && bytes[..<17].allSatisfy(\.isDigit) && (bytes[17].isDigit || bytes[17] == UInt8(ascii: "X"))
  }

  static func passesCheck(_ bytes: [UInt8]) -> Bool { check(bytes) == bytes[17] }

  /// The birth date inside; nil when there is no such day, or none that a living memory reaches.
  package static func birth(_ bytes: [UInt8]) -> Day? {
    let number = bytes[6..<14].reduce(0) { $0 * 10 + Int($1 - 48) }
    guard (1800...2999).contains(number / 10_000) else { return nil }
    return Day(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Reads what `hasShape`.
  package static func read(_ input: String, _ bytes: [UInt8], _ day: Day?, extra: [String] = []) -> IdentifierReading {
    let kind = kind(bytes)
    var warnings = extra
    if kind != .foreignPermanentNew, !provinces.contains(province(bytes)) {
      warnings.append("area: 前两位 \(String(decoding: bytes[..<2], as: UTF8.self)) 不是省级代码")
    }
    let reasons = faults(bytes, day)
    guard reasons.isEmpty, let birth = birth(bytes) else { return .refused(input, kind, reasons + warnings) }
    let sex = (bytes[16] - 48).isMultiple(of: 2) ? "女" : "男"
    return .accepted(
      input, kind, String(decoding: bytes, as: UTF8.self), warnings: warnings, birth: birth, sex: sex)
  }

  /// Fifteen digits, as issued until 1999. The century is 19, but the sequences 996 to 999 were kept for those born
  /// before 1900 (GB 11643-1999, appendix).
  static func readOld(_ input: String, _ bytes: [UInt8], _ day: Day?) -> IdentifierReading {
    let before1900 = bytes[12...].starts(with: "99".utf8) && bytes[14] >= UInt8(ascii: "6")
    var long = bytes[..<6] + (before1900 ? "18" : "19").utf8 + bytes[6...]
    long.append(check(Array(long)))
    return read(input, Array(long), day, extra: ["old: 十五位旧号码,已换算为十八位"])
  }

  /// A digit too many or too few: recognised by province and birth date, so that the reason can be named.
  static func readWrongLength(_ input: String, _ bytes: [UInt8]) -> IdentifierReading? {
    guard [16, 17, 19, 20].contains(bytes.count), bytes.dropLast().allSatisfy(\.isDigit),
      provinces.contains(province(bytes)), birth(bytes) != nil
    else { return nil }
    return .refused(input, .residentIdentity, "length: 应为十八位,现为 \(bytes.count) 位")
  }

  private static func kind(_ bytes: [UInt8]) -> Identifier.Kind {
    if bytes[0] == UInt8(ascii: "9") { return .foreignPermanentNew }
    return (81...83).contains(province(bytes)) ? .hmtResidencePermit : .residentIdentity
  }

  private static func faults(_ bytes: [UInt8], _ day: Day?) -> [String] {
    var reasons: [String] = []
    if let birth = birth(bytes) {
      if let day, birth > day { reasons.append("birth_date: 出生日期 \(birth) 晚于 \(day)") }
    } else {
      reasons.append("birth_date: 第 7 到 14 位 \(String(decoding: bytes[6..<14], as: UTF8.self)) 不是可能的出生日期")
    }
    let expected = check(bytes)
    if expected != bytes[17] {
      reasons.append("check_digit: 校验位应为 \(Character(Unicode.Scalar(expected)))")
      if bytes[15...] == [48, 48, 48] { reasons.append("excel_precision: 末三位是 000,可能被表格软件抹去") }
    }
    return reasons
  }

  private static func province(_ bytes: [UInt8]) -> Int { Int(bytes[0] - 48) * 10 + Int(bytes[1] - 48) }

  private static func check(_ bytes: [UInt8]) -> UInt8 {
    checks[zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 } % 11]
  }
}
