import Kernel

/// Proves that nothing can meet a selection, from what the selection itself says. It is never wrong when it says so;
/// where it says nothing, there may still be nobody.
///
/// The work is bounded: a proof that takes too many steps is given up.
final class SenseProof {
  /// An expression that holds or does not hold, and whether it comes out of a tag's rule.
  struct Claim: Hashable {
    let expression: Expression
    var holds = true
    var ofRule = false

    var denied: Claim { Claim(expression: expression, holds: !holds, ofRule: ofRule) }
  }

  private static let stepsOfProof = 600
  private let vocabulary: Vocabulary
  private let asOf: Day
  private var rules: [String: Expression?] = [:]
  /// What may still be spent in all, and on the proof in hand.
  private var (total, left): (Int, Int)

  init(_ vocabulary: Vocabulary, asOf: Day, steps: Int = 12_000) {
    (self.vocabulary, self.asOf, total, left) = (vocabulary, asOf, steps, 0)
  }

  /// Whether more can be asked.
  var isExhausted: Bool { total <= 0 }

  /// Whether no row of the subject meets all the claims; `present` are fields that are known to have a value.
  func isImpossible(_ claims: [Claim], about subject: Subject, present: [Field] = []) -> Bool {
    left = min(Self.stepsOfProof, total)
    let given = left
    defer { total -= given - max(left, 0) + 1 }
    var facts = SenseFacts(subject, isLinked: false, asOf: asOf)
    for field in present {
      if let entry = vocabulary.entry(of: field, in: subject) { facts.addPresence(of: entry, field) }
    }
    return isImpossible(claims, State(facts: facts), depth: 0)
  }

  /// The rule of a computed tag; nil for an assigned one, and for a rule that does not read.
  func rule(of code: String) -> Expression? {
    if let known = rules[code] { return known }
    var rule: Expression?
    if let tag = vocabulary.tag(code: code), let text = tag.rule,
      let subject = Subject.searchable.first(where: { $0.tagSubject == tag.subject })
    {
      rule = try? FilterParser.parse(text, about: subject, vocabulary: vocabulary)
    }
    rules[code] = .some(rule)
    return rule
  }

  // MARK: Claims

  private struct State {
    var facts: SenseFacts
    var relations: [SenseRelation.Key: SenseRelation] = [:]
    /// Claims of which one at least holds.
    var choices: [[Claim]] = []
  }

  private func isImpossible(_ claims: [Claim], _ known: State, depth: Int) -> Bool {
    var state = known
    var open = claims
    guard depth < 24 else { return false }
    while let claim = open.popLast() {
      left -= 1
      guard left > 0 else { return false }
      if !take(claim, &state, &open) { return true }
    }
    if state.facts.areImpossible { return true }
    state.choices.sort { $0.count > $1.count }
    guard let choice = state.choices.popLast() else { return areImpossible(state, depth) }
    return choice.allSatisfy { isImpossible([$0], state, depth: depth + 1) }
  }

  /// Takes a claim in, or opens it into more; false when it cannot be.
  private func take(_ claim: Claim, _ state: inout State, _ open: inout [Claim]) -> Bool {
    func same(_ expression: Expression, _ holds: Bool) -> Claim {
      Claim(expression: expression, holds: holds, ofRule: claim.ofRule)
    }
    switch claim.expression {
    case .everything: return claim.holds
    case .not(let inner): open.append(same(inner, !claim.holds))
    case .and(let parts), .or(let parts):
      let claims = parts.map { same($0, claim.holds) }
      let isAll = if case .and = claim.expression { claim.holds } else { !claim.holds }
      if isAll { open += claims } else { state.choices.append(claims) }
    case .tag(let code):
      let isNew = state.facts.tags[code] == nil
      guard state.facts.add(tag: code, claim.holds) else { return false }
      if isNew, let rule = rule(of: code) {
        open.append(Claim(expression: rule, holds: claim.holds, ofRule: true))
      }
    case .field(let field, let test): take(field, test, claim, &state)
    case .related(let quantifier, let relation, let inner):
      take(quantifier, relation, inner, claim, &state)
    case .count(let relation, let inner, let op, let number):
      guard let spans = SenseSpans(numbers: .compare(op, .number(Double(number))), isWhole: true) else { return true }
      take(count: claim.holds ? spans : spans.complement, relation, inner, &state)
    }
    return true
  }

  private func take(_ field: Field, _ test: Test, _ claim: Claim, _ state: inout State) {
    guard let entry = vocabulary.entry(of: field, in: state.facts.subject) else { return }
    state.facts.add(entry, field, test, claim.holds, ofRule: claim.ofRule)
    guard state.facts.subject == .houses else { return }
    // How many live there is a count under another name, and is never missing.
    if field == .residents, let spans = SenseSpans(numbers: test, isWhole: true) {
      take(count: claim.holds ? spans : spans.complement, .residents, .everything, &state)
    }
    if field == .use, claim.holds, test == .compare(.equal, .text("vacant")) {
      take(count: SenseSpans(isWhole: true, [0...0]), .residents, .everything, &state)
    }
  }

  // MARK: Relations

  private func take(
    _ quantifier: Quantifier, _ relation: Relation, _ inner: Expression, _ claim: Claim, _ state: inout State
  ) {
    let key = key(relation, inner, state)
    let (some, other) = (Claim(expression: inner), Claim(expression: inner, holds: false))
    switch (quantifier, claim.holds) {
    case (.any, true), (.no, false): state.relations[key, default: .init()].some.append(some)
    case (.any, false), (.no, true): state.relations[key, default: .init()].every.append(other)
    case (.all, true):
      state.relations[key, default: .init()].some.append(some)
      state.relations[key, default: .init()].every.append(some)
    // Nobody there, or somebody who does not: nothing follows for sure.
    case (.all, false): break
    }
  }

