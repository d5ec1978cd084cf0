import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import Registry

/// 政策找人: a passage of a policy, read clause by clause, and how many it may be for. Who: any caller that may read; only
/// rows in the caller's areas are counted.
///
/// The answer is a lead for a person to check. It lists nobody: who wants the list asks for the filter.
package enum AskPolicy {
  /// Said with every answer.
  package static let note = "这是按文字理解筛出的线索，不是资格认定，须人工核实。"

  /// Whoever lacks one condition, counted.
  package struct Near: Sendable {
    /// The missing condition, in words, and the clauses that say it.
    package let missing: String
    package let clauses: [Int]
    package let filter: String
    package let explanation: String
    package let total: Int?
  }

  package struct Answer: Sendable {
    package let reading: PolicyReading
    package let vocabulary: Vocabulary
    /// Nil where the conditions were not joined; `reading.refusal` says why.
    package let filter: String?
    package let explanation: String?
    package let total: Int?
    package let near: [Near]
    package let asOf: Day
  }

  /// - Throws: `ask_unrecognised` for a passage that is empty or too long; what `Search` throws.
  package static func run(_ passage: String, asOf: Day?, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.read)
    let asOf = asOf ?? app.clock.today
    let (asking, vocabulary) = try await app.asking(for: caller, asOf: asOf)
    let reading = try await app.compute(caller) { _ in
      try read(passage, PolicyReader(asking, vocabulary: vocabulary), asOf: asOf)
    }
    let counting = Counting(
      subject: reading.subject, vocabulary: vocabulary, asOf: asOf, caller: caller, app: app)
    var near: [Near] = []
    for one in reading.near { near.append(try await counting.near(one)) }
    let filter = reading.combined.map { FilterPrinter.text($0, vocabulary: vocabulary) }
    var total: Int?
    if let filter { total = try await counting.total(filter) }
    return Answer(
      reading: reading, vocabulary: vocabulary, filter: filter,
      explanation: reading.combined.map(counting.explanation), total: total, near: near, asOf: asOf)
  }

  private static func read(_ passage: String, _ reader: PolicyReader, asOf: Day) throws(Problem) -> PolicyReading {
    do {
      return try reader.read(passage, asOf: asOf)
    } catch {
      throw error.problem
    }
  }

  private struct Counting {
    package let subject: Subject
    package let vocabulary: Vocabulary
    package let asOf: Day
    package let caller: Caller
    package let app: AppContext

    func near(_ near: PolicyNear) async throws -> Near {
      let filter = FilterPrinter.text(near.expression, vocabulary: vocabulary)
      return Near(
        missing: FilterExplanation.chinese(near.condition, about: subject, vocabulary: vocabulary),
        clauses: near.missing, filter: filter, explanation: explanation(near.expression),
        total: try await total(filter))
    }

    package func explanation(_ expression: Expression) -> String {
      AskReading(subject: subject, expression: expression).explanation(vocabulary)
    }

    package func total(_ filter: String) async throws -> Int? {
      let question = SearchQuestion(subject, where: .text(filter), asOf: asOf)
      return try await Search.run(.init(question, select: ["id"], limit: 1), caller: caller, app: app).total
    }
  }
}

extension AskPolicy.Answer {
  /// The answer as every door gives it.
  package var json: JSONValue {
    .object([
      .init("subject", .string(reading.subject.word)), .init("where", text(filter)),
      .init("explanation", text(explanation)), .init("total", number(total)),
      .init("refusal", text(reading.refusal)), .init("doubts", .array(reading.doubts.map { .string($0) })),
      .init("clauses", .array(reading.clauses.map(clause))),
      .init("to_judge", .array(reading.clauses.filter { $0.kind == .judge }.map(judged))),
      .init("near", .array(near.map(missing))), .init("note", .string(AskPolicy.note)),
      .init("as_of", .string("\(asOf)")),
    ])
  }

  private func place(_ clause: PolicyClause) -> [JSONValue.Member] {
    [
      .init("text", .string(clause.span.text)), .init("position", number(clause.span.position)),
      .init("length", number(clause.span.length)),
    ]
  }

  private func clause(_ clause: PolicyClause) -> JSONValue {
    let filter = clause.expression.map { FilterPrinter.text($0, vocabulary: vocabulary) }
    let words = clause.expression.map {
      FilterExplanation.chinese($0, about: reading.subject, vocabulary: vocabulary)
    }
    return .object(
      place(clause) + [
        .init("kind", .string(clause.kind.rawValue)), .init("where", text(filter)),
        .init("explanation", text(words)), .init("detail", text(clause.detail)),
      ])
  }

  private func judged(_ clause: PolicyClause) -> JSONValue {
    .object(
      place(clause) + [
        .init("detail", text(clause.detail)),
        .init("suggestions", .array(clause.suggestions.map { .string($0) })),
      ])
  }

  private func missing(_ near: AskPolicy.Near) -> JSONValue {
    .object([
      .init("missing", .string(near.missing)),
      .init("clauses", .array(near.clauses.map { .number(Double($0)) })),
      .init("where", .string(near.filter)), .init("explanation", .string(near.explanation)),
      .init("total", number(near.total)),
    ])
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private func number(_ number: Int?) -> JSONValue { number.map { .number(Double($0)) } ?? .null }
}
