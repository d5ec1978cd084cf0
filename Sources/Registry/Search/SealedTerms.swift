import FilterLanguage
import Identity
import Kernel
import TagIndex

/// A test whose answer tells somebody's name or number: equality on what is sealed, or any test of a person's name, which
/// lists show masked.
package struct SealedTerm: Hashable, Sendable {
  let field: Field
  let op: Operator
  let value: String

  var expression: Expression { .field(field, .compare(op, .text(value))) }
}

extension Expression {
  /// The tests about people, here or behind a relation, that tell a name or number. A list counts as its values.
  package func sealedTerms(about subject: Subject) -> Set<SealedTerm> {
    switch self {
    case .everything, .tag: []
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion($1.sealedTerms(about: subject)) }
    case .not(let inner): inner.sealedTerms(about: subject)
    case .related(_, let relation, let inner), .count(let relation, let inner, _, _):
      relation.target(from: subject).map { inner.sealedTerms(about: $0) } ?? []
    case .field(let field, let test):
      subject == .people && Self.sealed.contains(field) ? Self.terms(field, test) : []
    }
  }

  /// The words that fields are compared with, but for those that are numbers of things.
  var words: [String] {
    switch self {
    case .everything, .tag: []
    case .and(let parts), .or(let parts): parts.flatMap(\.words)
    case .not(let inner), .related(_, _, let inner), .count(_, let inner, _, _): inner.words
    case .field(let field, let test): Self.numbered.contains(field) ? [] : Self.words(test)
    }
  }

  private static let numbered: Set<Field> = [
    .creditCode, .code, .number, .committee, .grid, .subdistrict, .district,
  ]

  private static func words(_ test: Test) -> [String] {
    let values: [Value] =
      switch test {
      case .compare(_, let value): [value]
      case .list(let values): values
      case .range(let first, let last): [first, last].compactMap { $0 }
      case .period: []
      }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  private static let sealed: Set<Field> = [.idNumber, .phone, .name]

  private static func terms(_ field: Field, _ test: Test) -> Set<SealedTerm> {
    let (op, values): (Operator, [Value]) =
      switch test {
      case .compare(let op, let value): (op == .matches ? .matches : .equal, [value])
      case .list(let values): (.equal, values)
      case .range(let first, let last): (.equal, [first, last].compactMap { $0 })
      case .period: (.equal, [])
      }
    return Set(
      values.compactMap { value in
        if case .text(let text) = value { SealedTerm(field: field, op: op, value: text) } else { nil }
      })
  }
}

/// Questions that stay in the database and are read by others.
package enum StoredQuestion {
  /// Refuses what would keep somebody's name or number in plain, and would let every reader of the answer know it.
  ///
  /// - Throws: `sealed_in_question`; `number_in_field` for a number in what any other field is compared with.
  package static func check(
    _ expression: Expression, about subject: Subject, at place: Problem.Note.Place = .pointer("/where")
  ) throws(Problem) {
    guard !expression.sealedTerms(about: subject).isEmpty else {
      for text in expression.words { try ThingName.check(text, at: place) }
      return
    }
    let detail = "要保存的条件里不能有姓名、证件号码或电话：它们会以明文留下，并让看得到结果的人都知道。请改用其他条件，或直接检索。"
    throw Problem(.invalid, "sealed_in_question", detail, notes: [.init(place, detail)])
  }
}
