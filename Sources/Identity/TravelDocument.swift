import Kernel

/// Passports, travel permits and the older residence card of foreigners: known by their shape, for they have no check
/// digit that the number alone shows.
enum TravelDocument {
  static func read(_ input: String, _ text: IdentifierText) -> IdentifierReading? {
    let bytes = withoutBracket(text.compact)
    let letters = bytes.prefix { $0.isCapital }.count
    guard bytes.dropFirst(letters).allSatisfy(\.isDigit) else { return nil }
    let number = String(decoding: bytes, as: UTF8.self)
    switch (letters, bytes.count - letters) {
    case (0, 8), (0, 10):
      // The last two of ten digits count how often the permit was issued; the person keeps the first eight.
      let warnings = Day(digits: bytes) == nil ? [] : ["date: 也像一个日期,请核对"]
      return .accepted(input, .twTravelPermit, String(number.prefix(8)), warnings: warnings)
    case (0, 9) where number.hasPrefix("14") || number.hasPrefix("15"):
      return .accepted(input, .passport, number)
    case (1, 8), (1, 10):
      if bytes[0] == UInt8(ascii: "H") || bytes[0] == UInt8(ascii: "M") {
        return .accepted(input, .hmTravelPermit, String(number.prefix(9)))
      }
      return letters + 8 == bytes.count ? .accepted(input, .passport, number) : nil
    case (1...2, 6...8): return .accepted(input, .passport, number)
    case (3, 12): return .accepted(input, .foreignPermanentOld, number, warnings: oldCardWarnings(bytes))
    default: return nil
    }
  }

  /// Nationality (3 letters), place (4), birth YYMMDD (6), sequence (2). The century is not told, hence no birth date.
  private static func oldCardWarnings(_ bytes: [UInt8]) -> [String] {
    let month = Int(bytes[9] - 48) * 10 + Int(bytes[10] - 48)
    let day = Int(bytes[11] - 48) * 10 + Int(bytes[12] - 48)
    return Day(year: 2000, month: month, day: day) == nil ? ["birth_date: 第 8 到 13 位不像出生日期"] : []
  }

  /// Older permits of Taiwan end in a letter in brackets, which is not part of the number.
  private static func withoutBracket(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")), open + 3 == bytes.count
    else { return bytes }
    return Array(bytes[..<open])
  }
}

extension Day {
  /// Eight digits, `19900203`, of a year that someone living may name; nil otherwise.
  init?(digits: [UInt8]) {
    guard digits.count == 8, digits.allSatisfy(\.isDigit) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    guard (1800...2999).contains(number / 10_000) else { return nil }
    self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
