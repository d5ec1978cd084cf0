import FilterLanguage
import Kernel
import Ledgers
import Testing
import TextClassifier

@Suite struct ScheduleRuleTests {
  private static func at(_ text: String) throws -> Instant { try #require(Instant("\(text):00+08:00")) }

  /// The occasions after a moment, as days and times.
  private func occasions(_ rule: ScheduleRule, after text: String, _ count: Int) throws -> [String] {
    var moment = try Self.at(text)
    return (0..<count).map { _ in
      moment = rule.next(after: moment)
      return String(moment.description.prefix(16))
    }
  }

  @Test func daily_comesOnceADay_alsoAtMidnight() throws {
    let rule = try ScheduleRule(.daily, minute: 0)
    #expect(
      try occasions(rule, after: "2026-12-30T23:59", 3) == ["2026-12-31T00:00", "2027-01-01T00:00", "2027-01-02T00:00"])
    #expect(try occasions(rule, after: "2026-12-31T00:00", 1) == ["2027-01-01T00:00"])
    let late = try ScheduleRule(.daily, minute: 1439)
    #expect(try occasions(late, after: "2028-02-28T23:59", 2) == ["2028-02-29T23:59", "2028-03-01T23:59"])
  }

  @Test func weekly_comesOnItsDay() throws {
    // 2026-11-21 is a Saturday.
    let rule = try ScheduleRule(.weekly, weekday: 1)
    #expect(try occasions(rule, after: "2026-11-21T09:00", 2) == ["2026-11-23T08:00", "2026-11-30T08:00"])
    let saturday = try ScheduleRule(.weekly, minute: 9 * 60, weekday: 6)
    #expect(try occasions(saturday, after: "2026-11-21T08:59", 2) == ["2026-11-21T09:00", "2026-11-28T09:00"])
    #expect(try occasions(saturday, after: "2026-11-21T09:00", 1) == ["2026-11-28T09:00"])
  }

