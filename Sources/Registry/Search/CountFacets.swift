import FilterLanguage
import Kernel
import Platform
import TagIndex

/// How the rows that answer a question spread. Who: any caller that may read; only rows in the caller's areas count.
package enum CountFacets {
  package struct Answer: Sendable {
    package let total: Int
    package let asOf: Day
    package let facets: [Facet]
  }

  package struct Facet: Sendable {
    package let name: String
    /// The most frequent first; tags by name, areas by name.
    package let counts: [(value: String, count: Int)]
  }

  /// - Parameter names: `tag`, or fields of words, flags, areas or roads; of work orders `month` (of the report).
  /// - Throws: what the question is refused for; `bad_facet`.
  package static func run(
    _ question: SearchQuestion, by names: [String], caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.read)
    let index = try app.index
    let expression = try app.understand(question, for: caller)
    let asOf = question.asOf ?? app.clock.today
    let query = try await app.query(question.subject, expression, asOf: asOf, caller: caller)
    let vocabulary = index.vocabulary(for: caller)
    let keys = try names.map { name throws(Problem) in try key(name, question.subject, vocabulary) }
    let (total, counted) = try await app.ask(caller) { index, budget in
      let total = try index.select(query, budget: budget).total
      return (total, try keys.map { try index.facets(query, by: $0, budget: budget) })
    }
    let facets = zip(zip(names, keys), counted).map { each, counts in
      Facet(name: each.0, counts: named(counts.map { ($0.key, $0.count) }, each.1, vocabulary, index.areas))
    }
    return Answer(total: total, asOf: asOf, facets: facets)
  }

  private static func key(
    _ name: String, _ subject: Subject, _ vocabulary: Vocabulary
  ) throws(Problem) -> FacetKey {
    let tags = vocabulary.tags.filter { $0.subject == subject.tagSubject }.map(\.code)
    let entries = Field.entries(of: subject)
    if name == "month", subject == .workOrders { return .month }
    if name == "tag", subject.tagSubject != nil { return .tags(tags) }
    switch entries.first(where: { $0.name == name }).map({ ($0.field, $0.type) }) {
    case (_, .area(let level))?: return .area(level)
    case (.road, _)?: return .road
    case (.compound, _)?: return .compound
    case (let field, .word)?, (let field, .text)?: return .word(field)
    case (let field, .flag)?: return .flag(field)
    default:
      let detail = "不能按「\(name)」统计。"
      throw Problem(
        .invalid, "bad_facet", detail,
        notes: [
          .init(
            .parameter("by"), detail,
            suggestions: subject == .workOrders ? ["category", "unit", "state", "month"] : usual)
        ])
    }
  }

  private static let usual = ["tag", "committee", "grid", "road"]

  /// Codes of tags and areas as their names.
  private static func named(
    _ counts: [(key: String, count: Int)], _ key: FacetKey, _ vocabulary: Vocabulary, _ areas: AreaTree
  ) -> [(value: String, count: Int)] {
    let names: [String: String] =
      switch key {
      case .tags: Dictionary(vocabulary.tags.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
      case .area: Dictionary(areas.byID.values.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
      default: [:]
      }
    return counts.map { (names[$0.key] ?? $0.key, $0.count) }
  }
}
