import FilterLanguage
import Kernel
import TagIndex
import Testing

/// What questions about work orders mean. The street is `SmallStreet`; it is 2026-11-21, nine in the morning.
@Suite struct WorkOrderSemanticsTests {
  private static let today = SmallStreet.today

  private static func at(_ day: Day, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(milliseconds: (Int64(day.number) * 1440 + Int64(hour * 60 + minute) - 480) * 60_000)
  }

  private static func order(
    _ id: UInt32, due: Instant, stopped: Instant? = nil, unit: String? = nil, assisting: [String] = [],
    house: UInt32? = nil, shop: UInt32? = nil, area: UInt32 = 4
  ) -> WorkOrderFacts {
    WorkOrderFacts(
      id: id, source: "12345", kind: "complaint", category: "噪音", state: stopped == nil ? "in_progress" : "resolved",
      unit: unit, assisting: assisting, duty: nil, isUrgent: false, isSupervised: false,
      reportedAt: at(today.adding(days: -40), 8), dueAt: due, closedAt: nil, stoppedAt: stopped, satisfaction: nil,
      house: house, building: nil, shop: shop, area: area, updatedAt: SmallStreet.instant)
  }

  private func street(_ orders: [WorkOrderFacts], now: Instant = SmallStreet.nine) -> PlainWorld {
    var world = SmallStreet().world
    world.now = now
    var delta = FactsDelta()
    delta.workOrders = orders
    world.apply(delta)
    return world
  }

  /// Minutes are counted up to the year 6053.
  @Test(arguments: ["0001-01-01", "6053-01-23", "6054-01-01", "9999-12-31"])
  func daysAtTheEndOfTime_areAnswered(_ text: String) throws {
    let index = street([Self.order(1, due: Self.at(Self.today, 12))]).index()
    let day = try #require(Day(text))
    for field in [Field.reportedAt, .dueAt] {
      for (op, early, late) in [
        (Operator.equal, 0, 0), (.notEqual, 1, 1), (.greater, 1, 0), (.greaterOrEqual, 1, 0), (.less, 0, 1),
        (.lessOrEqual, 0, 1),
      ] {
        let found = try ids(index, .field(field, .compare(op, .day(.on(day)))))
        #expect(found.count == (day < Self.today ? early : late), "\(field) \(op) \(text)")
      }
    }
  }

  private let overdue = Expression.field(.overdue, .compare(.equal, .flag(true)))

  private func ids(
    _ index: TagIndex, _ expression: Expression, _ subject: Subject = .workOrders, asOf: Day = today,
    scope: Scope = .everything
  ) throws -> [UInt32] {
    try index.select(Query(subject, expression, asOf: asOf, scope: scope)).ids.ids()
  }

  @Test func overdue_today_beginsWithTheMinuteAfterTheDueOne() throws {
    let due = Self.at(Self.today, 9, 30)
    let index = street([Self.order(1, due: due), Self.order(2, due: Self.at(Self.today, 8))]).index()
    #expect(try ids(index, overdue) == [2])
    index.advance(to: Instant(milliseconds: due.milliseconds + 59_000))
    #expect(try ids(index, overdue) == [2])
    index.advance(to: Instant(milliseconds: due.milliseconds + 60_000))
    #expect(try ids(index, overdue) == [1, 2])
    #expect(try ids(index, .not(overdue)) == [])
  }

  @Test func overdue_clockSetBack_isNotOverdueAnyMore() throws {
    let index = street([Self.order(1, due: Self.at(Self.today, 8))]).index()
    #expect(try ids(index, overdue) == [1])
    index.advance(to: Self.at(Self.today, 7, 59))
    #expect(try ids(index, overdue) == [])
    index.advance(to: Self.at(Self.today.adding(days: -1), 23))
    #expect(try ids(index, overdue, asOf: Self.today.adding(days: -1)) == [])
    index.advance(to: SmallStreet.nine)
    #expect(try ids(index, overdue) == [1])
  }

  @Test func overdue_overMidnight_goesByTheNewDay() throws {
    let midnight = Self.at(Self.today.adding(days: 1), 0)
    let index = street(
      [Self.order(1, due: Instant(milliseconds: midnight.milliseconds - 1000)), Self.order(2, due: midnight)]
    ).index()
    let tomorrow = Self.today.adding(days: 1)
    // By the end of a day that is not today: the last second of it counts, the first of the next does not.
    #expect(try ids(index, overdue, asOf: Self.today.adding(days: -1)) == [])
    #expect(try ids(index, overdue, asOf: tomorrow) == [1, 2])
    index.advance(to: midnight)
    #expect(try ids(index, overdue, asOf: tomorrow) == [1])
    #expect(try ids(index, overdue, asOf: Self.today) == [1])
    index.advance(to: midnight.adding(seconds: 60))
    #expect(try ids(index, overdue, asOf: tomorrow) == [1, 2])
  }

