import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// The questions that `menpai bench search` times. Each round asks with other tags, so that kept answers do not help.
package struct SearchBench: Sendable {
  private let app: AppContext
  private let rounds: Int

  package init(app: AppContext, rounds: Int) {
    self.app = app
    self.rounds = rounds
  }

  /// A filter over three frequent tags, as text.
  package func threeTags() throws -> String {
    let tags = try frequentTags(app.index, app.clock.today)
    guard tags.count > 4 else { return "" }
    return "tag:\(tags[1]) and tag:\(tags[2]) and not tag:\(tags[3])"
  }

  /// Names and the times of every round.
  package func run() async throws -> [(String, [Duration])] {
    let index = try app.index
    let day = app.clock.today
    let tags = try frequentTags(index, day)
    let elders = FilterLanguage.Expression.field(.age, .compare(.greaterOrEqual, .number(80)))
    let alone = FilterLanguage.Expression.related(.any, .house, .count(.residents, .everything, .equal, 1))
    var random = SystemRandomNumberGenerator()
    func triple() -> FilterLanguage.Expression {
      let picked = tags.shuffled(using: &random).prefix(3).map { FilterLanguage.Expression.tag(code: $0) }
      return picked.count < 3 ? .everything : .and([picked[0], picked[1], .not(picked[2])])
    }
    let facets = FacetKey.tags(index.tags.filter { $0.subject == .person }.map(\.code))
    return [
      ("three tags, counted", try times { try count(index, triple(), day) }),
      (
        "age >= N and a tag, counted",
        try times { round in
          let age = FilterLanguage.Expression.field(.age, .compare(.greaterOrEqual, .number(Double(60 + round % 40))))
          try count(index, .and([age, .tag(code: tags[round % tags.count])]), day)
        }
      ),
      (
        "household: age >= 80 and alone, uncached",
        try times(min(rounds, 20)) { round in
          // Another as-of day each time, back and forth around today's sets, would measure something else: the same
          // question with another age is not known yet.
          let age = FilterLanguage.Expression.field(.age, .compare(.greaterOrEqual, .number(80 + Double(round) / 64)))
          try count(index, .and([round == 0 ? elders : age, alone]), day)
        }
      ),
      (
        "facets over all tags of three tags",
        try times { _ in _ = try index.index.facets(Query(.people, triple(), asOf: day), by: facets) }
      ),
      ("page of 50 with rows and total", try await pages(tags)),
    ]
  }

  private func times(_ rounds: Int? = nil, _ body: (Int) throws -> Void) throws -> [Duration] {
    let clock = ContinuousClock()
    return try (0..<(rounds ?? self.rounds)).map { round in try clock.measure { try body(round) } }
  }

  private func times(_ body: () throws -> Void) throws -> [Duration] { try times { _ in try body() } }

  private func count(_ index: LiveIndex, _ expression: FilterLanguage.Expression, _ day: Day) throws {
    _ = try index.index.select(Query(.people, expression, asOf: day)).total
  }

  /// The people's tags with most members, assigned and computed.
  private func frequentTags(_ index: LiveIndex, _ day: Day) throws -> [String] {
    let codes = index.tags.filter { $0.subject == .person }.map(\.code)
    return try index.index.facets(Query(.people, asOf: day), by: .tags(codes)).prefix(24).map(\.key)
  }

  private func pages(_ tags: [String]) async throws -> [Duration] {
    let clock = ContinuousClock()
    var times: [Duration] = []
    for round in 0..<rounds where tags.count >= 3 {
      let text = "tag:\(tags[round % tags.count]) and tag:\(tags[(round + 1) % tags.count])"
      times.append(
        try await clock.measure {
          _ = try await Search.run(
            .init(SearchQuestion(.people, where: .text(text))), caller: .operatorAtConsole, app: app)
        })
    }
    return times
  }
}
