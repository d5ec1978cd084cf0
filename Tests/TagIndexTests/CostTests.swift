import FilterLanguage
import Kernel
import TagIndex
import Testing

/// What a question may cost, and what happens when it would cost more.
@Suite struct CostTests {
  private static let today = SmallStreet.today

  /// One building with many flats and two in each of them: where relations meet the same rows again and again.
  private static func tower(flats: Int) -> PlainWorld {
    var world = SmallStreet().world
    var delta = FactsDelta()
    delta.buildings = [SmallStreet.building(9, 4, "长乐路9号")]
    for flat in 1...UInt32(flats) {
      delta.houses.append(SmallStreet.house(100 + flat, 9, 4, "长乐路9号\(flat)室"))
      for half in 0...UInt32(1) {
        let id = 1000 + flat * 2 + half
        delta.people.append(SmallStreet.person(id, "某\(id)", Day(year: 1950, month: 1, day: 1)))
        delta.occupancies.append(
          OccupancyFacts(
            id: id, house: 100 + flat, person: id, shop: nil, role: .owner, since: nil, until: nil))
      }
    }
    world.apply(delta)
    return world
  }

  /// houses -> building -> houses …, counted at each level.
  private static func neighbours(_ depth: Int) -> Expression {
    guard depth > 0 else { return .field(.use, .compare(.equal, .text("let"))) }
    return .related(.any, .building, .count(.houses, .not(neighbours(depth - 1)), .greaterOrEqual, 1))
  }

  @Test func select_relationsInRelations_costRowsNotTheirProduct() throws {
    let index = Self.tower(flats: 300).index(keptAnswers: 0)
    var steps: [Int] = []
    for depth in [1, 6] {
      let budget = WorkBudget(.unbounded)
      let query = Query(.houses, Self.neighbours(depth), asOf: Self.today)
      #expect(try index.select(query, budget: budget).total > 0)
      steps.append(budget.spent.steps)
    }
    #expect(steps[1] < steps[0] * 12)
  }

  /// The same where rows are asked one by one: of a few candidates, and of one.
  @Test func holding_relationsInRelations_askEachRowOnce() throws {
    let index = Self.tower(flats: 300).index(keptAnswers: 0)
    let budget = WorkBudget(.unbounded)
    let query = Query(.houses, asOf: Self.today)
    #expect(try index.holding([Self.neighbours(7)], for: 101, query, budget: budget) == [true])
    #expect(budget.spent.steps < 10_000)
  }

  @Test func tags_rulesThatNameRulesManyTimes_costEachRuleOnce() throws {
    let old = Expression.field(.age, .compare(.greaterOrEqual, .number(60)))
    var tags = [
      TagEntry(id: 1, code: "L0", subject: .person, rule: .related(.any, .house, .related(.any, .residents, old)))
    ]
    for level in 1...12 {
      let named = Expression.not(.related(.no, .housemates, .tag(code: "L\(level - 1)")))
      tags.append(
        TagEntry(
          id: UInt32(level + 1), code: "L\(level)", subject: .person,
          rule: .or(Array(repeating: .and([named, .tag(code: "L\(level - 1)")]), count: 10))))
    }
    var world = Self.tower(flats: 20)
    world.catalogue = Catalogue(tags: tags, datasets: [])
    let index = world.index(keptAnswers: 0)
    #expect(index.faults.isEmpty)
    let codes = tags.map(\.code)
    var budget = WorkBudget(.unbounded)
    let held = try index.tags(
      of: 1002, .person, among: codes, asOf: Self.today, scope: .areas([4]), budget: budget)
    #expect(held == codes)
    #expect(budget.spent.steps < 20_000)
    budget = WorkBudget(.unbounded)
    let facets = try index.facets(Query(.people, asOf: Self.today), by: .tags(codes), budget: budget)
    #expect(facets.count == 13)
    #expect(budget.spent.steps < 200_000)
  }

  @Test func select_overItsBudget_isRefusedAndNotKept() throws {
    let index = Self.tower(flats: 2000).index()
    let query = Query(
      .houses, .count(.residents, .field(.name, .compare(.matches, .text("某"))), .equal, 2), asOf: Self.today)
    let small = WorkBudget.Limits(steps: 100, processor: .seconds(9), elapsed: .seconds(9))
    #expect(throws: Problem.self) { try index.select(query, budget: WorkBudget(small)) }
    #expect(throws: Problem.self) {
      try index.page(query, sort: [SortKey(.address)], limit: 5, budget: WorkBudget(small))
    }
    #expect(throws: Problem.self) { try index.facets(query, by: .area(.committee), budget: WorkBudget(small)) }
    let problem = #expect(throws: Problem.self) { try index.select(query, budget: WorkBudget(small)) }
    #expect(problem?.code == "too_costly")
    #expect(try index.select(query).total == 2000)
  }

  @Test func select_nobodyWaits_stops() throws {
    let stop = StopFlag()
    stop.set()
    let problem = #expect(throws: Problem.self) {
      try Self.tower(flats: 10).index().select(Query(.people, asOf: Self.today), budget: WorkBudget(stop: stop))
    }
    #expect(problem?.code == "cancelled")
  }

  /// The farthest days, the largest numbers: nothing ends the process.
  @Test func select_edgesOfNumbersAndDays_areAnswered() throws {
    let index = Self.tower(flats: 3).index()
    let days: [DayExpression] = [
      .on(.first), .on(.last), .today(offset: 99_999, unit: .years), .today(offset: -99_999, unit: .years),
      .today(offset: 99_999, unit: .weeks), .today(offset: -99_999, unit: .months),
    ]
    for asOf in [Day.first, Self.today, Day.last] {
      for day in days {
        for field in [Field.birthDate, .turns(0), .turns(150), .lastVisited, .since, .until, .updatedAt] {
          for op in [Operator.equal, .notEqual, .less, .greaterOrEqual] {
            _ = try index.select(Query(.people, .field(field, .compare(op, .day(day))), asOf: asOf))
          }
          _ = try index.select(Query(.people, .field(field, .range(.day(day), nil)), asOf: asOf))
        }
        _ = try index.select(Query(.workOrders, .field(.dueAt, .compare(.lessOrEqual, .day(day))), asOf: asOf))
      }
      for number in [-999_999_999_999, 999_999_999_999] {
        _ = try index.select(Query(.people, .field(.age, .compare(.less, .number(Double(number)))), asOf: asOf))
        _ = try index.select(Query(.houses, .count(.residents, .everything, .less, 999_999), asOf: asOf))
      }
      for period in [Period.Which.this, .next, .last] {
        for unit in Period.Unit.allCases {
          _ = try index.select(Query(.people, .field(.birthDate, .period(Period(period, unit))), asOf: asOf))
        }
      }
    }
  }
}
