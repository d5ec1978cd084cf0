import FilterLanguage
import Kernel
import Registry
import Testing

struct DayPeriodTests {
  private func period(_ since: String?, _ until: String?) -> DayPeriod {
    DayPeriod(since: since.flatMap { Day($0) }, until: until.flatMap { Day($0) })
  }

  @Test func overlaps_isSymmetricAndEndsBeforeUntil() {
    let may = period("2026-05-01", "2026-06-01")
    let cases: [(DayPeriod, Bool)] = [
      (period("2026-06-01", nil), false), (period("2026-05-31", nil), true), (period(nil, "2026-05-01"), false),
      (period(nil, "2026-05-02"), true), (period(nil, nil), true), (period("2026-05-10", "2026-05-10"), false),
      (period("2026-05-10", "2026-05-11"), true),
    ]
    for (other, expected) in cases {
      #expect(may.overlaps(other) == expected, "\(other)")
      #expect(other.overlaps(may) == expected, "\(other)")
    }
    #expect(period("2026-05-10", "2026-05-10").isEmpty)
    #expect(!period("2026-05-10", "2026-05-10").holds(on: Day(number: 20_583)))
  }

  @Test func life_datesThatCannotBe() throws {
    let today = try #require(Day("2026-11-21"))
    func code(_ birth: String?, _ death: String?) -> String? {
      do throws(Problem) {
        try LifeRules.check(birth: birth.flatMap { Day($0) }, death: death.flatMap { Day($0) }, today: today)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code("2026-11-21", nil) == nil)
    #expect(code("2026-11-22", nil) == "bad_birth_date")
    #expect(code("0201-05-06", nil) == "bad_birth_date")
    #expect(code("1890-05-06", nil) == "bad_birth_date")
    #expect(code("1890-05-06", "1960-01-01") == nil)
    #expect(code("1950-05-06", "2026-11-22") == "bad_death_date")
    #expect(code("1950-05-06", "1950-05-05") == "bad_death_date")
    #expect(code(nil, "2026-11-21") == nil)
  }
}
