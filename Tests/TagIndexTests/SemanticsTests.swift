import FilterLanguage
import Kernel
import TagIndex
import Testing

/// What the filter language means, one rule a test.
@Suite struct SemanticsTests {
  let street = SmallStreet()

  private func age(_ op: Operator, _ years: Double) -> Expression { .field(.age, .compare(op, .number(years))) }

  @Test func age_bornOn29February_isCompletedOn1MarchOfCommonYear() throws {
    #expect(try street.ids(.people, age(.greaterOrEqual, 91), asOf: day("2027-02-28")) == [])
    #expect(try street.ids(.people, age(.greaterOrEqual, 91), asOf: day("2027-03-01")) == [1])
  }

  @Test func turns_bornOn29February_isOn1MarchOfCommonYear() throws {
    let turns = Expression.field(.turns(91), .compare(.equal, .day(.on(day("2027-03-01")))))
    #expect(try street.ids(.people, turns) == [1])
  }

  @Test func missingValue_anyTest_isFalseAndItsNegationTrue() throws {
    #expect(try street.ids(.people, age(.notEqual, 5)) == [1, 2])
    #expect(try street.ids(.people, .not(age(.greaterOrEqual, 0))) == [3])
  }

  @Test func allResidents_emptyHouse_isFalse() throws {
    #expect(try street.ids(.houses, .related(.all, .residents, age(.greaterOrEqual, 30))) == [1])
    #expect(try street.ids(.houses, .related(.no, .residents, .everything)) == [2])
  }

  @Test func people_afterDeath_areGoneFromThatDayOn() throws {
    var street = street
    var delta = FactsDelta()
    delta.people = [SmallStreet.person(1, "张三", day("1936-02-29"), death: day("2026-11-20"))]
    street.world.apply(delta)
    #expect(try street.ids(.people, .everything) == [2, 3])
    #expect(try street.ids(.people, .everything, asOf: day("2026-11-19")) == [1, 2, 3])
    #expect(try street.ids(.houses, .count(.residents, .everything, .equal, 1)) == [1, 3])
  }

  @Test func occupancy_onItsLastDay_isOver() throws {
    var street = street
    var delta = FactsDelta()
    let until = day("2026-11-21")
    delta.occupancies = [
      OccupancyFacts(id: 2, house: 1, person: 2, shop: nil, role: .tenant, since: day("2026-11-01"), until: until)
    ]
    street.world.apply(delta)
    let tenants = Expression.related(.any, .residents, .field(.role, .compare(.equal, .text("tenant"))))
    #expect(try street.ids(.houses, tenants) == [])
    #expect(try street.ids(.houses, tenants, asOf: day("2026-11-20")) == [1])
    #expect(try street.ids(.houses, tenants, asOf: day("2026-10-31")) == [])
    // Speaking of until, the relation goes over ended occupancies too.
    let ended = Expression.related(.any, .residents, .field(.until, .compare(.equal, .day(.on(until)))))
    #expect(try street.ids(.houses, ended) == [1])
  }

  @Test func role_insideResidents_isThatOfTheOccupancyThatLedThere() throws {
    let family = Expression.field(.role, .compare(.equal, .text("family")))
    #expect(try street.ids(.houses, .related(.any, .residents, family)) == [3])
    #expect(try street.ids(.people, .related(.any, .housemates, family)) == [1])
  }

  @Test func use_followsTenantsAndOperators() throws {
    for (word, ids) in [("let", [1, 3]), ("vacant", [2]), ("self", [])] as [(String, [UInt32])] {
      #expect(try street.ids(.houses, .field(.use, .compare(.equal, .text(word)))) == ids)
    }
    let own = Expression.field(.use, .compare(.equal, .text("self")))
    #expect(try street.ids(.houses, own, asOf: day("2026-10-01")) == [1])
  }

  @Test func committee_anyWordForTheLevel_meansTheSame() throws {
    for name in ["延中", "延中居委会", "延中居民区"] {
      #expect(try street.ids(.people, .field(.committee, .compare(.equal, .text(name)))) == [1, 2])
    }
    #expect(try street.ids(.people, .field(.committee, .compare(.notEqual, .text("延中")))) == [1, 3])
  }

  @Test func committee_unknownName_isRefusedWithNamesOfTheScopeOnly() throws {
    let index = street.world.index()
    let query = Query(
      .people, .field(.committee, .compare(.equal, .text("延安"))), asOf: SmallStreet.today, scope: .areas([5]))
    let problem = #expect(throws: Problem.self) { try index.select(query) }
    #expect(problem?.code == "unknown_area")
    #expect(problem?.notes.first?.suggestions.contains("延中") == false)
    var everywhere = query
    everywhere.scope = .everything
    #expect(#expect(throws: Problem.self) { try index.select(everywhere) }?.notes.first?.suggestions.first == "延中")
  }

