import Kernel

/// The time that stands behind a date: `00:00:00`, `8:05 PM`, `16:00:00.000Z`, `07:30+08:00`, `20:00 GMT-5`.
struct TimeBehindDate: Equatable {
  /// Of the day, from its beginning.
  let minutes: Int
  /// Minutes that the clock is ahead of Greenwich; nil where no zone is named, and the clock is the office's own.
  let offset: Int?

  /// nil for what is no time of day, or names a zone that may be several (CST).
  init?(_ scalars: [Unicode.Scalar]) {
    var rest = String(String.UnicodeScalarView(scalars)).uppercased()[...]
    guard let hour = Self.number(&rest, 1...2), rest.first == ":" else { return nil }
    rest.removeFirst()
    guard let minute = Self.number(&rest, 2...2), minute < 60 else { return nil }
    if rest.first == ":" {
      rest.removeFirst()
      guard let second = Self.number(&rest, 2...2), second < 60 else { return nil }
      if rest.first == "." {
        rest.removeFirst()
        guard Self.number(&rest, 1...9) != nil else { return nil }
      }
    }
    rest = rest.drop { $0 == " " }
    var counted = hour
    if rest.hasPrefix("AM") || rest.hasPrefix("PM") {
      guard (1...12).contains(hour) else { return nil }
      counted = hour % 12 + (rest.hasPrefix("PM") ? 12 : 0)
      rest = rest.dropFirst(2).drop { $0 == " " }
    }
    guard counted < 24, let offset = Self.offset(rest) else { return nil }
    (minutes, self.offset) = (counted * 60 + minute, offset)
  }

  /// The day in Shanghai when the clock showed this on `day`; nil where the books do not say how clocks went then.
  ///
  /// Shanghai is eight hours ahead of Greenwich, and was nine in the summers of 1986 to 1991. What was written with +08:00 is
  /// the day that it says.
  func shanghaiDay(_ day: Day) -> Day? {
    guard let offset, offset != 480 else { return day }
    let (plain, summer) = (shifted(day, by: 480 - offset), shifted(day, by: 540 - offset))
    if plain == summer || day.year >= 1992 || (1950..<1986).contains(day.year) { return plain }
    guard let season = Self.summers[day.year] else { return nil }
    return season.contains(day) ? summer : plain
  }

  private func shifted(_ day: Day, by difference: Int) -> Day {
    let sum = minutes + difference
    return day.adding(days: sum >= 0 ? sum / 1440 : -((1439 - sum) / 1440))
  }

  private static let summers: [Int: ClosedRange<Day>] = {
    let days = [
      ("1986-05-04", "1986-09-13"), ("1987-04-12", "1987-09-12"), ("1988-04-17", "1988-09-10"),
      ("1989-04-16", "1989-09-16"), ("1990-04-15", "1990-09-15"), ("1991-04-14", "1991-09-14"),
    ]
    var seasons: [Int: ClosedRange<Day>] = [:]
    for (first, last) in days {
      if let first = Day(first), let last = Day(last) { seasons[first.year] = first...last }
    }
    return seasons
  }()

  /// The minutes of a zone; `.some(nil)` where there is none, nil where it is not understood.
  private static func offset(_ text: Substring) -> Int?? {
    var rest = text
    guard !rest.isEmpty else { return .some(nil) }
    if rest == "Z" || rest == "UTC" || rest == "GMT" { return 0 }
    if rest.hasPrefix("UTC") || rest.hasPrefix("GMT") { rest = rest.dropFirst(3) }
    guard let sign = rest.first, "+-−".contains(sign) else { return nil }
    rest.removeFirst()
    guard let hours = number(&rest, 1...2) else { return nil }
    if rest.first == ":" { rest.removeFirst() }
    var minutes = 0
    if !rest.isEmpty {
      guard let value = number(&rest, 2...2) else { return nil }
      minutes = value
    }
    guard rest.isEmpty, hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == "+" ? 1 : -1)
  }

  /// Takes up to so many digits off the front.
  private static func number(_ text: inout Substring, _ count: ClosedRange<Int>) -> Int? {
    let digits = text.prefix(count.upperBound).prefix { ("0"..."9").contains($0) }
    guard digits.count >= count.lowerBound else { return nil }
    text = text.dropFirst(digits.count)
    return Int(digits)
  }
}
