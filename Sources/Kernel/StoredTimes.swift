// Days and instants as the tables hold them, read from bytes without a String between: a start reads millions.

extension Day {
  /// Reads exactly `2026-11-21`.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.number(0, 4), let month = bytes.number(5, 2), let day = bytes.number(8, 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension Instant {
  /// Reads exactly what `description` writes: `2026-11-21T09:00:00.000+08:00`.
  package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 29, let day = Day(bytes: UnsafeBufferPointer(rebasing: bytes[0..<10])),
      let hour = bytes.number(11, 2), let minute = bytes.number(14, 2), let second = bytes.number(17, 2),
      let fraction = bytes.number(20, 3), bytes[23] == UInt8(ascii: "+"), bytes[24] == UInt8(ascii: "0"),
      bytes[25] == UInt8(ascii: "8")
    else { return nil }
    let seconds = Int64(day.number) * 86_400 + Int64((hour - 8) * 3600 + minute * 60 + second)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The value of `length` ASCII digits, nil where there is anything else.
  fileprivate func number(_ start: Int, _ length: Int) -> Int? {
    var value = 0
    for index in start..<(start + length) {
      let digit = self[index]
      guard digit >= 48, digit <= 57 else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}
