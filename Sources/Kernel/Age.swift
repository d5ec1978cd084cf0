/// 周岁: completed years of life.
///
/// Civil Code art. 17 and 1259, and the Supreme Court's reading of them: a year of age is complete on the birthday.
/// Somebody born on 29 February completes a year on 1 March of a common year.
package enum Age {
  /// In years. The oldest person ever proven lived 122.
  package static let longest = 130

  /// Completed years on `day`; nil before birth.
  package static func years(born birth: Day, on day: Day) -> Int? {
    guard birth <= day else { return nil }
    let (birthYear, birthMonth, birthDay) = birth.parts
    let (year, month, dayOfMonth) = day.parts
    let before = (month, dayOfMonth) < (birthMonth, birthDay)
    return year - birthYear - (before ? 1 : 0)
  }

  /// The day on which somebody born on `birth` completes `years`.
  package static func day(completing years: Int, born birth: Day) -> Day {
    let (year, month, day) = birth.parts
    return Day(year: year + years, month: month, day: day)
      ?? Day(year: year + years, month: 3, day: 1)
      ?? birth.adding(years: years)
  }
}
