/// What of a name or number may be seen without the right to see all: 张*三, 310**************4, 138****1234.
///
/// Whatever comes in, odd or too short, never shows more than these forms would.
package enum Masking {
  /// 张*三, 张*, 欧**三; a name in letters keeps its first letter: `J***`. One character stays as it is.
  package static func name(_ name: String) -> String {
    if let masked = chineseName(Array(name.utf8)) { return masked }
    let shown = name.filter { !$0.isWhitespace }
    guard let first = shown.first, let last = shown.last else { return "" }
    if shown.contains(where: { $0.isCased }) { return "\(first)***" }
    switch shown.count {
    case 1: return shown
    case 2: return "\(first)*"
    case 3: return "\(first)*\(last)"
    default: return "\(first)**\(last)"
    }
  }

  /// The same for a name of common Chinese characters only, three bytes each: nearly all are, and every row of a list
  /// passes here.
  private static func chineseName(_ bytes: [UInt8]) -> String? {
    guard bytes.count >= 6, bytes.count.isMultiple(of: 3) else { return nil }
    for start in stride(from: 0, to: bytes.count, by: 3) {
      // U+4E00 to U+9FFF: none of them has letter case or is a space.
      guard (0xE5...0xE9).contains(bytes[start]) || (bytes[start] == 0xE4 && bytes[start + 1] >= 0xB8) else {
        return nil
      }
    }
    let stars = bytes.count <= 9 ? "*" : "**"
    let last = bytes.count == 6 ? [] : Array(bytes.suffix(3))
    return String(decoding: bytes.prefix(3), as: UTF8.self) + stars + String(decoding: last, as: UTF8.self)
  }

  /// The first three and the last of a long number; the first and last two of a shorter one (a passport); of less than
  /// eight characters nothing.
  ///
  /// The birth date in the next column has digits 7 to 14, and the first six are the street's own for most who live
  /// there: the three before the last are all that is secret, so none of them is shown.
  package static func idNumber(_ number: String) -> String {
    let bytes = IdentifierText(number).compact
    if bytes.count >= 15 { return keep(bytes, first: 3, last: 1) }
    return bytes.count >= 8 ? keep(bytes, first: 1, last: 2) : keep(bytes, first: 0, last: 0)
  }

  /// 138****1234 for mobiles; a landline hides its last four digits and its extension: 021-1234****. What is no
  /// telephone number keeps at most its first three.
  package static func phone(_ number: String) -> String {
    let reading = Identifier.read(number, for: .phone)
    guard let normalised = reading.normalised else {
      let bytes = IdentifierText(number).compact
      return keep(bytes, first: bytes.count >= 8 ? 3 : 0, last: 0)
    }
    if reading.kind == .mobilePhone { return keep(Array(normalised.utf8), first: 3, last: 4) }
    let groups = normalised.split(separator: "-")
    let whole = groups.prefix(normalised.hasPrefix("0") ? 2 : 1).joined(separator: "-")
    return String(whole.dropLast(4)) + "****"
  }

  /// A text with such numbers in it as they are shown now.
  package static func coarserText(_ text: String) -> String {
    guard text.contains("***********") else { return text }
    return text.replacing(/([0-9]{3})\*{11}[0-9]{3}([0-9X])/) { "\($0.1)**************\($0.2)" }
  }

  /// A masked identity number as it was shown before the last four digits went, 310***********1234, as it is shown now;
  /// any other text as it is. Frozen rows and old notes hold such ones.
  package static func coarser(_ masked: String) -> String {
    let bytes = Array(masked.utf8)
    guard bytes.count == 18 || bytes.count == 15, bytes[3] == UInt8(ascii: "*"), bytes[0..<3].allSatisfy(\.isDigit),
      bytes[3..<(bytes.count - 4)].allSatisfy({ $0 == UInt8(ascii: "*") }),
      bytes[(bytes.count - 4)...].dropLast().allSatisfy(\.isDigit)
    else { return masked }
    return keep(bytes, first: 3, last: 1)
  }

  private static func keep(_ bytes: [UInt8], first: Int, last: Int) -> String {
    let stars = String(repeating: "*", count: bytes.count - first - last)
    return String(decoding: bytes.prefix(first), as: UTF8.self) + stars
      + String(decoding: bytes.suffix(last), as: UTF8.self)
  }
}
