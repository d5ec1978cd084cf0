import FilterLanguage
import Kernel
import Platform
import Registry

/// 帕累托: which few values make most of the rows that answer a question. Who: any caller that may read; only rows that
/// exist for the caller count.
package enum CountPareto {
  package struct Item: Sendable {
    package let value: String
    package let count: Int
    /// Of all that is counted, 0 to 1.
    package let share: Double
    /// The same of this and all before it.
    package let cumulative: Double
  }

  package struct Answer: Sendable {
    package let by: String
    /// The rows that answer; one may count under several tags, and under none.
    package let total: Int
    package let items: [Item]
    /// How many values there are.
    package let values: Int
    /// How many of the first values make four fifths: the vital few (Juran).
    package let vitalFew: Int
    package let asOf: Day
  }

  /// - Parameters:
  ///   - by: what `CountFacets` counts by, or `tags(LINE)`: the tags of one line of work.
  ///   - limit: 1 to 500 values.
  /// - Throws: what the question is refused for; `bad_facet`.
  package static func run(
    _ question: SearchQuestion, by: String, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Answer {
    let line = by.hasPrefix("tags(") && by.hasSuffix(")") ? String(by.dropFirst(5).dropLast()) : nil
    let known = try lines(app, caller, question.subject)
    if let line, !known.contains(line) { throw bad(by, known) }
    let answer = try await CountFacets.run(question, by: [line == nil ? by : "tag"], caller: caller, app: app)
    var counts = answer.facets.first?.counts ?? []
    if let line {
      let names = Set(try app.index.tags.filter { $0.line == line }.map(\.name))
      counts = counts.filter { names.contains($0.value) }
    }
    let items = items(counts)
    let vital = items.firstIndex { $0.cumulative >= 0.8 }.map { $0 + 1 } ?? items.count
    return Answer(
      by: by, total: answer.total, items: Array(items.prefix(limit)), values: items.count, vitalFew: vital,
      asOf: answer.asOf)
  }

  private static func items(_ counts: [(value: String, count: Int)]) -> [Item] {
    let all = Double(max(1, counts.reduce(0) { $0 + $1.count }))
    var sum = 0
    return counts.map { value, count in
      sum += count
      return Item(value: value, count: count, share: Double(count) / all, cumulative: Double(sum) / all)
    }
  }

  /// The lines whose tags the caller may know of and this subject can have.
  private static func lines(_ app: AppContext, _ caller: Caller, _ subject: Subject) throws(Problem) -> [String] {
    let tags = try app.index.vocabulary(for: caller).tags.filter { $0.subject == subject.tagSubject }
    let codes = Set(tags.map(\.code))
    return Set(try app.index.tags.filter { codes.contains($0.code) }.map(\.line)).sorted()
  }

  private static func bad(_ by: String, _ lines: [String]) -> Problem {
    let detail = "不能按「\(by)」统计。"
    return Problem(
      .invalid, "bad_facet", detail,
      notes: [.init(.parameter("by"), detail, suggestions: lines.prefix(20).map { "tags(\($0))" })])
  }
}
