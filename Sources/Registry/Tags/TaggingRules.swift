import Kernel

/// What must hold of the assignments of one tag to one subject, at every door: days that can be meant, and on no day two
/// of them.
package enum TaggingRules {
  /// Where an assignment goes among those that there are.
  package enum Placement: Sendable, Equatable {
    case new
    /// One holds already on the first day: it goes on, until the day given.
    case renewal(of: TaggingRow, until: Day?)
  }

  /// - Parameters:
  ///   - until: the first day on which it holds no more, where somebody says so.
  ///   - validDays: how long the tag holds where nobody does; nil: for good.
  ///   - held: all assignments of the tag to the subject.
  /// - Throws: `bad_field` for days that cannot be, `tagging_overlap` where another begins within them.
  package static func place(
    since: Day, until: Day?, validDays: Int?, among held: [TaggingRow], life: Life? = nil, today: Day
  ) throws(Problem) -> (placement: Placement, until: Day?) {
    let end = until ?? validDays.map { since.adding(days: $0) }
    try check(DayPeriod(since: since, until: end), life: life, today: today)
    if let now = held.first(where: { $0.holds(on: since) }) {
      let longer = until ?? now.until
      try check(DayPeriod(since: now.since, until: longer), besides: held.filter { $0.id != now.id })
      return (.renewal(of: now, until: longer), longer)
    }
    try check(DayPeriod(since: since, until: end), besides: held)
    return (.new, end)
  }

  /// A person's dates, where the subject is one.
  package struct Life: Sendable, Equatable {
    package let birth: Day?
    package let death: Day?
    package init(birth: Day?, death: Day?) { (self.birth, self.death) = (birth, death) }
  }

  /// - Throws: `bad_field`.
  package static func check(_ period: DayPeriod, life: Life?, today: Day) throws(Problem) {
    guard let since = period.since else { return }
    if let until = period.until, until <= since {
      throw .contradiction("until", "bad_field", "「until」应晚于「since」：从这一天起不再有效。")
    }
    try PlausibleDays.check(
      since, "since", "bad_field", title: "起始日期", latest: today.adding(days: PlausibleDays.plannedDays),
      hint: "最多可以提前一年，请核对年份。")
    try PlausibleDays.check(
      period.until, "until", "bad_field", title: "截止日期", latest: today.adding(years: PlausibleDays.openYears),
      hint: "太远。长期有效的请留空。")
    if let birth = life?.birth, since < birth {
      throw .contradiction("since", "bad_field", "起始日期不能早于此人的出生日期。")
    }
    if let death = life?.death, since > death {
      throw .contradiction("since", "bad_field", "此人已于 \(death) 去世，不能再打标签。")
    }
  }

  /// - Parameter others: the other assignments of the tag to the subject.
  /// - Throws: `tagging_overlap`.
  package static func check(_ period: DayPeriod, besides others: [TaggingRow]) throws(Problem) {
    guard let other = others.first(where: { $0.period.overlaps(period) }) else { return }
    throw Problem(
      .conflict, "tagging_overlap", "这个标签自 \(other.since) 起已经打上，与所填日期重叠。请把「until」填到这一天，或先结束它。")
  }
}

extension TaggingRow {
  package var period: DayPeriod { DayPeriod(since: since, until: until) }
}
