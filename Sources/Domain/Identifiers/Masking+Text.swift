extension Masking {
  /// A text with every number in it masked that could be somebody's: identity numbers, telephones, accounts. What people
  /// write in tickets holds them often, and lists show texts to many.
  ///
  /// Full-width digits and numbers in groups (138-1234-5678) count too, as do eleven and more digits in Chinese
  /// (幺三八…). A date stays, as does a house's or a ticket's number of less than seven digits.
  package static func numbers(in text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { TextNumber.digit($0) != nil }) else { return text }
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard TextNumber.digit(scalars[index]) != nil else {
        out.append(scalars[index])
        index += 1
        continue
      }
      let number = TextNumber(scalars, from: index)
      out.append(contentsOf: number.masked(scalars).unicodeScalars)
      index = number.end
    }
    return String(out)
  }
}

/// A run of digits in a text: groups with one separator between two of them.
private struct TextNumber {
  private struct Group {
    var range: Range<Int>
    var digits: [UInt8]
    var isChinese: Bool
  }

  private var groups: [Group] = []
  private(set) var end: Int

  init(_ text: [Unicode.Scalar], from start: Int) {
    end = start
    while let group = Self.group(text, from: end) {
      groups.append(group)
      end = group.range.upperBound
      guard end + 1 < text.count, Self.isSeparator(text[end]), Self.digit(text[end + 1]) != nil else { return }
      end += 1
    }
  }

  private static func group(_ text: [Unicode.Scalar], from start: Int) -> Group? {
    var (end, digits, chinese) = (start, [UInt8](), true)
    while end < text.count, let (value, isChinese) = digit(text[end]) {
      digits.append(value)
      chinese = chinese && isChinese
      end += 1
    }
    guard !digits.isEmpty else { return nil }
    // The check character of an identity number.
    if digits.count == 17, end < text.count, ["X", "x", "Ｘ", "ｘ"].contains(text[end]) {
      digits.append(UInt8(ascii: "X"))
      end += 1
    }
    return Group(range: start..<end, digits: digits, isChinese: chinese)
  }

  /// The digit as ASCII, and whether it was a Chinese word.
  static func digit(_ scalar: Unicode.Scalar) -> (value: UInt8, isChinese: Bool)? {
    switch scalar.value {
    case 0x30...0x39: return (UInt8(scalar.value), false)
    case 0xFF10...0xFF19: return (UInt8(scalar.value - 0xFF10 + 0x30), false)
    default:
      guard let value = chinese[scalar] else { return nil }
      return (value + 0x30, true)
    }
  }

  private static let chinese: [Unicode.Scalar: UInt8] = [
    "〇": 0, "零": 0, "一": 1, "幺": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x2D, 0x2E, 0xA0, 0xB7, 0x2010...0x2015, 0x2212, 0x3000, 0xFF0D, 0x29, 0xFF09: true
    default: false
    }
  }

  func masked(_ text: [Unicode.Scalar]) -> String {
    var out = String.UnicodeScalarView()
    var (index, shown) = (0, groups.first?.range.lowerBound ?? end)
    while index < groups.count {
      let last = (index..<min(groups.count, index + 8)).reversed().first { isSomebodys(index...$0) }
      let through = last ?? index
      out.append(contentsOf: text[shown..<groups[index].range.lowerBound])
      if last == nil {
        out.append(contentsOf: text[groups[index].range])
      } else {
        out.append(contentsOf: stars(groups[index...through].flatMap(\.digits)).unicodeScalars)
      }
      shown = groups[through].range.upperBound
      index = through + 1
    }
    out.append(contentsOf: text[shown..<end])
    return String(out)
  }

  private func isSomebodys(_ range: ClosedRange<Int>) -> Bool {
    let digits = groups[range].flatMap(\.digits)
    let isOne = range.count == 1
    if groups[range.lowerBound].isChinese || groups[range.upperBound].isChinese {
      return isOne && digits.count >= 11
    }
    let isMobile = digits.count == 11 && digits[0] == UInt8(ascii: "1") && digits[1] >= UInt8(ascii: "3")
    if isMobile || digits.count == 18 || digits.count == 13 && digits.starts(with: "861".utf8) { return true }
    if digits[0] == UInt8(ascii: "0"), (10...12).contains(digits.count), range.count <= 3 { return true }
    guard isOne else { return false }
    guard !Self.beginsWithDate(digits) else { return false }
    return digits.count >= 12 || (7...8).contains(digits.count) && digits[0] >= UInt8(ascii: "2")
  }

  /// 20261121 and 20261121000123 are a date and a ticket's number; no identity number begins with 19 or 20.
  private static func beginsWithDate(_ digits: [UInt8]) -> Bool {
    guard digits.count >= 8 else { return false }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
    return (1900...2099).contains(number(0..<4))
      && Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)) != nil
  }

  /// The first three and the last four; of seven or eight digits the first ones only.
  private func stars(_ digits: [UInt8]) -> String {
    let short = digits.count < 11
    let (first, last) = short ? (digits.count - 4, 0) : (3, 4)
    return String(decoding: digits.prefix(first), as: UTF8.self)
      + String(repeating: "*", count: digits.count - first - last)
      + String(decoding: digits.suffix(last), as: UTF8.self)
  }
}
