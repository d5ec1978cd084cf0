/// 统一社会信用代码 after GB 32100: registrar (1), category (1), area (6), organisation (9), check (1).
package enum CreditCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let registrars = Array("123456789ANY".utf8)

  /// The 18th character that belongs to 17 (mod 31-3); nil when a character is not of the code's alphabet, which lacks
  /// I, O, S, V and Z.
  package static func checkDigit(of body17: String) -> Character? {
    let bytes = Array(body17.utf8)
    guard bytes.count == 17 else { return nil }
    return check(bytes).map { Character(Unicode.Scalar($0)) }
  }

  static func passesCheck(_ bytes: [UInt8]) -> Bool { bytes.count == 18 && check(bytes) == bytes[17] }

  /// Whether registrar, category and province can be those of a credit code; tells eighteen digits from an identity
  /// number. 10 is the area of those whom a ministry registers.
  static func hasPlausibleHead(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 8, registrars.contains(bytes[0]), bytes[1].isDigit, bytes[1] != UInt8(ascii: "0"),
      bytes[2..<8].allSatisfy(\.isDigit)
    else { return false }
    return bytes[2] >= UInt8(ascii: "1") && bytes[2] <= UInt8(ascii: "8")
      && (bytes[3] != UInt8(ascii: "0") || bytes[2...].starts(with: "10".utf8) || bytes[2...].starts(with: "50".utf8))
  }

  /// Eighteen characters that look like a credit code, be they right or not.
  package static func read(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let bytes = text.compact
    guard bytes.count == 18, hasPlausibleHead(bytes), bytes.allSatisfy({ $0.isDigit || $0.isCapital }) else {
      return nil
    }
    return readAny(input, text)
  }

  /// A credit code by its head that has a character too many or too few, or one that cannot be.
  static func readMalformed(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let bytes = text.compact
    guard (15...20).contains(bytes.count), bytes[0] == UInt8(ascii: "9"), hasPlausibleHead(bytes) else { return nil }
    return readAny(input, text)
  }

  /// Reads whatever stands where a credit code must.
  static func readAny(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let bytes = text.compact
    guard bytes.count == 18 else {
      return .refused(input, .unifiedSocialCredit, "length: 应为十八位,现为 \(bytes.count) 位")
    }
    if let wrong = bytes.first(where: { !alphabet.contains($0) }) {
      let shown = wrong == UInt8(ascii: "?") ? "其他文字" : String(decoding: [wrong], as: UTF8.self)
      return .refused(input, .unifiedSocialCredit, "alphabet: 含有不会出现的字符 \(shown)(代码不用 I O S V Z)")
    }
    guard bytes[2..<8].allSatisfy(\.isDigit) else {
      return .refused(input, .unifiedSocialCredit, "format: 第 3 到 8 位应为区划代码,只能是数字")
    }
    var warnings: [String] = []
    if !registrars.contains(bytes[0]) { warnings.append("registrar: 第一位不是已知的登记管理部门") }
    if let expected = check(bytes), expected != bytes[17] {
      warnings.append("check_digit: 校验位应为 \(Character(Unicode.Scalar(expected))),早期试点代码可能不符,请核对")
    }
    return .accepted(input, .unifiedSocialCredit, String(decoding: bytes, as: UTF8.self), warnings: warnings)
  }

  private static func check(_ bytes: [UInt8]) -> UInt8? {
    var total = 0
    var weight = 1
    for byte in bytes.prefix(17) {
      guard let value = alphabet.firstIndex(of: byte) else { return nil }
      total += value * weight
      weight = weight * 3 % 31
    }
    return alphabet[(31 - total % 31) % 31]
  }
}
