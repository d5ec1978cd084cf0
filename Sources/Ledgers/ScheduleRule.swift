import Kernel

/// When a ledger is made by itself. All times are Shanghai's, which has kept UTC+8 without summer time since 1991.
package struct ScheduleRule: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case daily, weekly, monthly, quarterly
    /// Looks every day, and reminds so many days before a day in the row.
    case daysBefore = "days_before"
  }

  package let kind: Kind
  /// Minutes after midnight.
  package let minute: Int
  /// 1 is Monday, 7 is Sunday; weekly only.
  package let weekday: Int?
  /// Of the month, 1 to 31; a month that lacks it has it on its last day. Monthly and quarterly only.
  package let day: Int?
  /// Of the quarter, 1 to 3; quarterly only.
  package let month: Int?
  /// 0 to 366; days before only.
  package let days: Int?
  /// The ledger's column with the day; days before only.
  package let field: String?

  /// - Throws: `bad_field` for what is out of bounds, missing, or belongs to another kind. What is left out is 8 o'clock,
  ///   Monday, the first day, the first month.
  package init(
    _ kind: Kind, minute: Int = 480, weekday: Int? = nil, day: Int? = nil, month: Int? = nil, days: Int? = nil,
    field: String? = nil
  ) throws(Problem) {
    guard (0..<1440).contains(minute) else { throw Self.bad("time", "「time」应为 00:00 到 23:59。") }
    func checked(
      _ name: String, _ value: Int?, _ bounds: ClosedRange<Int>, usual: Int?, _ kinds: Set<Kind>
    ) throws(Problem) -> Int? {
      guard kinds.contains(kind) else {
        if value != nil { throw Self.bad(name, "「\(kind.rawValue)」没有「\(name)」这一项。") }
        return nil
      }
      guard let value = value ?? usual else { throw Self.bad(name, "缺少「\(name)」。") }
      guard bounds.contains(value) else {
        throw Self.bad(name, "「\(name)」应为 \(bounds.lowerBound) 到 \(bounds.upperBound)。")
      }
      return value
    }
    (self.kind, self.minute) = (kind, minute)
    self.weekday = try checked("weekday", weekday, 1...7, usual: 1, [.weekly])
    self.day = try checked("day", day, 1...31, usual: 1, [.monthly, .quarterly])
    self.month = try checked("month", month, 1...3, usual: 1, [.quarterly])
    self.days = try checked("days", days, 0...366, usual: nil, [.daysBefore])
    guard (kind == .daysBefore) == (field != nil) else {
      throw Self.bad("field", kind == .daysBefore ? "缺少「field」：台账里哪一列是到期日。" : "「\(kind.rawValue)」没有「field」这一项。")
    }
    self.field = field
  }

  private static func bad(_ name: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(name)"), detail)])
  }

  /// The first occasion after a moment, never the moment itself: an occasion that has been is not found again.
  package func next(after moment: Instant) -> Instant {
    let today = moment.day
    switch kind {
    case .daily, .daysBefore: return first([at(today)], after: moment, else: at(today.adding(days: 1)))
    case .weekly:
      let day = today.adding(days: ((weekday ?? 1) - today.weekday + 7) % 7)
      return first([at(day)], after: moment, else: at(day.adding(days: 7)))
    case .monthly:
      let start = Self.start(ofMonth: today)
      return first([at(inMonth: start)], after: moment, else: at(inMonth: start.adding(months: 1)))
    case .quarterly:
      let start = Self.start(ofMonth: today)
      let quarter = start.adding(months: -((start.parts.month - 1) % 3)).adding(months: (month ?? 1) - 1)
      return first([at(inMonth: quarter)], after: moment, else: at(inMonth: quarter.adding(months: 3)))
    }
  }

  /// Whether an occasion lies so far ahead that only a clock which ran ahead can have set it: more than two others come
  /// before it. A clock that was set back by less waits until it is there again, so that nothing happens twice.
  package func isAstray(_ occasion: Instant, at now: Instant) -> Bool {
    occasion > next(after: next(after: next(after: now)))
  }

  private func first(_ occasions: [Instant], after moment: Instant, else later: Instant) -> Instant {
    occasions.first { $0 > moment } ?? later
  }

  /// Counted from the first of the month each time, so that the 31st does not become the 28th for good in February.
  private func at(inMonth start: Day) -> Instant {
    let (year, month, _) = start.parts
    return at(start.adding(days: min(day ?? 1, Day.length(ofMonth: month, year: year)) - 1))
  }

  private func at(_ day: Day) -> Instant {
    Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minute) * 60_000 - 8 * 3_600_000)
  }

  private static func start(ofMonth day: Day) -> Day { day.adding(days: 1 - day.parts.day) }
}

extension ScheduleRule {
  /// `08:05` as minutes; nil for anything else.
  package static func minute(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 48 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    return hour < 24 && minute < 60 ? hour * 60 + minute : nil
  }

  /// `08:05`.
  package var time: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minute / 60)):\(two(minute % 60))"
  }

  /// In Chinese: 每月31日 08:00.
  ///
  /// - Parameter title: what the column is called, for days before.
  package func chinese(_ title: String?) -> String {
    switch kind {
    case .daily: "每天 \(time)"
    case .weekly: "每周\(["一", "二", "三", "四", "五", "六", "日"][(weekday ?? 1) - 1]) \(time)"
    case .monthly: "每月\(dayText) \(time)"
    case .quarterly: "每季度第\(month ?? 1)个月\(dayText) \(time)"
    case .daysBefore: "「\(title ?? field ?? "")」前 \(days ?? 0) 天，每天 \(time) 查看"
    }
  }

  private var dayText: String { (day ?? 1) > 28 ? "\(day ?? 1)日（没有这一天的月份为最后一天）" : "\(day ?? 1)日" }
}
