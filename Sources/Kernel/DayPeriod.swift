/// A stretch of days: from `since` (nil: always) up to, not including, `until` (nil: for good).
package struct DayPeriod: Sendable, Hashable {
  package let since: Day?
  package let until: Day?

  package init(since: Day?, until: Day?) { (self.since, self.until) = (since, until) }

  package func holds(on day: Day) -> Bool { (since.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true) }

  /// Whether no day is in it: it was ended on the day on which it began.
  package var isEmpty: Bool {
    guard let since, let until else { return false }
    return until <= since
  }

  /// Whether some day is in both.
  package func overlaps(_ other: DayPeriod) -> Bool {
    guard !isEmpty, !other.isEmpty else { return false }
    return Self.begins(since, before: other.until) && Self.begins(other.since, before: until)
  }

  private static func begins(_ since: Day?, before until: Day?) -> Bool {
    guard let since, let until else { return true }
    return since < until
  }
}

/// Days that can be meant: what lies outside is a slip of the keyboard, whichever way it comes in.
package enum PlausibleDays {
  /// 1850-01-01. Nobody who was born before lives, and no link or visit of before is on record.
  package static let earliest = Day(number: -43_829)
  /// How far ahead something may be planned: a tenancy that begins next month, a shop that opens in spring.
  package static let plannedDays = 366
  /// How far ahead an end may lie: no tenancy runs longer.
  package static let openYears = 100

  /// - Parameter field: the field's name, for the pointer of the problem.
  /// - Throws: `code`, where the day lies before `earliest` or after `latest`.
  package static func check(
    _ day: Day?, _ field: String, _ code: String, title: String, latest: Day, hint: String
  ) throws(Problem) {
    guard let day else { return }
    if day < earliest {
      throw .contradiction(field, code, "\(title)不能早于 \(earliest)，请核对年份。")
    }
    if day > latest { throw .contradiction(field, code, "\(title)\(hint)") }
  }

  /// - Throws: `bad_opened`.
  package static func checkOpened(_ day: Day?, today: Day) throws(Problem) {
    try check(
      day, "opened", "bad_opened", title: "开业日期", latest: today.adding(days: plannedDays),
      hint: "最多可以提前一年登记，请核对年份。")
  }
}

extension Problem {
  /// A value that cannot be right beside the others: the field is named, and the sentence says what to do.
  package static func contradiction(_ field: String, _ code: String, _ detail: String) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}
