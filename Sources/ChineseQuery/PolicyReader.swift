import FilterLanguage
import Kernel

/// 政策找人: reads a passage of a policy, clause by clause, into a selection of those whom it may be for.
///
/// Every character belongs to one clause. What looks like a condition and is not understood is left to a person, never
/// taken for something else; where the passage does not say how its conditions hold together, they are not joined.
/// The answer is a lead for a person to check, and says nothing about anybody's entitlement.
package struct PolicyReader: Sendable {
  /// A passage may have this many characters.
  package static let limit = 4_000
  /// Conjunctions of more conditions are not searched for those who nearly meet them.
  private static let nearLimit = 8

  private let asking: Asking
  private let vocabulary: Vocabulary

  package init(_ asking: Asking, vocabulary: Vocabulary) {
    (self.asking, self.vocabulary) = (asking, vocabulary)
  }

  /// What a passage says on the day that it is read.
  ///
  /// - Throws: a refusal for a passage that is empty or too long.
  package func read(_ passage: String, asOf: Day) throws(AskRefusal) -> PolicyReading {
    let text = Array(passage)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw AskRefusal("请贴上一段政策条文。", AskSpan(position: 0, length: text.count, text: passage))
    }
    guard text.count <= Self.limit else {
      let rest = AskSpan(position: Self.limit, length: text.count - Self.limit, text: String(text[Self.limit...]))
      throw AskRefusal("这段话太长，最多\(Self.limit)个字。", rest)
    }
    var sorter = PolicySorter(text, asking, vocabulary, asOf: asOf)
    let structure = PolicyStructure(sorter.sort(PolicyCuts.pieces(text)), text)
    let subject = sorter.subject ?? .people
    var join = PolicyJoin()
    let terms = PolicyJoin.apart(join.terms(structure.root))
    let refusal = structure.refusal ?? join.refusal ?? reason(against: terms, subject, asOf)
    let clauses = structure.sorted.map { clause($0, text) }
    let doubts = Self.distinct(structure.doubts + join.doubts + left(in: clauses)) + warnings(terms, subject, asOf)
    return PolicyReading(
      subject: subject, clauses: clauses,
      combined: refusal == nil ? PolicyJoin.all(terms) : nil, refusal: refusal,
      doubts: refusal == nil ? doubts : [], near: refusal == nil ? near(terms, subject, asOf) : [])
  }

  /// That a list is no narrower than what was understood.
  private func left(in clauses: [PolicyClause]) -> [String] {
    let judged = clauses.count { $0.kind == .judge }
    return judged > 0 ? ["有\(judged)条要人工判断，没有算进筛选条件。"] : []
  }

  /// Why a selection that is joined is not to be asked; nil when it is.
  private func reason(against terms: [PolicyTerm], _ subject: Subject, _ asOf: Day) -> String? {
    guard !terms.isEmpty else { return "这段话里没有看懂的条件。" }
    let whole = PolicyJoin.all(terms)
    if (try? FilterLimits.check(whole)) == nil { return "条件太多，没有合并。" }
    return findings(whole, subject, asOf).first { $0.severity == .contradiction }?.detail
  }

  private func warnings(_ terms: [PolicyTerm], _ subject: Subject, _ asOf: Day) -> [String] {
    // 老年人 beside 年满75周岁 is how policies speak.
    let ofAge = Expression.field(.age, .compare(.greaterOrEqual, .number(60)))
    return findings(PolicyJoin.all(terms), subject, asOf).filter { $0.kind != .idle || $0.expressions.last != ofAge }
      .map(\.detail)
  }

  private func findings(_ expression: Expression, _ subject: Subject, _ asOf: Day) -> [SenseFinding] {
    SelectionSense.findings(expression, about: subject, vocabulary: vocabulary, asOf: asOf)
  }

  /// Each condition left out in turn. Where the others imply it nobody can lack it.
  private func near(_ terms: [PolicyTerm], _ subject: Subject, _ asOf: Day) -> [PolicyNear] {
    guard (2...Self.nearLimit).contains(terms.count) else { return [] }
    return terms.indices.compactMap { place in
      let missing = terms[place]
      var others = terms
      others.remove(at: place)
      let denied: Expression = if case .not(let inner) = missing.expression { inner } else { .not(missing.expression) }
      let expression = Expression.conjunction(others.map(\.expression) + [denied])
      if SelectionSense.isEmpty(expression, about: subject, vocabulary: vocabulary, asOf: asOf) { return nil }
      guard (try? FilterLimits.check(expression)) != nil else { return nil }
      return PolicyNear(missing: missing.clauses, condition: missing.expression, expression: expression)
    }
  }

  private func clause(_ sorted: PolicySorted, _ text: [Character]) -> PolicyClause {
    let range = sorted.piece.range
    let span = AskSpan(position: range.lowerBound, length: range.count, text: String(text[range]))
    func clause(
      _ kind: PolicyClause.Kind, _ expression: Expression? = nil, _ detail: String? = nil, _ near: [String] = []
    ) -> PolicyClause {
      PolicyClause(kind: kind, span: span, expression: expression, detail: detail, suggestions: near)
    }
    return switch sorted.sense {
    case .frame, .list: clause(.frame)
    case .benefit: clause(.benefit)
    case .condition(let expression), .exception(let expression): clause(.condition, expression)
    case .denial: clause(.judge, nil, "这是一条限制，请人工判断。")
    case .judge(let detail, let near): clause(.judge, nil, detail, near)
    }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
