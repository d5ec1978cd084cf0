import FilterLanguage
import Kernel
import Schema
import Testing

@Suite struct WorkingCalendarTests {
  let calendar: WorkingCalendar

  init() throws { calendar = try WorkingCalendar(csv: Schema.holidays) }

  /// Working days of each year, counted by hand from the notices: weekdays, less those off, and the Saturdays and Sundays
  /// that are worked.
  @Test(arguments: [
    (2014, 250, 5), (2015, 249, 5), (2016, 250, 6), (2017, 249, 5), (2018, 250, 7), (2019, 250, 6), (2020, 249, 6),
    (2021, 250, 7), (2022, 249, 7), (2023, 249, 7), (2024, 251, 8), (2025, 248, 5), (2026, 248, 6),
  ])
  func workingDays_ofAPublishedYear(year: Int, working: Int, swapped: Int) throws {
    let days = try days(of: year)
    #expect(days.count { calendar.isWorkingDay($0) } == working)
    #expect(days.count { $0.weekday > 5 && calendar.isWorkingDay($0) } == swapped)
    let eve = try #require(days.first).adding(days: -1)
    #expect(calendar.workingDays(from: eve, to: try #require(days.last)) == working)
    #expect(days.allSatisfy(calendar.covers))
  }

  @Test(arguments: [
    "2015-09-06", "2018-12-29", "2019-05-05", "2020-01-19", "2021-09-26", "2022-10-09", "2023-06-25", "2024-02-04",
    "2025-01-26", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
  ])
  func isWorkingDay_ofASwappedDay_holds(text: String) throws {
    let day = try #require(Day(text))
    #expect(day.weekday > 5)
    #expect(calendar.isWorkingDay(day))
    #expect(calendar.row(of: day)?.kind == .work)
  }

  @Test(arguments: [
    "2015-09-03", "2018-12-31", "2019-05-03", "2020-01-31", "2021-02-17", "2022-01-31", "2023-10-06", "2024-02-09",
    "2024-10-07", "2025-10-08", "2026-02-16", "2026-02-23", "2026-06-19", "2026-09-25", "2026-10-07",
  ])
  func isWorkingDay_ofAWeekdayAtAFeast(text: String) throws {
    let day = try #require(Day(text))
    #expect(day.weekday <= 5)
    // 除夕 of 2024 was an ordinary day by the notice; offices were only asked to be lenient.
    #expect(calendar.isWorkingDay(day) == (text == "2024-02-09"))
  }

  @Test(arguments: [
    ("2026-02-13", 1, "2026-02-14"), ("2026-02-13", 2, "2026-02-24"), ("2026-02-13", 5, "2026-02-27"),
    ("2026-02-13", 6, "2026-02-28"), ("2026-02-13", 7, "2026-03-02"), ("2026-02-13", 0, "2026-02-13"),
    ("2025-12-31", 1, "2026-01-04"), ("2024-02-28", 1, "2024-02-29"), ("2024-02-28", 2, "2024-03-01"),
    ("2023-02-28", 1, "2023-03-01"), ("2026-04-30", 1, "2026-05-06"), ("2026-09-30", 1, "2026-10-08"),
    ("2026-10-05", 3, "2026-10-10"), ("2026-02-24", -1, "2026-02-14"), ("2026-02-20", -1, "2026-02-14"),
    ("2026-02-27", -5, "2026-02-13"), ("2026-03-31", 1, "2026-04-01"),
  ])
  func adding_workingDays(from: String, count: Int, to: String) throws {
    let day = try #require(Day(from))
    #expect(calendar.adding(count, workingDaysTo: day).description == to)
  }

  @Test func adding_andCounting_areOpposites() throws {
    for number in try #require(Day("2013-11-01")).number...(try #require(Day("2027-03-01")).number) {
      let day = Day(number: number)
      for count in [1, 3, 5, 15] {
        let last = calendar.adding(count, workingDaysTo: day)
        #expect(calendar.isWorkingDay(last) && last > day)
        #expect(calendar.workingDays(from: day, to: last) == count)
        #expect(calendar.workingDays(from: last, to: day) == -count)
        #expect(calendar.workingDays(from: day, to: last.adding(days: -1)) == count - 1)
      }
    }
  }

  @Test(arguments: [1995, 2070]) func adding_farFromThePublishedYears_walksWeekdays(year: Int) throws {
    let friday = try #require((1...7).compactMap { Day(year: year, month: 6, day: $0) }.first { $0.weekday == 5 })
    #expect(calendar.adding(5, workingDaysTo: friday) == friday.adding(days: 7))
    #expect(calendar.adding(-5, workingDaysTo: friday) == friday.adding(days: -7))
    #expect(calendar.workingDays(from: friday, to: friday.adding(days: 7)) == 5)
  }

  @Test func covers_beyondThePublishedYears_warns() throws {
    let last = try #require(Day("2026-12-31"))
    #expect(calendar.covers(last) && calendar.warning(for: last) == nil)
    #expect(calendar.publishedYears == 2014...2026)
    for text in ["2013-12-31", "2027-01-01", "2031-01-01"] {
      let day = try #require(Day(text))
      #expect(!calendar.covers(day))
      #expect(calendar.warning(for: day)?.contains("\(day.year)年") == true)
    }
  }

  @Test func isWorkingDay_beyondThePublishedYears_knowsWeekendsAndFeastsByLaw() throws {
    for text in ["2027-01-01", "2027-02-05", "2027-02-08", "2027-10-01", "2040-10-01", "2040-05-02", "2030-09-12"] {
      #expect(!calendar.isWorkingDay(try #require(Day(text))), "\(text)")
    }
    for text in ["2027-01-04", "2027-02-10", "2040-10-04"] {
      #expect(calendar.isWorkingDay(try #require(Day(text))), "\(text)")
    }
  }

  @Test func rows_eachNameTheirNotice_andSwappedDaysAreWeekends() throws {
    for row in try HolidayTable(csv: Schema.holidays).rows {
      #expect(!row.name.isEmpty && !row.notice.isEmpty)
      if row.kind == .work { #expect(row.day.weekday > 5, "\(row.day)") }
    }
  }

  @Test(arguments: [
    "2026-01-01,off,元旦", "2026-13-01,off,元旦,通知", "2026-01-01,rest,元旦,通知",
    "2026-01-02,off,元旦,通知\n2026-01-01,off,元旦,通知", "2026-01-01,off,元旦,通知\n2026-01-01,work,元旦,通知",
  ])
  func table_thatIsBroken_isRefused(lines: String) {
    #expect(throws: Problem.self) { try HolidayTable(csv: "day,kind,name,notice\n" + lines) }
  }

  @Test func table_withoutRows_knowsWeekdaysOnly() throws {
    let plain = try WorkingCalendar(csv: "day,kind,name,notice\n")
    let day = try #require(Day("2026-02-13"))
    #expect(plain.adding(5, workingDaysTo: day) == Day("2026-02-20"))
    #expect(!plain.covers(day) && plain.publishedYears == nil)
  }

  private func days(of year: Int) throws -> [Day] {
    let first = try #require(Day(year: year, month: 1, day: 1))
    return (0..<(Day.isLeap(year) ? 366 : 365)).map { first.adding(days: $0) }
  }
}