  @Test func monthly_onThe31st_fallsOnTheLastDay_andComesBack() throws {
    let rule = try ScheduleRule(.monthly, day: 31)
    #expect(
      try occasions(rule, after: "2027-01-31T07:59", 6).map { $0.prefix(10) } == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30",
      ])
    #expect(try occasions(rule, after: "2028-01-31T08:00", 2).map { $0.prefix(10) } == ["2028-02-29", "2028-03-31"])
  }

  @Test func monthly_onThe29th_hasALeapDay_inLeapYearsOnly() throws {
    let rule = try ScheduleRule(.monthly, day: 29)
    #expect(try occasions(rule, after: "2027-02-01T00:00", 2).map { $0.prefix(10) } == ["2027-02-28", "2027-03-29"])
    #expect(try occasions(rule, after: "2028-02-01T00:00", 2).map { $0.prefix(10) } == ["2028-02-29", "2028-03-29"])
    // Neither 2100 has one.
    #expect(try occasions(rule, after: "2100-02-01T00:00", 1).map { $0.prefix(10) } == ["2100-02-28"])
  }

  @Test func quarterly_comesInItsMonth() throws {
    let rule = try ScheduleRule(.quarterly, day: 31, month: 2)
    #expect(
      try occasions(rule, after: "2026-11-21T09:00", 5).map { $0.prefix(10) } == [
        "2026-11-30", "2027-02-28", "2027-05-31", "2027-08-31", "2027-11-30",
      ])
    let first = try ScheduleRule(.quarterly)
    #expect(try occasions(first, after: "2026-12-31T23:59", 2).map { $0.prefix(10) } == ["2027-01-01", "2027-04-01"])
    #expect(try occasions(first, after: "2027-01-01T08:00", 1).map { $0.prefix(10) } == ["2027-04-01"])
  }

  /// Of any rule and any moment: the next occasion is later, is one of the rule's, and there is none in between.
  @Test func next_isTheFirstOccasionAfter() throws {
    var generator = SplitMix(state: 20_261_121)
    for _ in 0..<2000 {
      let rule = try Self.random(&generator)
      let moment = Instant(milliseconds: 1_700_000_000_000 + Int64(generator.next() % 200_000_000_000))
      let next = rule.next(after: moment)
      #expect(next > moment)
      #expect(Self.isOccasion(rule, next), "\(rule) \(next)")
      for day in 0...max(0, moment.day.distance(to: next.day)) {
        let between = Instant(
          milliseconds: Int64(moment.day.adding(days: day).number) * 86_400_000 + Int64(rule.minute) * 60_000
            - 28_800_000)
        if between > moment, between < next { #expect(!Self.isOccasion(rule, between), "\(rule) \(moment) \(between)") }
      }
      // Nothing is left out between two moments, whatever lies between them.
      let later = Instant(milliseconds: (moment.milliseconds + next.milliseconds) / 2)
      #expect(rule.next(after: later) == next)
    }
  }

  @Test func clockSetBack_waits_andAClockThatRanAhead_isStraightened() throws {
    let rule = try ScheduleRule(.daily)
    let due = rule.next(after: try Self.at("2026-11-22T08:00"))
    for back in ["2026-11-22T07:30", "2026-11-21T09:00", "2026-11-22T08:00"] {
      #expect(!rule.isAstray(due, at: try Self.at(back)), "\(back)")
    }
    #expect(rule.isAstray(try Self.at("2031-01-01T08:00"), at: try Self.at("2026-11-22T08:01")))
    let quarterly = try ScheduleRule(.quarterly)
    #expect(!quarterly.isAstray(try Self.at("2027-04-01T08:00"), at: try Self.at("2026-12-31T08:00")))
    #expect(quarterly.isAstray(try Self.at("2028-04-01T08:00"), at: try Self.at("2026-12-31T08:00")))
  }

  @Test func rule_thatDoesNotHoldTogether_isRefused() {
    func pointer(_ make: () throws(Problem) -> ScheduleRule) -> String? {
      do {
        _ = try make()
        return nil
      } catch {
        if case .pointer(let pointer)? = error.notes.first?.place { return pointer }
        return "?"
      }
    }
    #expect(pointer { () throws(Problem) in try ScheduleRule(.daily, minute: 1440) } == "/time")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.daily, weekday: 1) } == "/weekday")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.weekly, weekday: 8) } == "/weekday")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.monthly, day: 32) } == "/day")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.monthly, month: 1) } == "/month")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.daysBefore, field: "due") } == "/days")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.daysBefore, days: 30) } == "/field")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.monthly, field: "due") } == "/field")
    #expect(pointer { () throws(Problem) in try ScheduleRule(.daysBefore, days: 30, field: "due") } == nil)
  }

  @Test func time_readsWhatAClockShows() {
    #expect(ScheduleRule.minute("00:00") == 0)
    #expect(ScheduleRule.minute("23:59") == 1439)
    for text in ["24:00", "8:00", "08:60", "08-00", "", "０８:00"] {
      #expect(ScheduleRule.minute(text) == nil, "\(text)")
    }
  }

  @Test func rule_isSaidInChinese() throws {
    #expect(try ScheduleRule(.weekly, minute: 545, weekday: 7).chinese(nil) == "每周日 09:05")
    #expect(try ScheduleRule(.monthly, day: 31).chinese(nil) == "每月31日（没有这一天的月份为最后一天） 08:00")
    #expect(try ScheduleRule(.daysBefore, days: 30, field: "due").chinese("年检到期日") == "「年检到期日」前 30 天，每天 08:00 查看")
  }

  private static func random(_ generator: inout SplitMix) throws -> ScheduleRule {
    func number(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
    let minute = number(1440)
    return switch number(4) {
    case 0: try ScheduleRule(.daily, minute: minute)
    case 1: try ScheduleRule(.weekly, minute: minute, weekday: 1 + number(7))
    case 2: try ScheduleRule(.monthly, minute: minute, day: 1 + number(31))
    default: try ScheduleRule(.quarterly, minute: minute, day: 1 + number(31), month: 1 + number(3))
    }
  }

  /// The rule read the other way round: whether it names this moment.
  private static func isOccasion(_ rule: ScheduleRule, _ moment: Instant) -> Bool {
    let day = moment.day
    guard moment.milliseconds == Int64(day.number) * 86_400_000 + Int64(rule.minute) * 60_000 - 28_800_000 else {
      return false
    }
    let (year, month, number) = day.parts
    let isItsDay = number == min(rule.day ?? 0, Day.length(ofMonth: month, year: year))
    return switch rule.kind {
    case .daily, .daysBefore: true
    case .weekly: day.weekday == rule.weekday
    case .monthly: isItsDay
    case .quarterly: isItsDay && (month - 1) % 3 + 1 == rule.month
    }
  }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
