import Domain
import Filter
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

  /// - Parameter names: `tag`, or fields of words, areas or roads.
  /// - Throws: what the question is refused for; `bad_facet`.
  package static func run(
    _ question: SearchQuestion, by names: [String], caller: Caller, office: Office
  ) async throws -> Answer {
    try caller.must(.read)
    let index = try office.index
    let expression = try office.understand(question, for: caller)
    let asOf = question.asOf ?? office.clock.today
    let query = try await office.query(question.subject, expression, asOf: asOf, caller: caller)
    let keys = try names.map { name throws(Problem) in try key(name, question.subject) }
    let total = try index.index.select(query).total
    let vocabulary = index.vocabulary(for: caller)
    var facets: [Facet] = []
    for (name, key) in zip(names, keys) {
      facets.append(Facet(name: name, counts: try counts(index, query, key, vocabulary)))
    }
    return Answer(total: total, asOf: asOf, facets: facets)
  }
}
