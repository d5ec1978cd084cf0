/// The Chinese calendar of working days, with the days that are swapped around feasts (调休).
///
/// A value, read once and shared. All questions are answered from two tables in a few nanoseconds, however many days are
/// counted; only days far outside the published years are walked one by one.
package struct WorkingCalendar: Sendable {
  /// The first and the last year with a notice; nil when the table holds none.
  package let publishedYears: ClosedRange<Int>?
  /// Year by year, since a table may have gaps.
  private let published: Set<Int>
  private let named: [Day: HolidayTable.Row]
  private let first: Int32
  /// For each day from `first` on, how many working days there are up to and with it.
  private let ranks: [Int32]
  /// The working days of the same span in order: `nth[ranks[d] - 1]` is `d` where `d` is one.
  private let nth: [Int32]

  package init(_ table: HolidayTable) {
    let published = Set(table.rows.filter { $0.kind != .statutory }.map(\.day.year))
    self.published = published
    let years = published.min().flatMap { low in published.max().map { low...$0 } }
    publishedYears = years
    let named = Dictionary(table.rows.map { ($0.day, $0) }, uniquingKeysWith: { first, _ in first })
    self.named = named
    let span = years ?? 2000...2000
    let low = Day(year: span.lowerBound, month: 1, day: 1) ?? Day(number: 0)
    let high = low.adding(years: span.count + 30)
    first = low.number
    var (ranks, nth): ([Int32], [Int32]) = ([], [])
    ranks.reserveCapacity(low.distance(to: high))
    for number in low.number..<high.number {
      if Self.works(Day(number: number), published, named) { nth.append(number) }
      ranks.append(Int32(nth.count))
    }
    (self.ranks, self.nth) = (ranks, nth)
  }

  /// The calendar of `schema/reference/holidays.csv`. Throws as `HolidayTable` does.
  package init(csv: String) throws(Problem) { self.init(try HolidayTable(csv: csv)) }

  /// Whether offices work on that day. Beyond the published years: not on Saturdays, Sundays and public holidays by law.
  package func isWorkingDay(_ day: Day) -> Bool {
    let index = Int(day.number) - Int(first)
    guard ranks.indices.contains(index) else { return Self.works(day, published, named) }
    return ranks[index] > (index == 0 ? 0 : ranks[index - 1])
  }

  /// What the feast or swapped day is called, and which notice says so; nil for ordinary days.
  package func row(of day: Day) -> HolidayTable.Row? { named[day] }

  /// The `count`th working day after `day`; the day after counts as 1 (Civil Code art. 201: the day on which a period
  /// begins is not counted). 0 is `day` itself, and below 0 are the working days before it.
  package func adding(_ count: Int, workingDaysTo day: Day) -> Day {
    guard count != 0 else { return day }
    let index = Int(day.number) - Int(first)
    if ranks.indices.contains(index) {
      let before = Int(ranks[index]) - (count < 0 && isWorkingDay(day) ? 1 : 0)
      let target = count > 0 ? before + count - 1 : before + count
      if nth.indices.contains(target) { return Day(number: nth[target]) }
    }
    return walking(count, from: day)
  }

  /// How many working days lie after `from` and up to and with `to`; below 0 when `to` is before `from`.
  /// The opposite of `adding`: `workingDays(from: d, to: adding(n, workingDaysTo: d)) == n`.
  package func workingDays(from: Day, to: Day) -> Int {
    guard from <= to else { return -workingDays(from: to, to: from) }
    let (low, high) = (Int(from.number) - Int(first), Int(to.number) - Int(first))
    if ranks.indices.contains(low), ranks.indices.contains(high) { return Int(ranks[high] - ranks[low]) }
    return (from.number..<to.number).count { isWorkingDay(Day(number: $0 + 1)) }
  }

  /// Whether a notice for that year is in the table, so that the answer is sure.
  package func covers(_ day: Day) -> Bool { published.contains(day.year) }

  /// The first day after the published years; nil when the table holds none.
  package var firstUncoveredDay: Day? { publishedYears.flatMap { Day(year: $0.upperBound + 1, month: 1, day: 1) } }

  /// What to say beside a day that is not covered; nil when it is.
  package func warning(for day: Day) -> String? {
    guard !covers(day) else { return nil }
    return "\(day.year)年的节假日安排不在节假日表中，暂按周末和法定节日计算，未计调休，公布后须以通知为准"
  }

  private func walking(_ count: Int, from day: Day) -> Day {
    var (day, left) = (day, abs(count))
    let step = count.signum()
    while left > 0 {
      let next = day.adding(days: step)
      guard next != day else { return day }
      day = next
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// The rule itself: what a notice says, else the weekday; in a year without notice also the feasts that have a fixed
  /// day in the solar calendar (全国年节及纪念日放假办法 art. 2, as of 2025: 1 January, 1 and 2 May, 1 to 3 October).
  private static func works(_ day: Day, _ published: Set<Int>, _ named: [Day: HolidayTable.Row]) -> Bool {
    if let row = named[day] { return row.kind == .work }
    guard day.weekday <= 5 else { return false }
    let (year, month, dayOfMonth) = day.parts
    if published.contains(year) { return true }
    switch (month, dayOfMonth) {
    case (1, 1), (5, 1), (5, 2), (10, 1...3): return false
    default: return true
    }
  }
}
