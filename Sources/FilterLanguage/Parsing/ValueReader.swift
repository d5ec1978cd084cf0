import Kernel

/// Reads one written value as the type of its field.
package enum ValueReader {
  package static func read(_ text: String, for entry: FieldEntry) throws(Fault) -> Value {
    guard !text.isEmpty else { throw Fault(.value, "“\(entry.name)”（\(entry.title)）的值是空的") }
    switch entry.type {
    case .text: return .text(Synonyms.open(text, of: entry.field, title: entry.title))
    case .sealed, .address, .area: return .text(text)
    case .word(let words):
      guard let word = words.contains(text) ? text : Synonyms.word(text, of: entry.field, among: words) else {
        throw Fault(
          .value, "“\(entry.name)”（\(entry.title)）没有“\(text.brief)”，可用：\(words.joined(separator: "、"))",
          suggestions: Nearest.first(3, to: text, among: words, orAll: true))
      }
      return .text(word)
    case .number:
      guard let number = number(text) else {
        throw Fault(.value, "“\(entry.name)”（\(entry.title)）要一个数，最多12位整数、4位小数，不能是“\(text.brief)”")
      }
      return .number(number)
    case .day:
      guard let day = day(text) else {
        throw Fault(
          .value, "“\(entry.name)”（\(entry.title)）要一个存在的日期，例如 2026-11-21、today、today+3m、today-30d，不能是“\(text.brief)”")
      }
      return .day(day)
    case .time:
      guard let minutes = time(text) else {
        throw Fault(.value, "“\(entry.name)”（\(entry.title)）要一个时刻，例如 22:30，次日两点写 26:00，不能是“\(text.brief)”")
      }
      return .time(minutes)
    case .flag:
      switch text.lowercased() {
      case "true": return .flag(true)
      case "false": return .flag(false)
      default:
        throw Fault(
          .value, "“\(entry.name)”（\(entry.title)）只能是 true 或 false", suggestions: ["true", "false"])
      }
    }
  }

  /// `80`, `-3`, `12.5`: at most 12 digits before the point and 4 after, so that it prints as it was written.
  package static func number(_ text: String) -> Double? {
    var bytes = Array(text.utf8)
    let negative = bytes.first == 0x2D
    if negative { bytes.removeFirst() }
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = digits(parts[0], atMost: 12) else { return nil }
    guard parts.count == 2 else { return Double(negative ? -whole : whole) }
    guard digits(parts[1], atMost: 4) != nil else { return nil }
    return Double(text)
  }

  /// Whether a number is one that `number` reads.
  static func isWritable(_ number: Double) -> Bool {
    guard number.isFinite, abs(number) < 1e12 else { return false }
    return Self.number(number.written) == number
  }

  /// `2026-11-21`, `today`, `today+3m`; at most 99,999 units away.
  package static func day(_ text: String) -> DayExpression? {
    if let day = Day(text) { return .on(day) }
    let bytes = Array(text.utf8)
    guard bytes.count >= 5, bytes[..<5].map({ $0 | 0x20 }) == Array("today".utf8) else { return nil }
    if bytes.count == 5 { return .today(offset: 0, unit: .days) }
    guard bytes.count >= 8, bytes[5] == 0x2B || bytes[5] == 0x2D, let last = bytes.last,
      let unit = DayUnit(rawValue: String(Unicode.Scalar(last | 0x20))),
      let count = digits(bytes[6..<(bytes.count - 1)], atMost: 5)
    else { return nil }
    if count == 0 { return .today(offset: 0, unit: .days) }
    return .today(offset: bytes[5] == 0x2B ? count : -count, unit: unit)
  }

  /// `22:30` as minutes after midnight, up to 29:59.
  package static func time(_ text: String) -> Int? {
    let parts = Array(text.utf8).split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hours = digits(parts[0], atMost: 2), hours < 30, let minutes = digits(parts[1], atMost: 2), minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// `next-month`.
  package static func period(_ text: String) -> Period? {
    let parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let which = Period.Which(rawValue: String(parts[0])),
      let unit = Period.Unit(rawValue: String(parts[1]))
    else { return nil }
    return Period(which, unit)
  }

  /// The value of one or more ASCII digits.
  static func digits(_ bytes: some Collection<UInt8>, atMost limit: Int) -> Int? {
    guard (1...limit).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
