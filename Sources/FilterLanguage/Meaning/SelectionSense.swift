import Kernel

/// Looks for what makes no sense in a selection: by its own logic, with the rules of computed tags, and by what the
/// fields can hold. It reads no data.
///
/// What it calls empty is empty; it does not find everything. The work is bounded, so that a long selection is looked at
/// as far as that reaches.
package enum SelectionSense {
  /// No more are told; one is enough to look again.
  private static let most = 8

  /// What makes no sense in a question about `subject` on the day `asOf`, outer parts last.
  package static func findings(
    _ expression: Expression, about subject: Subject, vocabulary: Vocabulary, asOf: Day
  ) -> [SenseFinding] {
    var search = SenseSearch(vocabulary, asOf: asOf)
    search.look(at: expression, about: subject)
    // 60 or older and under 50, in different corners of it.
    if !search.findings.contains(where: { $0.severity == .contradiction }), expression.isCompound,
      search.proof.isImpossible([.init(expression: expression)], about: subject)
    {
      search.report(.empty, [expression], subject) { "「\($0[0])」自相矛盾，不可能有结果。" }
    }
    return Array(search.findings.prefix(most))
  }

  /// Whether the selection is surely empty, whatever the data.
  package static func isEmpty(
    _ expression: Expression, about subject: Subject, vocabulary: Vocabulary, asOf: Day
  ) -> Bool {
    SenseProof(vocabulary, asOf: asOf).isImpossible([.init(expression: expression)], about: subject)
  }
}

/// One walk over a selection.
struct SenseSearch {
  typealias Claim = SenseProof.Claim

  let vocabulary: Vocabulary
  let asOf: Day
  let proof: SenseProof
  private(set) var findings: [SenseFinding] = []

  init(_ vocabulary: Vocabulary, asOf: Day) {
    (self.vocabulary, self.asOf) = (vocabulary, asOf)
    proof = SenseProof(vocabulary, asOf: asOf)
  }

  mutating func look(at expression: Expression, about subject: Subject) {
    switch expression {
    case .everything, .tag: break
    case .field(let field, let test): look(at: field, test, expression, subject)
    case .not(let inner): look(at: inner, about: subject)
    case .and(let parts):
      for part in parts { look(at: part, about: subject) }
      look(atAll: parts, subject)
    case .or(let parts):
      for part in parts { look(at: part, about: subject) }
      look(atAny: parts, subject)
    case .related(_, let relation, let inner):
      if let target = relation.target(from: subject) { look(at: inner, about: target) }
    case .count(let relation, let inner, _, _):
      if let target = relation.target(from: subject) { look(at: inner, about: target) }
      if isImpossible([Claim(expression: expression)], subject), !isEmpty(inner, relation.target(from: subject)) {
        report(.empty, [expression], subject) { "「\($0[0])」永远不会成立。" }
      }
    }
  }

  private func isEmpty(_ expression: Expression, _ subject: Subject?) -> Bool {
    subject.map { isImpossible([Claim(expression: expression)], $0) } ?? false
  }

  private func isImpossible(_ claims: [Claim], _ subject: Subject, present: [Field] = []) -> Bool {
    !proof.isExhausted && proof.isImpossible(claims, about: subject, present: present)
  }

  mutating func report(
    _ kind: SenseFinding.Kind, _ parts: [Expression], _ subject: Subject, _ words: ([String]) -> String
  ) {
    let texts = parts.map { FilterExplanation.chinese($0, about: subject, vocabulary: vocabulary) }
    let finding = SenseFinding(kind: kind, detail: words(texts), parts: texts, expressions: parts, subject: subject)
    if !findings.contains(finding) { findings.append(finding) }
  }

