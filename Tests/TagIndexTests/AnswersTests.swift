import FilterLanguage
import Kernel
import TagIndex
import Testing

/// Pages, facets, places and tags of answers; and the paths that only large answers take.
@Suite struct AnswersTests {
  let street = SmallStreet()

  @Test func page_missingValues_comeLastInBothDirections() throws {
    let index = street.world.index()
    let all = Query(.people, asOf: SmallStreet.today)
    #expect(try index.page(all, sort: [SortKey(.age)], limit: 9).ids == [2, 1, 3])
    #expect(try index.page(all, sort: [SortKey(.age, descending: true)], limit: 9).ids == [1, 2, 3])
  }

  @Test func page_addresses_haveTheirNumbersInOrder() throws {
    var street = street
    var delta = FactsDelta()
    delta.houses = [
      SmallStreet.house(4, 1, 4, "长乐路10号"), SmallStreet.house(5, 1, 4, "长乐路9号"),
      SmallStreet.house(6, 1, 4, "长乐路9号甲"),
    ]
    street.world.apply(delta)
    let page = try street.world.index().page(
      Query(.houses, asOf: SmallStreet.today, scope: .areas([4])), sort: [SortKey(.address)], limit: 9)
    #expect(page.ids == [1, 2, 5, 6, 4])
  }

  @Test func page_cursors_leadThroughAllRowsOnce() throws {
    let world = LargeWorld.make(people: 5000)
    let index = world.index()
    let query = Query(.people, .field(.age, .compare(.less, .number(50))), asOf: SmallStreet.today)
    for sort in [[], [SortKey(.name)], [SortKey(.age, descending: true), SortKey(.name, descending: true)]] {
      var seen: [UInt32] = []
      var cursor: Cursor?
      repeat {
        let page = try index.page(query, sort: sort, after: cursor, limit: 300)
        seen += page.ids
        cursor = page.next
      } while cursor != nil
      let expected = world.people.values.filter { LargeWorld.age($0) < 50 }.sorted { left, right in
        if sort.count == 2 {
          let (first, second) = (LargeWorld.age(left), LargeWorld.age(right))
          if first != second { return first > second }
          if left.surname != right.surname { return !left.surname.utf8.lexicographicallyPrecedes(right.surname.utf8) }
        } else if sort.count == 1, left.surname != right.surname {
          return left.surname.utf8.lexicographicallyPrecedes(right.surname.utf8)
        }
        return left.id < right.id
      }
      #expect(seen == expected.map(\.id))
    }
  }

  @Test func page_rowOfTheCursorIsGone_goesOnAtItsPlace() throws {
    let index = street.world.index()
    let all = Query(.people, asOf: SmallStreet.today)
    let first = try index.page(all, sort: [SortKey(.age)], limit: 1)
    var delta = FactsDelta()
    delta.people = [SmallStreet.person(4, "钱八", day("2000-01-01"))]
    delta.removed = [.people: [2], .occupancies: [2]]
    index.apply(delta)
    // 2 was the youngest, 4 is younger still: what comes next is who is older than 2 was.
    #expect(try index.page(all, sort: [SortKey(.age)], after: first.next, limit: 1).ids == [1])
  }

  @Test(arguments: [
    [SortKey(.age)], [SortKey(.name, descending: true)], [SortKey(.sex), SortKey(.birthDate, descending: true)], [],
  ])
  func page_rowsChangeBetweenPages_otherRowsComeJustOnce(sort: [SortKey]) throws {
    var world = LargeWorld.make(people: 400)
    let index = world.index()
    let all = Query(.people, asOf: SmallStreet.today)
    var (seen, changed): ([UInt32], Set<UInt32>) = ([], [])
    var cursor: Cursor?
    var dice = Dice(seed: 3)
    repeat {
      let page = try index.page(all, sort: sort, after: cursor, limit: 25)
      seen += page.ids
      cursor = page.next
      // The row that the cursor was made of and another go elsewhere in the order, and one leaves.
      var delta = FactsDelta()
      for id in [page.ids.last ?? 0, dice.id(400)] where id != 0 {
        changed.insert(id)
        delta.people.append(SmallStreet.person(id, "改\(id)", SmallStreet.today.adding(days: -dice.roll(37_000))))
      }
      let gone = dice.id(400)
      changed.insert(gone)
      delta.removed = [.people: [gone]]
      delta.people.removeAll { $0.id == gone }
      world.apply(delta)
      index.apply(delta)
    } while cursor != nil
    let others = seen.filter { !changed.contains($0) }
    #expect(others.count == Set(others).count)
    #expect(Set(others) == Set((1...400).filter { !changed.contains($0) }))
  }

