import FilterLanguage

/// A condition of the whole, with the clauses that say it.
struct PolicyTerm {
  var expression: Expression
  var clauses: [Int]
}

/// Joins the conditions of a `PolicyStructure` to one selection.
struct PolicyJoin {
  private(set) var refusal: String?
  private(set) var doubts: [String] = []

  /// What must hold together; nil, with `refusal`, where the passage does not say how.
  mutating func terms(_ item: PolicyItem) -> [PolicyTerm] {
    var terms: [PolicyTerm] = []
    var hasConditions = false
    for unit in item.units {
      let isAsking = unit.members.contains(where: \.isAsking)
      if hasConditions, isAsking, !unit.isAdded {
        refuse("分成几句的条件是同时符合还是符合其中之一，原文没有写明，没有合并。")
      }
      hasConditions = hasConditions || isAsking
      terms += self.terms(unit)
    }
    return terms
  }

  private mutating func terms(_ unit: PolicyItem.Unit) -> [PolicyTerm] {
    let parts = unit.members.compactMap { term(of: $0) }
    let choices = unit.members.dropFirst().filter(\.startsWithOr)
    if choices.isEmpty, !(unit.members.first?.startsWithOr ?? false), !unit.isJudgedWithOr {
      return parts.flatMap { $0 }
    }
    if unit.isJudged {
      refuse("“或者”前后有没看懂的内容，没有合并。")
    } else if choices.count == unit.members.count - 1, unit.members.count > 1, parts.count == unit.members.count {
      return [any(parts)]
    } else {
      refuse("“或者”和其他条件混在一起，不清楚是哪几条二选一，没有合并。")
    }
    return []
  }

  private mutating func refuse(_ reason: String) { refusal = refusal ?? reason }

  private mutating func term(of member: PolicyItem.Member) -> [PolicyTerm]? {
    switch member {
    case .condition(let expression, let clause, _): [PolicyTerm(expression: expression, clauses: [clause])]
    case .group(let group): self.group(group)
    }
  }

  private mutating func group(_ group: PolicyGroup) -> [PolicyTerm]? {
    let read = group.items.map { (item: $0, terms: terms($0)) }
    let items = read.filter { !$0.terms.isEmpty }
    guard !items.isEmpty else { return nil }
    let isPartly = read.contains { $0.item.isJudged }
    if group.isDenied, isPartly {
      refuse("例外里有没看懂的内容，没有合并。")
      return nil
    }
    // Sections are about different things: who, how much, how.
    let isSections = group.marker == .chinese || group.marker == .article
    guard read.count == 1 || group.list != nil || items.count == 1 && (isSections || !isPartly) else {
      refuse("这几条是同时符合还是符合其中之一，原文没有写明，没有合并。")
      return nil
    }
    if items.count == 1, items[0].terms.count > 1, group.isUnnumbered, group.list?.isAny ?? false {
      refuse("“之一”后面的几条没有分项，不清楚怎样分，没有合并。")
      return nil
    }
    let isAny = group.list?.isAny ?? false
    guard isAny else {
      let terms = items.flatMap(\.terms)
      guard group.isDenied else { return terms }
      return [PolicyTerm(expression: .not(Self.all(terms)), clauses: terms.flatMap(\.clauses))]
    }
    if isPartly { doubts.append("“之一”里有没看懂的项，只符合那一项的没有列出，或者列出的还要再核对。") }
    let choice = any(items.map(\.terms))
    return [group.isDenied ? PolicyTerm(expression: .not(choice.expression), clauses: choice.clauses) : choice]
  }

  private func any(_ parts: [[PolicyTerm]]) -> PolicyTerm {
    PolicyTerm(expression: .disjunction(parts.map(Self.all)), clauses: parts.flatMap { $0.flatMap(\.clauses) })
  }

  /// Each condition by itself, said once.
  static func apart(_ terms: [PolicyTerm]) -> [PolicyTerm] {
    var apart: [PolicyTerm] = []
    for term in terms {
      let parts = if case .and(let parts) = term.expression { parts } else { [term.expression] }
      for part in parts {
        if let known = apart.firstIndex(where: { $0.expression == part }) {
          apart[known].clauses += term.clauses.filter { !apart[known].clauses.contains($0) }
        } else {
          apart.append(PolicyTerm(expression: part, clauses: term.clauses))
        }
      }
    }
    return apart
  }

  static func all(_ terms: [PolicyTerm]) -> Expression { .conjunction(terms.map(\.expression)) }
}

extension PolicyItem.Member {
  /// Whether it asks for something, where an exception only leaves out.
  fileprivate var isAsking: Bool {
    switch self {
    case .condition(.not, _, _): false
    case .condition: true
    case .group(let group): !group.isDenied
    }
  }
}