  /// What the computed tags among the parts stand for: （“百岁老人”即年龄满100周岁及以上）.
  private func rules(_ parts: [Expression]) -> String {
    let told = parts.compactMap { part -> String? in
      guard let code = part.tagCode, let tag = vocabulary.tag(code: code), let rule = proof.rule(of: code),
        let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject })
      else { return nil }
      let text = FilterExplanation.chinese(rule, about: subject, vocabulary: vocabulary)
      return text.count <= 60 ? "“\(tag.name)”即\(text)" : nil
    }
    return told.isEmpty ? "" : "（\(told.joined(separator: "；"))）"
  }

  // MARK: 且

  private mutating func look(atAll parts: [Expression], _ subject: Subject) {
    let possible = parts.filter { !isEmpty($0, subject) }
    let topics = possible.map { proof.topics(of: $0, about: subject) }
    var isBroken = false
    for (left, right) in Self.pairs(topics) where !proof.isExhausted {
      let (one, other) = (possible[left], possible[right])
      if isImpossible([Claim(expression: one), Claim(expression: other)], subject) {
        isBroken = true
        let rules = rules([one, other])
        report(.empty, [one, other], subject) { "「\($0[0])」与「\($0[1])」不可能同时成立\(rules)。" }
      } else {
        look(atBounds: one, other, subject)
      }
    }
    guard !isBroken else { return }
    if possible.count == parts.count, parts.count > 2,
      isImpossible(parts.map { Claim(expression: $0) }, subject)
    {
      reportFewest(parts, subject)
    } else {
      lookForDeadBranches(possible, subject)
    }
  }

  /// Which parts are too many: those without which the others still cannot be are left out.
  private mutating func reportFewest(_ parts: [Expression], _ subject: Subject) {
    var needed = parts
    for part in parts where needed.count > 2 {
      let rest = needed.filter { $0 != part }
      if isImpossible(rest.map { Claim(expression: $0) }, subject) { needed = rest }
    }
    let rules = rules(needed)
    report(.empty, needed, subject) { texts in
      "\(texts.map { "「\($0)」" }.joined(separator: "、"))不可能同时成立\(rules)。"
    }
  }

  /// Two bounds of one field, one of which does nothing: 60 or older and 80 or older. A bound that only a tag's rule
  /// makes idle is how people speak (80岁以上的高龄老人).
  private mutating func look(atBounds one: Expression, _ other: Expression, _ subject: Subject) {
    guard case .field(let left, _) = one, case .field(let right, _) = other,
      SenseFacts.root(left) == SenseFacts.root(right), let type = vocabulary.entry(of: left, in: subject)?.type,
      type.hasOrder
    else { return }
    for (strict, loose) in [(one, other), (other, one)]
    where isImpossible([Claim(expression: strict), Claim(expression: loose, holds: false)], subject) {
      report(.idle, [strict, loose], subject) { "有了「\($0[0])」，「\($0[1])」不起作用。" }
      return
    }
  }

  private mutating func lookForDeadBranches(_ parts: [Expression], _ subject: Subject) {
    for (place, part) in parts.enumerated() {
      guard case .or(let branches) = part else { continue }
      for branch in branches where !isEmpty(branch, subject) {
        let other = parts.indices.first { index in
          index != place && isImpossible([Claim(expression: branch), Claim(expression: parts[index])], subject)
        }
        guard let other else { continue }
        let rules = rules([branch, parts[other]])
        report(.ruledOut, [branch, parts[other]], subject) { "「\($0[0])」与「\($0[1])」不可能同时成立，这一支没有人\(rules)。" }
      }
    }
  }

  // MARK: 或

  private mutating func look(atAny parts: [Expression], _ subject: Subject) {
    let denied = parts.map { Claim(expression: $0, holds: false) }
    if isImpossible(denied, subject) || coversEveryValue(parts, denied, subject) {
      report(.everybody, parts, subject) { texts in
        "\(texts.map { "「\($0)」" }.joined(separator: "或"))把所有\(subject.title)都包括了，等于没有条件。"
      }
      return
    }
    for part in parts {
      if part.tagCode != nil, isEmpty(part, subject) {
        report(.empty, [part], subject) { "「\($0[0])」不可能有结果。" }
      }
    }
    let topics = parts.map { proof.topics(of: $0, about: subject) }
    var swallowed: Set<Int> = []
    for (left, right) in Self.pairs(topics) where !proof.isExhausted {
      for (small, large) in [(left, right), (right, left)] where !swallowed.contains(small) {
        guard isImpossible([Claim(expression: parts[small]), denied[large]], subject),
          !isEmpty(parts[small], subject)
        else { continue }
        swallowed.insert(small)
        let rules = rules([parts[small], parts[large]])
        report(.swallowed, [parts[small], parts[large]], subject) { "「\($0[0])」已经包括在「\($0[1])」里\(rules)。" }
        break
      }
    }
  }

  /// 60 or older, or under 70: the branches about one field leave no value out.
  private func coversEveryValue(_ parts: [Expression], _ denied: [Claim], _ subject: Subject) -> Bool {
    var byField: [Field: [Int]] = [:]
    for (index, part) in parts.enumerated() {
      if let field = part.onlyField { byField[field, default: []].append(index) }
    }
    return byField.contains { field, indices in
      indices.count > 1 && isImpossible(indices.map { denied[$0] }, subject, present: [field])
    }
  }

  /// Pairs of parts that speak of something in common; others have nothing to do with each other.
  private static func pairs(_ topics: [Set<SenseProof.Topic>]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for right in topics.indices {
      for left in 0..<right where pairs.count < 400 && !topics[left].isDisjoint(with: topics[right]) {
        pairs.append((left, right))
      }
    }
    return pairs
  }
}

extension Expression {
  fileprivate var tagCode: String? {
    switch self {
    case .tag(let code): code
    case .not(.tag(let code)): code
    default: nil
    }
  }

  fileprivate var isCompound: Bool {
    switch self {
    case .everything, .tag, .field: false
    default: true
    }
  }

  /// The field that a part is about, if it is about one alone.
  fileprivate var onlyField: Field? {
    switch self {
    case .field(let field, _): SenseFacts.root(field)
    case .not(let inner): inner.onlyField
    case .and(let parts), .or(let parts):
      Set(parts.map(\.onlyField)).count == 1 ? parts.first.flatMap(\.onlyField) : nil
    case .everything, .tag, .related, .count: nil
    }
  }
}

extension SenseProof {
  /// What a part speaks of: parts without a common one cannot contradict each other.
  enum Topic: Hashable {
    case field(Field)
    case tag(String)
    case relation(Relation)
  }

  /// The topics of an expression, the rules of its tags included.
  func topics(of expression: Expression, about subject: Subject) -> Set<Topic> {
    var found: Set<Topic> = []
    var open = [expression]
    while let next = open.popLast() {
      switch next {
      case .everything: break
      case .and(let parts), .or(let parts): open += parts
      case .not(let inner): open.append(inner)
      case .tag(let code):
        if found.insert(.tag(code)).inserted, let rule = rule(of: code) { open.append(rule) }
      case .field(let field, _):
        found.insert(.field(SenseFacts.root(field)))
        if subject == .houses, field == .residents || field == .use { found.insert(.relation(.residents)) }
      case .related(_, let relation, _), .count(let relation, _, _, _): found.insert(.relation(relation))
      }
    }
    return found
  }
}