  @Test func page_cursorOfAnotherOrder_isRefused() throws {
    let index = street.world.index()
    let all = Query(.people, asOf: SmallStreet.today)
    for marks in [[], [Cursor.Mark.text([65])], [.number(.nan)], [.whole(1), .whole(2)]] {
      let problem = #expect(throws: Problem.self) {
        try index.page(all, sort: [SortKey(.age)], after: Cursor(marks, id: 4_000_000_000), limit: 5)
      }
      #expect(problem?.code == "bad_cursor")
    }
    let after = Cursor([.number(1e300)], id: 4_000_000_000)
    #expect(try index.page(all, sort: [SortKey(.age)], after: after, limit: .max).ids == [3])
  }

  @Test func select_largeAnswers_equalALookAtEachRow() throws {
    let world = LargeWorld.make(people: 20_000)
    let index = world.index(keptAnswers: 0)
    func ids(_ expression: Expression) throws -> [UInt32] {
      try index.select(Query(.people, expression, asOf: SmallStreet.today)).ids.ids()
    }
    func rows(_ passes: (PersonFacts) -> Bool) -> [UInt32] {
      world.people.values.filter(passes).map(\.id).sorted()
    }
    for years in [0, 1, 17, 18, 59, 60, 79, 80, 99] {
      let value = Value.number(Double(years))
      #expect(try ids(.field(.age, .compare(.greaterOrEqual, value))) == rows { LargeWorld.age($0) >= years })
      #expect(try ids(.field(.age, .compare(.notEqual, value))) == rows { LargeWorld.age($0) != years })
      #expect(
        try ids(.field(.age, .range(value, .number(80))))
          == rows { (years...max(80, years)).contains(LargeWorld.age($0)) && LargeWorld.age($0) <= 80 })
    }
    let (low, high) = (day("1950-03-15"), day("1983-03-14"))
    #expect(
      try ids(.field(.birthDate, .range(.day(.on(low)), .day(.on(high)))))
        == rows { $0.birth.map { (low...high).contains($0) } ?? false })
    #expect(try ids(.field(.name, .compare(.matches, .text("国")))) == rows { $0.name.contains("国") })
    #expect(try ids(.field(.name, .compare(.equal, .text("王国")))) == rows { $0.name == "王国" })
  }

  @Test func facets_byTagAndArea_countWithinTheAnswer() throws {
    let old = Expression.field(.age, .compare(.greaterOrEqual, .number(60)))
    var street = SmallStreet(tags: [
      TagEntry(id: 1, code: "OLD", subject: .person, rule: old), TagEntry(id: 2, code: "PARTY", subject: .person),
    ])
    var delta = FactsDelta()
    delta.taggings = [
      TaggingFacts(id: 1, tag: 2, subject: 1, since: day("2020-01-01"), until: nil),
      TaggingFacts(id: 2, tag: 2, subject: 3, since: day("2020-01-01"), until: day("2026-11-21")),
    ]
    street.world.apply(delta)
    let index = street.world.index()
    let all = Query(.people, asOf: SmallStreet.today)
    #expect(try index.facets(all, by: .tags(["OLD", "PARTY"])) == [Facet("OLD", 1), Facet("PARTY", 1)])
    #expect(try index.facets(all, by: .area(.committee)) == [Facet("1", 2), Facet("2", 2)])
    #expect(try index.facets(all, by: .area(.subdistrict)) == [Facet("310101001", 3)])
    var scoped = all
    scoped.scope = .areas([4])
    #expect(try index.facets(scoped, by: .area(.committee)) == [Facet("1", 2)])
    #expect(try index.facets(Query(.houses, asOf: SmallStreet.today), by: .word(.use)).map(\.key) == ["let", "vacant"])
    let codes = ["OLD", "PARTY"]
    #expect(try index.tags(of: 1, .person, among: codes, asOf: SmallStreet.today, scope: .everything) == codes)
    #expect(try index.tags(of: 3, .person, among: codes, asOf: day("2026-11-20"), scope: .everything) == ["PARTY"])
    #expect(try index.tags(of: 1, .person, among: codes, asOf: SmallStreet.today, scope: .areas([99])) == [])
  }

  @Test func locations_severalHouses_nameTheLatestThatTheAskerSees() {
    let index = street.world.index()
    let everywhere = index.locations(of: [1, 2], .people, asOf: SmallStreet.today, scope: .everything)
    #expect(everywhere.map { $0?.house } == [3, 1])
    let inYanzhong = index.locations(of: [1, 3], .people, asOf: SmallStreet.today, scope: .areas([4]))
    #expect(inYanzhong.map { $0?.address } == ["长乐路2号101室", nil])
  }

  @Test func replace_newCatalogue_givesOldTaggingsTheirTag() throws {
    var street = SmallStreet()
    var delta = FactsDelta()
    delta.taggings = [TaggingFacts(id: 1, tag: 7, subject: 2, since: day("2020-01-01"), until: nil)]
    street.world.apply(delta)
    let index = street.world.index()
    let query = Query(.people, .tag(code: "NEW"), asOf: SmallStreet.today)
    #expect(throws: Problem.self) { try index.select(query) }
    index.replace(Catalogue(tags: [TagEntry(id: 7, code: "NEW", subject: .person)], datasets: []))
    #expect(try index.select(query).ids.ids() == [2])
    delta.taggings = []
    delta.removed = [.taggings: [1]]
    index.apply(delta)
    #expect(try index.select(query).total == 0)
  }
}

/// Many people of all ages, for the ways of answering that only pay for many.
enum LargeWorld {
  static func make(people: Int) -> PlainWorld {
    var world = PlainWorld(catalogue: Catalogue(tags: [], datasets: []), now: SmallStreet.nine)
    var dice = Dice(seed: 7)
    for id in 1...UInt32(people) {
      let name = dice.pick(["王", "张", "国"]) + dice.pick(["国", "敏", "国强"])
      world.people[id] = SmallStreet.person(id, name, SmallStreet.today.adding(days: -dice.roll(37_000)))
    }
    return world
  }

  static func age(_ person: PersonFacts) -> Int {
    person.birth.flatMap { Age.years(born: $0, on: SmallStreet.today) } ?? -1
  }
}

extension PersonFacts {
  /// All that a masked name shows at its beginning.
  fileprivate var surname: String { String(name.prefix(1)) }
}
