/// A calendar day, counted from 1970-01-01, in the proleptic Gregorian calendar.
///
/// Menpai's days are days in Asia/Shanghai; a `Day` itself knows no time zone.
package struct Day: Hashable, Comparable, Sendable, Strideable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// The day with these parts, or nil when the calendar lacks it. Years run from 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(number: Day.count(year: year, month: month, day: day))
  }

  /// Reads exactly `2026-11-21`; anything else is nil.
  package init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-") else { return nil }
    var parts = [0, 0, 0]
    for (index, range) in [0..<4, 5..<7, 8..<10].enumerated() {
      for digit in digits[range] {
        guard (48...57).contains(digit) else { return nil }
        parts[index] = parts[index] * 10 + Int(digit - 48)
      }
    }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  /// Year, month and day of the month. Howard Hinnant's civil_from_days.
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  package var year: Int { parts.year }

  /// 1 is Monday, 7 is Sunday.
  package var weekday: Int {
    let index = (Int(number) + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  package func adding(days: Int) -> Day { Day(number: Day.clamped(Int(number) + days)) }

  /// The same day `months` later; a day that the month lacks is its last day (31 January + 1 month is 28 February).
  package func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = min(max(Day.floorDivide(index, 12), 1), 9999)
    let newMonth = index - Day.floorDivide(index, 12) * 12 + 1
    let last = Day.length(ofMonth: newMonth, year: newYear)
    return Day(number: Day.count(year: newYear, month: newMonth, day: min(day, last)))
  }

  package func adding(years: Int) -> Day { adding(months: years * 12) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  package func distance(to other: Day) -> Int { Int(other.number) - Int(number) }
  package func advanced(by days: Int) -> Day { adding(days: days) }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// Howard Hinnant's days_from_civil.
  private static func count(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  private static func floorDivide(_ value: Int, _ divisor: Int) -> Int {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
  }

  private static func clamped(_ number: Int) -> Int32 { Int32(min(max(number, -719_162), 2_932_896)) }
}

extension Day: CustomStringConvertible, Codable {
  /// `2026-11-21`.
  package var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a calendar day: \(text)"))
    }
    self = day
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