  @Test func address_prefix_isFoldedFirst() throws {
    let builder = IndexBuilder(catalogue: street.world.catalogue, now: SmallStreet.nine) {
      $0.hasPrefix("上海市") ? String($0.dropFirst(3)) : $0
    }
    for area in street.world.areas.values { builder.add(area) }
    for building in street.world.buildings.values { builder.add(building) }
    for house in street.world.houses.values { builder.add(house) }
    let query = Query(
      .houses, .field(.address, .compare(.matches, .text("上海市长乐路2号"))), asOf: SmallStreet.today)
    #expect(try builder.finish().select(query).ids.ids() == [1, 2])
  }

  @Test func scope_relations_doNotLeaveIt() throws {
    // 张三 is seen through his house in 延中; that he holds another in 雁荡 with 王五 is not.
    let inYanzhong = Scope.areas([4])
    #expect(try street.ids(.people, .everything, scope: inYanzhong) == [1, 2])
    #expect(try street.ids(.people, .count(.house, .everything, .equal, 2)) == [1])
    #expect(try street.ids(.people, .count(.house, .everything, .equal, 2), scope: inYanzhong) == [])
    let mate = Expression.related(.any, .housemates, .field(.name, .compare(.equal, .text("王五"))))
    #expect(try street.ids(.people, mate) == [1])
    #expect(try street.ids(.people, mate, scope: inYanzhong) == [])
    let elsewhere = Expression.field(.committee, .compare(.equal, .text("雁荡")))
    #expect(try street.ids(.people, elsewhere, scope: inYanzhong) == [])
    #expect(try street.ids(.shops, .everything, scope: inYanzhong) == [])
  }

  @Test func scope_whoHoldsNoHouse_staysWithTheLastAndWithoutAnyIsNowhere() throws {
    var street = street
    var delta = FactsDelta()
    delta.people = [SmallStreet.person(4, "赵六", nil), SmallStreet.person(5, "孙七", nil)]
    delta.occupancies = [
      OccupancyFacts(id: 6, house: 3, person: 4, shop: nil, role: .tenant, since: nil, until: day("2020-01-01")),
      OccupancyFacts(id: 7, house: 2, person: 4, shop: nil, role: .tenant, since: nil, until: day("2021-01-01")),
    ]
    street.world.apply(delta)
    #expect(try street.ids(.people, .everything, scope: .areas([4])) == [1, 2, 4])
    #expect(try street.ids(.people, .everything, scope: .areas([5])) == [1, 3])
    #expect(try street.ids(.people, .everything, scope: .areas([1])) == [1, 2, 3, 4])
    #expect(try street.ids(.people, .everything) == [1, 2, 3, 4, 5])
    #expect(try street.ids(.people, .everything, scope: .areas([])) == [])
  }

  @Test func computedTag_inAScope_isNotDecidedByWhatLiesOutside() throws {
    let rule = Expression.count(.house, .everything, .greaterOrEqual, 2)
    let street = SmallStreet(tags: [TagEntry(id: 1, code: "TWO", subject: .person, rule: rule)])
    #expect(try street.ids(.people, .tag(code: "TWO")) == [1])
    #expect(try street.ids(.people, .tag(code: "TWO"), scope: .areas([4])) == [])
  }

  @Test func computedTags_standingForEachOther_areRefused() throws {
    let street = SmallStreet(tags: [
      TagEntry(id: 1, code: "A", subject: .person, rule: .tag(code: "B")),
      TagEntry(id: 2, code: "B", subject: .person, rule: .not(.tag(code: "A"))),
    ])
    let problem = #expect(throws: Problem.self) { try street.ids(.people, .tag(code: "A")) }
    #expect(problem?.code == "tag_broken")
  }

  @Test func lastVisited_countsVisitsToTheHouseAndToThePerson() throws {
    var street = street
    var delta = FactsDelta()
    delta.visits = [
      VisitFacts(id: 1, house: 1, person: nil, on: day("2026-11-10"), purpose: "走访"),
      VisitFacts(id: 2, house: 1, person: 2, on: day("2026-11-15"), purpose: "走访"),
    ]
    street.world.apply(delta)
    func since(_ text: String) -> Expression { .field(.lastVisited, .compare(.greaterOrEqual, .day(.on(day(text))))) }
    #expect(try street.ids(.people, since("2026-11-10")) == [1, 2])
    #expect(try street.ids(.people, since("2026-11-15")) == [2])
    #expect(try street.ids(.people, since("2026-11-10"), asOf: day("2026-11-09")) == [])
    #expect(try street.ids(.people, .not(since("2026-11-10"))) == [3])
  }

  @Test func sealedTest_takesWhatTheDatabaseFoundAndRefusesWhatItWasNotAsked() throws {
    let index = street.world.index()
    let expression = Expression.field(.phone, .compare(.equal, .text("13812341234")))
    #expect(SealedTest.all(in: .not(expression)) == [SealedTest(.phone, "13812341234")])
    var query = Query(.people, expression, asOf: SmallStreet.today)
    #expect(throws: Problem.self) { try index.select(query) }
    query.sealed = [SealedTest(.phone, "13812341234"): [2, 3]]
    #expect(try index.select(query).ids.ids() == [2, 3])
  }
}
