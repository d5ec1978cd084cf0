import FilterLanguage
import Kernel
import TagIndex
import Testing

/// Nothing of a question stays in memory once it is answered, whatever it was made of and however little of it was asked: a
/// server answers millions of them. Each question has a budget of its own, which all its parts hold.
@Suite struct ReleasedQuestionTests {
  private static let codes = RandomWorld.catalogue.tags.map(\.code)

  private func isReleased(_ ask: (WorkBudget) throws -> Void) rethrows -> Bool {
    weak var held: WorkBudget?
    func answer() throws {
      let budget = WorkBudget()
      held = budget
      try ask(budget)
    }
    try answer()
    return held == nil
  }

  @Test func tags_ofOneRow_areReleased() throws {
    let old = Expression.field(.age, .compare(.greaterOrEqual, .number(60)))
    let street = SmallStreet(tags: [
      TagEntry(id: 1, code: "GIVEN", subject: .person), TagEntry(id: 2, code: "LATER", subject: .person),
      // Who was not given the one is not asked for the other.
      TagEntry(
        id: 3, code: "EITHER", subject: .person, rule: .or([.not(.tag(code: "GIVEN")), .tag(code: "LATER")])),
      TagEntry(id: 4, code: "OLD", subject: .person, rule: .and([old, .tag(code: "EITHER")])),
    ])
    let index = street.world.index()
    let isReleased = try isReleased { budget in
      let held = try index.tags(
        of: 1, .person, among: ["GIVEN", "LATER", "EITHER", "OLD"], asOf: SmallStreet.today, scope: .everything,
        budget: budget)
      #expect(held == ["EITHER", "OLD"])
    }
    #expect(isReleased)
  }

  @Test(arguments: 1...20)
  func randomQuestions_askedInEveryWay_areReleased(seed: Int) throws {
    var random = RandomWorld(seed: UInt64(3000 + seed))
    let index = random.make().index(keptAnswers: seed.isMultiple(of: 2) ? 0 : 40)
    for _ in 0..<20 {
      let subject = random.dice.pick(Subject.searchable)
      let query = Query(subject, random.question(subject), asOf: random.asOf(), scope: random.scope())
      let id = random.dice.id(10)
      #expect(try isReleased { budget in _ = try index.select(query, budget: budget) }, "\(query)")
      #expect(
        try isReleased { budget in _ = try index.holding([query.expression], for: id, query, budget: budget) },
        "\(query)")
      #expect(
        try isReleased { budget in _ = try index.facets(query, by: .tags(Self.codes), budget: budget) }, "\(query)")
      #expect(
        try isReleased { budget in
          _ = try index.tags(
            of: id, random.dice.pick([.person, .house, .shop, .building]), among: Self.codes, asOf: query.asOf,
            scope: query.scope, budget: budget)
        }, "\(query)")
    }
  }
}
