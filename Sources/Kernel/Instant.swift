/// A moment, in milliseconds since 1970-01-01T00:00:00Z, written in the clock of Asia/Shanghai.
///
/// Shanghai has kept UTC+8 without summer time since 1991; every instant of Menpai's own is later than that.
package struct Instant: Hashable, Comparable, Sendable, Codable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The Shanghai day that this moment falls on.
  package var day: Day { Day(number: Int32(shanghai.dividingDown(by: 86_400_000))) }

  package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

  package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

  private var shanghai: Int64 { milliseconds + 8 * 3_600_000 }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 with milliseconds: `2026-11-21T09:00:00.000+08:00`. All are of one length, so text order is time order.
  package var description: String {
    let rest = Int(shanghai - Int64(day.number) * 86_400_000)
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let clock = "\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):\(padded(rest / 1000 % 60, 2))"
    return "\(day)T\(clock).\(padded(rest % 1000, 3))+08:00"
  }

  /// Reads RFC 3339: `T` or `t`, seconds with or without a fraction, `Z` or an offset. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == 58, bytes[16] == 58,
      let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = bytes[11..<13].number, hour < 24, let minute = bytes[14..<16].number, minute < 60,
      let second = bytes[17..<19].number, second < 61
    else { return nil }
    var index = 19
    var fraction = 0
    if bytes[index] == UInt8(ascii: ".") {
      var digits = bytes[(index + 1)...].prefix { (48...57).contains($0) }
      guard !digits.isEmpty else { return nil }
      index += 1 + digits.count
      digits = digits.prefix(3)
      fraction = (digits.number ?? 0) * [1, 100, 10, 1][digits.count]
    }
    guard let offset = Self.offset(bytes[index...]) else { return nil }
    let seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  /// Seconds east of UTC: `Z`, `+08:00`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == 58, let hours = bytes[1..<3].number, hours < 24,
      let minutes = bytes[4..<6].number, minutes < 60
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// The value of a run of ASCII digits, nil where there is anything else.
  fileprivate var number: Int? {
    var value = 0
    for byte in self {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

extension Int64 {
  fileprivate func dividingDown(by divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : (self - divisor + 1) / divisor
  }
}