  @Test func overdue_finishedLate_isOverdueOnlyOnDaysBeforeItWasFinished() throws {
    let finished = Self.at(Self.today.adding(days: -3), 15)
    let index = street([Self.order(1, due: Self.at(Self.today.adding(days: -10), 9), stopped: finished)]).index()
    #expect(try ids(index, overdue) == [])
    #expect(try ids(index, overdue, asOf: Self.today.adding(days: -3)) == [])
    #expect(try ids(index, overdue, asOf: Self.today.adding(days: -4)) == [1])
    #expect(try ids(index, overdue, asOf: Self.today.adding(days: -11)) == [])
  }

  @Test func overdue_keptAnswer_followsTheClock() throws {
    let index = street([Self.order(1, due: Self.at(Self.today, 10), house: 1)]).index()
    let houses = Expression.related(.any, .workOrders, overdue)
    #expect(try ids(index, houses, .houses) == [])
    index.advance(to: Self.at(Self.today, 10, 1))
    #expect(try ids(index, houses, .houses) == [1])
  }

  @Test func scope_unit_seesWhatItLeadsOrHelpsWith_andNothingElse() throws {
    let due = Self.at(Self.today, 8)
    let index = street([
      Self.order(1, due: due, unit: "城管", house: 1), Self.order(2, due: due, unit: "房管所", assisting: ["城管"], area: 5),
      Self.order(3, due: due, unit: "房管所", house: 1), Self.order(4, due: due),
    ]).index()
    let unit = Scope.unit("城管", areas: [])
    #expect(try ids(index, .everything, scope: unit) == [1, 2])
    #expect(try ids(index, .everything, .people, scope: unit) == [])
    #expect(try ids(index, .related(.any, .people, .everything), scope: unit) == [])
    #expect(try ids(index, .related(.any, .house, .everything), scope: unit) == [])
    #expect(try ids(index, .everything, scope: .unit("城管", areas: [5])) == [2])
    #expect(try ids(index, .everything, scope: .unit("城", areas: [])) == [])
    #expect(try ids(index, .everything, scope: .unit("", areas: [])) == [])
    #expect(index.knows(2, .workOrders, scope: unit))
    #expect(!index.knows(3, .workOrders, scope: unit))
  }

  @Test func scope_orderOfTheStreet_isThereFromTheStreetUp() throws {
    let index = street([Self.order(1, due: SmallStreet.nine, area: 3), Self.order(2, due: SmallStreet.nine)]).index()
    #expect(try ids(index, .everything, scope: .areas([4])) == [2])
    #expect(try ids(index, .everything, scope: .areas([3])) == [1, 2])
    let yanzhong = Expression.field(.committee, .compare(.notEqual, .text("延中")))
    #expect(try ids(index, yanzhong) == [])
    #expect(try ids(index, .field(.subdistrict, .compare(.equal, .text("瑞金二路")))) == [1, 2])
  }

  @Test func relations_ofOrders_leadToHousePeopleAndShop() throws {
    let index = street([
      Self.order(1, due: SmallStreet.nine, house: 1), Self.order(2, due: SmallStreet.nine, house: 3, shop: 1, area: 5),
    ]).index()
    let old = Expression.related(.any, .people, .field(.age, .compare(.greaterOrEqual, .number(90))))
    #expect(try ids(index, old) == [1, 2])
    #expect(try ids(index, old, scope: .areas([5])) == [2])
    #expect(try ids(index, .count(.workOrders, .everything, .equal, 1), .shops) == [1])
    #expect(try ids(index, .count(.workOrders, .everything, .equal, 1), .buildings) == [1, 2])
    #expect(try ids(index, .related(.any, .shop, .field(.name, .compare(.equal, .text("老大昌"))))) == [2])
    #expect(try ids(index, .field(.address, .compare(.matches, .text("长乐路2号")))) == [1])
  }

  @Test func facetsAndPages_countAndSortOrders() throws {
    let index = street([
      Self.order(1, due: Self.at(Self.today, 12), unit: "城管"), Self.order(2, due: Self.at(Self.today, 8), unit: "城管"),
      Self.order(3, due: Self.at(Self.today, 10), unit: "房管所", area: 3),
    ]).index()
    let query = Query(.workOrders, asOf: Self.today)
    #expect(try index.facets(query, by: .word(.unit)) == [Facet("城管", 2), Facet("房管所", 1)])
    #expect(try index.facets(query, by: .flag(.overdue)) == [Facet("false", 2), Facet("true", 1)])
    #expect(try index.facets(query, by: .month) == [Facet("2026-10", 3)])
    #expect(try index.facets(query, by: .area(.committee)) == [Facet("1", 2)])
    #expect(try index.facets(query, by: .area(.subdistrict)) == [Facet("310101001", 3)])
    #expect(try index.page(query, sort: [SortKey(.dueAt)], limit: 9).ids == [2, 3, 1])
    let first = try index.page(query, sort: [SortKey(.dueAt, descending: true)], limit: 1)
    let second = try index.page(query, sort: [SortKey(.dueAt, descending: true)], after: first.next, limit: 1)
    #expect(first.ids == [1] && second.ids == [3] && second.total == 3)
  }
}
