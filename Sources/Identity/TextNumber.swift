import Kernel

/// A run of digits in a text: groups with a few separators between two of them.
struct TextNumber {
  private struct Group {
    var range: Range<Int>
    var digits: [UInt8]
    var isChinese: Bool
  }

  private var groups: [Group] = []
  private(set) var end: Int
  /// Groups that one number may have: eleven single digits, and some more.
  private static let mostGroups = 20

  init(_ text: [Unicode.Scalar], from start: Int) {
    end = start
    while let group = Self.group(text, from: end) {
      groups.append(group)
      end = group.range.upperBound
      var next = end
      while next < text.count, next - end < 3, Self.isSeparator(text[next]) { next += 1 }
      guard next > end, next < text.count, TextSign(text[next]).digit != nil else { return }
      end = next
    }
  }

  private static func group(_ text: [Unicode.Scalar], from start: Int) -> Group? {
    var (end, digits, chinese) = (start, [UInt8](), true)
    while end < text.count {
      if case .digit(let value, let isChinese) = TextSign(text[end]) {
        digits.append(value)
        chinese = chinese && isChinese
      } else if digits.isEmpty || end + 1 >= text.count || !PlainText.isInvisible(text[end])
        || TextSign(text[end + 1]).digit == nil
      {
        break
      }
      end += 1
    }
    guard !digits.isEmpty else { return nil }
    // The check character of an identity number.
    if digits.count == 17, end < text.count, ["X", "x", "Ｘ", "ｘ", "×"].contains(text[end]) {
      digits.append(UInt8(ascii: "X"))
      end += 1
    }
    return Group(range: start..<end, digits: digits, isChinese: chinese)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x28, 0x2D, 0x2E, 0x5F, 0xA0, 0xB7, 0x2010...0x2015, 0x2212, 0x3000, 0xFF0D, 0x29, 0xFF08, 0xFF09: true
    default: false
    }
  }

  /// nil where nothing of it is anybody's.
  ///
  /// - Parameter isTelephone: whether a word before it says so.
  func masked(_ text: [Unicode.Scalar], isTelephone: Bool = false) -> String? {
    var out = String.UnicodeScalarView()
    var (index, shown, isChanged) = (0, groups.first?.range.lowerBound ?? end, false)
    while index < groups.count {
      let furthest = min(groups.count, index + Self.mostGroups)
      let last = (index..<furthest).reversed().first { isSomebodys(index...$0, isTelephone && index == 0) }
      let through = last ?? index
      out.append(contentsOf: text[shown..<groups[index].range.lowerBound])
      if last == nil {
        out.append(contentsOf: text[groups[index].range])
      } else {
        out.append(contentsOf: stars(groups[index...through].flatMap(\.digits)).unicodeScalars)
        isChanged = true
      }
      shown = groups[through].range.upperBound
      index = through + 1
    }
    out.append(contentsOf: text[shown..<end])
    return isChanged ? String(out) : nil
  }

  private func isSomebodys(_ range: ClosedRange<Int>, _ isTelephone: Bool) -> Bool {
    // What is longer than any number is none, however many groups it has.
    let count = groups[range].reduce(0) { $0 + $1.digits.count }
    guard count >= 7, range.count == 1 || count <= 22 else { return false }
    let digits = groups[range].flatMap(\.digits)
    let isOne = range.count == 1
    if groups[range].contains(where: \.isChinese) {
      // 三 and 五 stand in any sentence: only a long number is one.
      return groups[range].allSatisfy { isOne || $0.digits.count >= 3 } && count >= 11
    }
    if Self.isMobile(digits) || count == 13 && digits.starts(with: "861".utf8) { return true }
    if count == 18, isOne || Self.hasBirth(digits) { return true }
    if digits[0] == UInt8(ascii: "0"), (10...12).contains(count), range.count <= 3 { return true }
    if isTelephone, range.count <= 2, (7...8).contains(count), digits[0] >= UInt8(ascii: "2") { return true }
    guard isOne else { return isCard(range, count) }
    guard !Self.beginsWithDate(digits) else { return false }
    return count >= 12 || (7...8).contains(count) && digits[0] >= UInt8(ascii: "2")
  }

  private static func isMobile(_ digits: [UInt8]) -> Bool {
    digits.count == 11 && digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
  }

  /// 6222 0212 3456 7890 123: bank cards in fours.
  private func isCard(_ range: ClosedRange<Int>, _ count: Int) -> Bool {
    (16...19).contains(count) && groups[range].dropLast().allSatisfy { $0.digits.count == 4 }
      && groups[range.upperBound].digits.count <= 4
  }

  /// Whether eighteen digits have a birth date where an identity number has it.
  private static func hasBirth(_ digits: [UInt8]) -> Bool {
    day(Array(digits[6..<14])).map { (1850...2099).contains($0.parts.year) } ?? false
  }

  /// 20261121 and 20261121000123 are a date and a ticket's number; no identity number begins with 19 or 20.
  static func beginsWithDate(_ digits: [UInt8]) -> Bool {
    digits.count >= 8 && (day(Array(digits[0..<8])).map { (1900...2099).contains($0.parts.year) } ?? false)
  }

  private static func day(_ digits: [UInt8]) -> Day? {
    guard digits.allSatisfy(\.isDigit) else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
    return Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }

  /// Passports, permits of Hong Kong and Macao (H, M), and the older card of foreigners, by their shape.
  static func isDocument(letters: Int, digits: [UInt8]) -> Bool {
    switch (letters, digits.count) {
    case (1, 8), (1, 10): !beginsWithDate(digits)
    case (1...2, 7...9): !beginsWithDate(digits)
    case (3, 12): true
    default: false
    }
  }

  /// The first three and the last of an identity number, the first three and last four of others; of seven or eight digits the
  /// first ones only.
  private func stars(_ digits: [UInt8]) -> String {
    let (first, last): (Int, Int) =
      switch digits.count {
      case ..<11: (digits.count - 4, 0)
      case 15, 18: (3, 1)
      default: (3, 4)
      }
    return String(decoding: digits.prefix(first), as: UTF8.self)
      + String(repeating: "*", count: digits.count - first - last)
      + String(decoding: digits.suffix(last), as: UTF8.self)
  }
}