  private func take(count spans: SenseSpans, _ relation: Relation, _ inner: Expression, _ state: inout State) {
    let possible = spans.intersection(SenseSpans(isWhole: true, [0...Double.infinity]))
    let key = key(relation, inner, state)
    state.relations[key, default: .init()].add(possible, of: inner)
  }

  private func key(_ relation: Relation, _ inner: Expression, _ state: State) -> SenseRelation.Key {
    let isOfPeople = relation.target(from: state.facts.subject) == .people
    return SenseRelation.Key(relation: relation, isAnyTime: isOfPeople && inner.speaksOfLinkDates)
  }

  private func areImpossible(_ state: State, _ depth: Int) -> Bool {
    state.relations.contains { key, related in
      guard let target = key.relation.target(from: state.facts.subject) else { return false }
      return isImpossible(key, related, from: state.facts.subject, to: target, depth)
    }
  }

  private func isImpossible(
    _ key: SenseRelation.Key, _ related: SenseRelation, from subject: Subject, to target: Subject, _ depth: Int
  ) -> Bool {
    let state = State(facts: SenseFacts(target, isLinked: target == .people, asOf: asOf))
    func nobody(_ claims: [Claim]) -> Bool { isImpossible(claims, state, depth: depth + 1) }
    var counts = related.counts
    if key.relation.leadsToOne(from: subject) {
      counts.append(.init(of: .everything, SenseSpans(isWhole: true, [0...1])))
    }
    let some = related.some + counts.filter { !$0.spans.contains(0) }.map { Claim(expression: $0.of) }
    let every =
      related.every
      + counts.filter { $0.spans.high == 0 }.map { Claim(expression: $0.of, holds: false) }
    if counts.contains(where: \.spans.isEmpty) { return true }
    if key.relation.leadsToOne(from: subject), some.count > 1, nobody(some + every) { return true }
    if some.contains(where: { nobody([$0] + every) }) { return true }
    if counts.contains(where: { isCrowded($0, related.some, counts, every, nobody) }) { return true }
    return counts.contains { few in
      counts.contains { many in
        guard let most = few.spans.high, let least = many.spans.low, least > most else { return false }
        return few.of == .everything || few.of == many.of
          || nobody([Claim(expression: many.of), Claim(expression: few.of, holds: false)])
      }
    }
  }
}

extension SenseProof {
  /// No more than these are compared with each other.
  private static let mostApart = 6

  /// Whether more rows are asked for than there may be: three generations in the home of one. Rows that cannot be the same
  /// add up.
  private func isCrowded(
    _ few: SenseRelation.Count, _ some: [Claim], _ counts: [SenseRelation.Count], _ every: [Claim],
    _ nobody: ([Claim]) -> Bool
  ) -> Bool {
    guard let most = few.spans.high, most < 100 else { return false }
    func isCounted(_ claim: Claim) -> Bool {
      few.of == .everything || nobody([claim, Claim(expression: few.of, holds: false)])
    }
    var asked = counts.compactMap { many -> (claim: Claim, least: Double)? in
      guard let least = many.spans.low, least > 0, many.of != few.of else { return nil }
      return (Claim(expression: many.of), least)
    }
    asked.sort { $0.least > $1.least }
    asked += some.map { ($0, 1) }
    var apart: [Claim] = []
    var least = 0.0
    for (claim, rows) in asked where apart.count < Self.mostApart && isCounted(claim) {
      guard apart.allSatisfy({ nobody([$0, claim] + every) }) else { continue }
      apart.append(claim)
      least += rows
    }
    return apart.count > 1 && least > most
  }
}

/// What is known of the rows to which one relation leads.
struct SenseRelation {
  /// Questions that speak of since and until look at ended links too, and so at other rows.
  struct Key: Hashable {
    let relation: Relation
    let isAnyTime: Bool
  }

  struct Count {
    let of: Expression
    var spans: SenseSpans

    init(of: Expression, _ spans: SenseSpans) { (self.of, self.spans) = (of, spans) }
  }

  /// Each holds of at least one row.
  var some: [SenseProof.Claim] = []
  /// All hold of every row.
  var every: [SenseProof.Claim] = []
  var counts: [Count] = []

  mutating func add(_ spans: SenseSpans, of inner: Expression) {
    if let index = counts.firstIndex(where: { $0.of == inner }) {
      counts[index].spans = counts[index].spans.intersection(spans)
    } else {
      counts.append(Count(of: inner, spans))
    }
  }
}

extension Relation {
  /// Whether there is one at most: a house stands in one building, an asset at one place, an order at one.
  fileprivate func leadsToOne(from subject: Subject) -> Bool {
    switch (subject, self) {
    case (.houses, .building), (.assets, .building), (.assets, .house): true
    case (.workOrders, .house), (.workOrders, .shop): true
    default: false
    }
  }
}

extension Expression {
  /// Whether it speaks of since or until of the link in hand, not of further ones.
  var speaksOfLinkDates: Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.contains(where: \.speaksOfLinkDates)
    case .not(let inner): inner.speaksOfLinkDates
    case .field(.since, _), .field(.until, _): true
    case .everything, .tag, .field, .related, .count: false
    }
  }
}
