import FilterLanguage
import Kernel
import TagIndex
import Testing

/// The index against the plain evaluator, on random worlds and questions with commits in between.
@Suite struct RandomQuestionTests {
  @Test(arguments: 1...60)
  func select_randomWorld_equalsPlainAnswer(seed: Int) throws {
    var random = RandomWorld(seed: UInt64(seed))
    var world = random.make()
    let index = world.index(keptAnswers: seed.isMultiple(of: 4) ? 0 : 40)
    var repeated: [(Subject, Expression)] = []
    for round in 0..<12 {
      for turn in 0..<16 {
        let isRepeated = turn < 4 && repeated.count > 8
        let subject = random.dice.pick(Subject.searchable)
        let question = isRepeated ? random.dice.pick(repeated) : (subject, random.question(subject))
        repeated.append(question)
        let (asOf, scope) = (random.asOf(), random.scope())
        let found = try index.select(Query(question.0, question.1, asOf: asOf, scope: scope))
        let expected = PlainAnswer(world: world, asOf: asOf, scope: scope).select(question.0, question.1)
        guard found.ids.ids() == expected else {
          Issue.record(
            "seed \(seed) round \(round): \(question) on \(asOf), \(scope): \(found.ids.ids()), not \(expected)")
          return
        }
      }
      let delta = random.delta(world)
      world.apply(delta)
      index.apply(delta)
      if random.dice.chance(30) { index.apply(delta) }
      // The clock goes on within the day, and now and then back.
      world.now = random.minute(of: world.today)
      index.advance(to: world.now)
    }
  }

  @Test(arguments: 1...60)
  func apply_manyCommits_equalsRebuild(seed: Int) throws {
    var random = RandomWorld(seed: UInt64(1000 + seed))
    var world = random.make()
    let index = world.index()
    for _ in 0..<60 {
      let delta = random.delta(world)
      world.apply(delta)
      index.apply(delta)
    }
    world.now = random.later(world.now, days: random.dice.roll(300) - 100)
    index.advance(to: world.now)
    let fresh = world.index()
    for _ in 0..<60 {
      let subject = random.dice.pick(Subject.searchable)
      let query = Query(subject, random.question(subject), asOf: world.today, scope: random.scope())
      let (kept, anew) = (try index.select(query).ids.ids(), try fresh.select(query).ids.ids())
      #expect(kept == anew, "\(query)")
      for level in [AreaFacts.Level.committee, .grid, .district] {
        #expect(try index.facets(query, by: .area(level)) == fresh.facets(query, by: .area(level)))
      }
      let codes = RandomWorld.catalogue.tags.map(\.code)
      #expect(try index.facets(query, by: .tags(codes)) == fresh.facets(query, by: .tags(codes)))
    }
  }

  /// Counting by place is asking for each place.
  @Test(arguments: 1...40)
  func facets_byArea_equalAQuestionEach(seed: Int) throws {
    var random = RandomWorld(seed: UInt64(2000 + seed))
    let world = random.make()
    let index = world.index()
    for _ in 0..<12 {
      let subject = random.dice.pick([Subject.people, .shops, .houses, .buildings])
      let query = Query(subject, random.question(subject), asOf: random.asOf(), scope: random.scope())
      for (level, field) in [
        (AreaFacts.Level.committee, Field.committee), (.grid, .grid), (.subdistrict, .subdistrict),
      ] {
        for facet in try index.facets(query, by: .area(level)) {
          var one = query
          one.expression = .conjunction([query.expression, .field(field, .compare(.equal, .text(facet.key)))])
          #expect(try index.select(one).total == facet.count, "seed \(seed): \(query) \(facet)")
        }
      }
    }
  }
}