/// What a character is to whoever looks for numbers.
enum TextSign {
  /// As ASCII, and whether it was a Chinese word.
  case digit(UInt8, isChinese: Bool)
  case letter
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39: self = .digit(UInt8(scalar.value), isChinese: false)
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: self = .letter
    case 0...0x7F: self = .other
    case 0x25CB, 0x3007, 0x4E00...0x9FFF:
      self = Self.chinese[scalar].map { .digit($0 + 48, isChinese: true) } ?? .other
    default:
      let properties = scalar.properties
      guard properties.numericType == .decimal || properties.numericType == .digit,
        let value = properties.numericValue, (0...9).contains(value)
      else {
        self = .other
        return
      }
      self = .digit(UInt8(value) + 48, isChinese: false)
    }
  }

  var digit: UInt8? { if case .digit(let value, _) = self { value } else { nil } }
  var isLetter: Bool { if case .letter = self { true } else { false } }
  /// A letter, or a digit that is not a Chinese word.
  var isAlphanumeric: Bool {
    switch self {
    case .letter, .digit(_, isChinese: false): true
    default: false
    }
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  private static let chinese: [Unicode.Scalar: UInt8] = [
    "〇": 0, "○": 0, "零": 0, "洞": 0, "一": 1, "幺": 1, "壹": 1, "二": 2, "两": 2, "贰": 2, "三": 3, "叁": 3, "四": 4,
    "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "拐": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "勾": 9, "玖": 9,
  ]
}
