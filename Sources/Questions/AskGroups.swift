import FilterLanguage
import Kernel
import Platform
import Registry

/// A group of the rows that a sentence asks for.
package struct AskGroup: Sendable {
  /// The fields in the order in which they were said, with their values; areas and tags by name.
  package let values: [(name: String, value: String)]
  package let count: Int

  package var json: JSONValue {
    .object([
      .init("values", .object(values.map { .init($0.name, .string($0.value)) })),
      .init("count", .number(Double(count))),
    ])
  }
}

/// Counts the rows of a sentence by what it groups them by: each row in its group, groups of several fields as they
/// combine.
struct AskGroups {
  /// Time that all groups together may take to count.
  private static let patience = Duration.seconds(2)
  /// More groups than a table can hold.
  private static let limit = 1_000

  let subject: Subject
  let asOf: Day
  let caller: Caller
  let app: AppContext

  /// - Throws: `ask_unrecognised` where a field has no groups (姓名), or there are too many.
  func count(_ expression: Expression, by names: [String]) async throws -> [AskGroup] {
    var groups = [(expression: expression, group: AskGroup(values: [], count: 0))]
    let began = ContinuousClock.now
    for name in names {
      var finer: [(expression: Expression, group: AskGroup)] = []
      for (within, group) in groups {
        guard ContinuousClock.now - began < Self.patience else { throw Self.refusal("分组太多太细，数不过来，请先加上条件。") }
        for (value, condition, count) in try await spread(within, name) {
          let values = group.values + [(name, value)]
          finer.append(
            (.conjunction([within, condition].filter { $0 != .everything }), AskGroup(values: values, count: count)))
        }
        guard finer.count <= Self.limit else { throw Self.refusal("分组太多，请先加上条件。") }
      }
      groups = finer
    }
    return groups.map(\.group)
  }

  private typealias Part = (value: String, condition: Expression, count: Int)

  private func spread(_ expression: Expression, _ name: String) async throws -> [Part] {
    guard let entry = Field.entries(of: subject).first(where: { $0.name == name }) else {
      return try await facets(expression, "tag", by: nil)
    }
    switch entry.type {
    case .number where !subject.isWhole(entry.field): throw Self.refusal("不能按“\(entry.title)”分组。")
    case .number: return try await numbers(expression, entry.field)
    case .area, .word, .text: return try await facets(expression, name, by: entry.field)
    case .address, .sealed, .day, .time, .flag: throw Self.refusal("不能按“\(entry.title)”分组。")
    }
  }

  private func facets(_ expression: Expression, _ name: String, by field: Field?) async throws -> [Part] {
    let vocabulary = try app.index.vocabulary(for: caller)
    let question = SearchQuestion(
      subject, where: .text(FilterPrinter.text(expression, vocabulary: vocabulary)), asOf: asOf)
    let answer: CountFacets.Answer
    do {
      answer = try await CountFacets.run(question, by: [name], caller: caller, app: app)
    } catch let problem as Problem where ["bad_facet", "unknown_facet"].contains(problem.code) {
      throw Self.refusal("不能按“\(name)”分组。")
    }
    return (answer.facets.first?.counts ?? []).compactMap { value, count in
      if let field { return (value, .field(field, .compare(.equal, .text(value))), count) }
      guard let kind = subject.tagSubject, let tag = vocabulary.tag(value, for: kind) else { return nil }
      return (value, .tag(code: tag.code), count)
    }
  }

  /// Small whole numbers (ages, storeys), each asked for.
  private func numbers(_ expression: Expression, _ field: Field) async throws -> [Part] {
    let whole = try await app.query(subject, expression, asOf: asOf, caller: caller)
    return try await app.ask(caller) { index, budget in
      try Self.range(field).compactMap { number in
        let condition = Expression.field(field, .compare(.equal, .number(Double(number))))
        var query = whole
        query.expression = Expression.conjunction([expression, condition].filter { $0 != .everything })
        let count = try index.select(query, budget: budget).total
        return count > 0 ? ("\(number)", condition, count) : nil
      }
    }
  }

  private static func range(_ field: Field) -> ClosedRange<Int> { field == .built ? 1840...2100 : 0...150 }

  private static func refusal(_ detail: String) -> Problem {
    Problem(
      .invalid, "ask_unrecognised", detail,
      notes: [.init(.parameter("text"), detail, suggestions: ["按居委会分组", "按路分组", "按性别分组"])])
  }
}
