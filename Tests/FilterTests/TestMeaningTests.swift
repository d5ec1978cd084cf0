import FilterLanguage
import Kernel
import Testing

@Suite struct TestMeaningTests {
  let asOf = day("2026-11-21")

  func days(_ text: String) throws -> [ClosedRange<Day>] {
    guard case .field(_, let test) = try parse(text) else { return [] }
    return test.days(asOf: asOf)
  }

  @Test func days_ofComparisons() throws {
    let today = asOf
    #expect(try days("until = today") == [today...today])
    #expect(try days("until > today") == [day("2026-11-22")...Day.last])
    #expect(try days("until >= today-30d") == [day("2026-10-22")...Day.last])
    #expect(try days("until < today") == [Day.first...day("2026-11-20")])
    #expect(try days("until <= 2026-12-31") == [Day.first...day("2026-12-31")])
    #expect(try days("until != today") == [Day.first...day("2026-11-20"), day("2026-11-22")...Day.last])
  }

  @Test func days_ofRangesPeriodsLists() throws {
    #expect(try days("until in today..today+3m") == [day("2026-11-21")...day("2027-02-21")])
    #expect(try days("until in ..today") == [Day.first...asOf])
    #expect(try days("until in next-month") == [day("2026-12-01")...day("2026-12-31")])
    #expect(try days("until in next-quarter") == [day("2027-01-01")...day("2027-03-31")])
    #expect(try days("until in today+5w..today+1m") == [])
    #expect(
      try days("until in [2026-12-02, today, today]") == [asOf...asOf, day("2026-12-02")...day("2026-12-02")])
  }

  @Test func holds_ofNumbers() throws {
    func holds(_ text: String, _ number: Double) throws -> Bool {
      guard case .field(_, let test) = try parse(text) else { return false }
      return test.holds(number: number)
    }
    #expect(try holds("age in 60..69", 69))
    #expect(try !holds("age in 60..69", 70))
    #expect(try holds("age in ..69", -1))
    #expect(try holds("age in [1, 3]", 3))
    #expect(try !holds("age != 3", 3))
  }
}
