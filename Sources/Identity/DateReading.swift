import Kernel

/// Reads dates as people type them into rosters: `1990-2-3`, `1990/02/03`, `1990.2.3`, `19900203`, `1990年2月3日`, full
/// width, with or without a time behind. A time with its zone names the day in Shanghai at that moment.
package enum DateReading {
  /// The day. Throws `Problem` with code `two_digit_year`, `no_such_day` or `unreadable_date`.
  package static func day(_ text: String) throws(Problem) -> Day {
    let (date, time) = parts(text)
    let groups = try digitGroups(date, text)
    let written: Day
    switch groups.count {
    case 1: written = try single(groups[0], text)
    case 3: written = try day(groups, text)
    default: throw unreadable(text)
    }
    guard !time.isEmpty else { return written }
    guard let day = TimeBehindDate(time)?.shanghaiDay(written) else { throw unreadable(text) }
    return day
  }

  /// The day of a cell that a spreadsheet holds as a number: days since 1900 (or 1904), or eight digits that are a date.
  ///
  /// Excel counts a 29 February 1900 that never was, as serial 60. A bare year is refused, not taken for a day of 1905.
  package static func day(serial: Double, from1904: Bool = false) throws(Problem) -> Day {
    guard serial.isFinite, serial >= 1, serial < 100_000_000 else { throw unreadable("\(serial)") }
    let whole = Int(serial)
    if whole >= 18_000_000, let day = Day(digits: Array(String(whole).utf8)) { return day }
    guard let day = serialDay(serial, from1904: from1904), !(1800...2100).contains(whole) else {
      throw unreadable("\(whole)")
    }
    return day
  }

  /// The day of a date cell's number, whatever year; nil where Excel has none.
  package static func serialDay(_ serial: Double, from1904: Bool) -> Day? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let whole = Int(serial)
    if from1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days: whole) }
    guard whole >= 1, whole != 60 else { return nil }
    return Day(year: 1899, month: 12, day: whole < 60 ? 31 : 30)?.adding(days: whole)
  }

  private static func single(_ digits: [UInt8], _ text: String) throws(Problem) -> Day {
    if digits.count == 6 { throw twoDigits(text) }
    guard digits.count == 8 else { throw unreadable(text) }
    return try day([Array(digits[..<4]), Array(digits[4..<6]), Array(digits[6...])], text)
  }

  private static func day(_ groups: [[UInt8]], _ text: String) throws(Problem) -> Day {
    guard groups[1].count <= 2, groups[2].count <= 2 else { throw unreadable(text) }
    guard groups[0].count == 4 else { throw groups[0].count == 2 ? twoDigits(text) : unreadable(text) }
    let numbers = groups.map { $0.reduce(0) { $0 * 10 + Int($1 - 48) } }
    guard numbers[0] >= 1800 else { throw Problem(.invalid, "unreadable_date", "年份过早:\(text.prefix(40))") }
    guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw Problem(.invalid, "no_such_day", "没有这一天：\(text.prefix(40))")
    }
    return day
  }

  /// The runs of digits of the date, without the time. Separators are one of `- / . 年 月 日 号` or a space.
  private static func digitGroups(_ date: [Unicode.Scalar], _ text: String) throws(Problem) -> [[UInt8]] {
    guard text.utf8.count <= 200 else { throw unreadable(text) }
    var groups: [[UInt8]] = [[]]
    for scalar in date {
      if (48...57).contains(scalar.value) {
        groups[groups.count - 1].append(UInt8(scalar.value))
      } else if ["-", "/", ".", "年", "月", "日", "号", " ", "–", "—", "−"].contains(scalar) {
        if groups[groups.count - 1].isEmpty == false { groups.append([]) }
      } else {
        throw unreadable(text)
      }
    }
    if groups.last?.isEmpty == true { groups.removeLast() }
    // 19900203.0 is a number that a program wrote.
    if groups.count == 2, groups[0].count == 8, groups[1].allSatisfy({ $0 == 48 }) { groups.removeLast() }
    return groups
  }

  /// Folded to half width, trimmed, and parted where a time begins: at a T, or at the space before the first colon.
  private static func parts(_ text: String) -> (date: [Unicode.Scalar], time: [Unicode.Scalar]) {
    var scalars = PlainText.folded(text)
    if scalars.first == "'" { scalars.removeFirst() }
    guard let colon = scalars.firstIndex(of: ":"),
      let cut = scalars[..<colon].lastIndex(where: { $0 == " " || $0 == "T" })
    else { return (scalars, []) }
    return (Array(scalars[..<cut]), Array(scalars[(cut + 1)...]))
  }

  private static func twoDigits(_ text: String) -> Problem {
    Problem(.invalid, "two_digit_year", "年份须写四位:\(text.prefix(40))")
  }

  private static func unreadable(_ text: String) -> Problem {
    Problem(.invalid, "unreadable_date", "看不懂的日期:\(text.prefix(40))(请写成 1990-02-03)")
  }
}
