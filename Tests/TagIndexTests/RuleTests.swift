import FilterLanguage
import Kernel
import TagIndex
import Testing

/// Rules of computed tags that cannot be asked: told of at the tag, refused where they are named, and nobody else notices.
@Suite struct RuleTests {
  private static let old = Expression.field(.age, .compare(.greaterOrEqual, .number(60)))
  private static func place(_ name: String) -> Expression { .field(.committee, .compare(.equal, .text(name))) }
  private static let everybody = Query(.people, asOf: SmallStreet.today)

  private func tag(_ id: UInt32, _ code: String, _ rule: Expression?) -> TagEntry {
    TagEntry(id: id, code: code, subject: .person, rule: rule)
  }

  @Test func faults_ofEveryKind_areNamed() {
    let chain = (0...20).map { level in
      tag(UInt32(20 + level), "C\(level)", level == 0 ? Self.old : .not(.tag(code: "C\(level - 1)")))
    }
    let wide = (0..<200).map { Expression.field(.age, .compare(.equal, .number(Double($0)))) }
    let large = (0..<6).map { level in
      tag(UInt32(60 + level), "W\(level)", .or(wide + (level == 0 ? [] : [.tag(code: "W\(level - 1)")])))
    }
    let street = SmallStreet(
      tags: [
        tag(1, "MARS", Self.place("火星")), tag(2, "ON", .and([.tag(code: "MARS"), Self.old])), tag(3, "OLD", Self.old),
        tag(4, "A", .tag(code: "B")), tag(5, "B", .not(.tag(code: "A"))), tag(6, "TOA", .not(.tag(code: "A"))),
        tag(7, "SELF", .not(.tag(code: "SELF"))),
        tag(8, "SEALED", .field(.phone, .compare(.equal, .text("13900000000")))),
        tag(9, "NAMES", .not(.tag(code: "NOSUCH"))), tag(10, "GIVEN", nil),
        TagEntry(id: 11, code: "TEXT", subject: .person, fault: Problem(.invalid, "unknown_dataset", "")),
      ] + chain + large)
    let faults = street.world.index().faults.mapValues(\.code)
    let expected = [
      "MARS": "unknown_area", "ON": "tag_broken", "A": "tag_cycle", "B": "tag_cycle", "TOA": "tag_broken",
      "SELF": "tag_cycle", "SEALED": "sealed_field", "NAMES": "unknown_tag", "TEXT": "unknown_dataset",
      "C16": "tag_too_deep", "C17": "tag_too_deep", "C20": "tag_too_deep", "W5": "tag_too_large",
    ]
    for (code, fault) in expected { #expect(faults[code] == fault, "\(code)") }
    for code in ["OLD", "GIVEN", "C0", "C15", "W3"] { #expect(faults[code] == nil, "\(code)") }
  }

  @Test func apply_areaRenamed_breaksTheRuleAndNothingElse() throws {
    let street = SmallStreet(tags: [
      tag(1, "HERE", Self.place("延中")), tag(2, "OLD", Self.old), tag(3, "BOTH", .and([.tag(code: "HERE"), Self.old])),
    ])
    let index = street.world.index()
    let codes = ["HERE", "OLD", "BOTH"]
    #expect(try index.facets(Self.everybody, by: .tags(codes)).count == 3)
    var delta = FactsDelta()
    delta.areas = [AreaFacts(id: 4, code: "1", name: "新延居委会", level: .committee, parent: 3)]
    index.apply(delta)
    #expect(index.faults.mapValues(\.code) == ["HERE": "unknown_area", "BOTH": "tag_broken"])
    #expect(try index.facets(Self.everybody, by: .tags(codes)).map(\.key) == ["OLD"])
    #expect(
      try index.tags(of: 1, .person, among: codes, asOf: SmallStreet.today, scope: .areas([4])) == ["OLD"])
    #expect(try index.select(Self.everybody).total == 3)
    for named in [Expression.tag(code: "HERE"), .not(.tag(code: "BOTH"))] {
      let problem = #expect(throws: Problem.self) {
        try index.select(Query(.people, named, asOf: SmallStreet.today))
      }
      #expect(problem?.code == "tag_broken")
    }
    delta.areas = [AreaFacts(id: 4, code: "1", name: "延中居民区", level: .committee, parent: 3)]
    index.apply(delta)
    #expect(index.faults.isEmpty)
    #expect(try index.facets(Self.everybody, by: .tags(codes)).count == 3)
  }

  @Test func replace_oneTagEdited_forgetsOnlyWhatNamesIt() throws {
    func catalogue(_ age: Double) -> Catalogue {
      Catalogue(
        tags: [
          tag(1, "OLD", .field(.age, .compare(.greaterOrEqual, .number(age)))), tag(2, "USER", .not(.tag(code: "OLD"))),
          tag(3, "OTHER", Self.old),
        ], datasets: [])
    }
    var world = LargeWorld.make(people: 3000)
    world.catalogue = catalogue(90)
    let index = world.index()
    func asked(_ code: String) throws -> (total: Int, steps: Int) {
      let budget = WorkBudget(.unbounded)
      let query = Query(.people, .not(.tag(code: code)), asOf: SmallStreet.today)
      return (try index.select(query, budget: budget).total, budget.spent.steps)
    }
    let before = (try asked("USER"), try asked("OTHER"))
    index.replace(catalogue(50))
    let after = (try asked("USER"), try asked("OTHER"))
    #expect(after.0.total > before.0.total)
    #expect(after.1.total == before.1.total)
    #expect(after.1.steps == 0)
  }

  @Test func replace_tagRetiredAndBack_keepsItsTaggings() throws {
    var street = SmallStreet(tags: [tag(1, "GIVEN", nil), tag(2, "ALSO", nil)])
    var delta = FactsDelta()
    delta.taggings = [
      TaggingFacts(id: 1, tag: 1, subject: 1, since: day("2020-01-01"), until: nil),
      TaggingFacts(id: 2, tag: 2, subject: 2, since: day("2020-01-01"), until: nil),
    ]
    street.world.apply(delta)
    let index = street.world.index()
    index.replace(Catalogue(tags: [tag(2, "ALSO", nil)], retired: [tag(1, "GIVEN", nil)], datasets: []))
    let named = Query(.people, .tag(code: "GIVEN"), asOf: SmallStreet.today)
    #expect(throws: Problem.self) { try index.select(named) }
    delta.taggings = [TaggingFacts(id: 3, tag: 1, subject: 3, since: day("2020-01-01"), until: nil)]
    delta.removed = [.taggings: [2]]
    index.apply(delta)
    index.replace(street.world.catalogue)
    #expect(try index.select(named).ids.ids() == [1, 3])
    #expect(try index.select(Query(.people, .tag(code: "ALSO"), asOf: SmallStreet.today)).total == 0)
    // As another kind's it is nobody's, and comes back whole.
    index.replace(Catalogue(tags: [TagEntry(id: 1, code: "GIVEN", subject: .house)], datasets: []))
    index.replace(street.world.catalogue)
    delta.removed = [.taggings: [1]]
    delta.taggings = []
    index.apply(delta)
    #expect(try index.select(named).ids.ids() == [3])
  }
}
