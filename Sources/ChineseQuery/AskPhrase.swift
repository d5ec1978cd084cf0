import FilterLanguage

/// What a stretch of words means so far: a condition for each subject that it can still be about.
struct AskPhrase: Hashable {
  var readings: [Subject: Expression]
  /// What 老人 adds unless an age is said.
  var implied: Set<AskImplied> = []
  /// What a tag says already: 独居老人 are old.
  var covered: Set<AskImplied> = []
  /// Whether a noun has been said.
  var isNoun = false
  /// Whether it is something that one can have or lack: a noun, or a group (低保).
  var canBeHad = false
  /// How many conditions it holds.
  var conditions = 0

  init(readings: [Subject: Expression], isNoun: Bool = false, conditions: Int = 0) {
    (self.readings, self.isNoun, self.conditions) = (readings, isNoun, conditions)
  }

  init(_ unit: AskUnit) {
    self.init(readings: unit.readings, isNoun: unit.isNoun, conditions: 1)
    canBeHad = unit.isNoun || unit.isGroup
    for subject in unit.readings.keys {
      if let expression = unit.implied { implied.insert(AskImplied(subject: subject, expression: expression)) }
      if let known = unit.noun?.implied { covered.insert(AskImplied(subject: subject, expression: known)) }
    }
  }

  init(_ head: AskHead) {
    self.init(readings: [head.subject: .everything], isNoun: true)
    canBeHad = true
    if let implied = head.implied { self.implied = [AskImplied(subject: head.subject, expression: implied)] }
  }

  /// Both hold; nil when there is no subject that both can be about.
  func and(_ other: AskPhrase) -> AskPhrase? {
    guard !contradicts(other) else { return nil }
    var readings: [Subject: Expression] = [:]
    for (subject, mine) in self.readings {
      if let theirs = other.readings[subject] {
        readings[subject] = .conjunction([mine, theirs].filter { $0 != .everything }).ofOneRecord
      }
    }
    guard !readings.isEmpty else { return nil }
    var both = AskPhrase(
      readings: readings, isNoun: isNoun || other.isNoun, conditions: conditions + other.conditions)
    both.implied = implied.union(other.implied)
    both.covered = covered.union(other.covered)
    both.canBeHad = canBeHad || other.canBeHad
    // 老人 and 儿童 in one breath are nobody.
    return Set(both.implied.map(\.subject)).count < both.implied.count ? nil : both
  }

  /// Whether both give one field two values: 男 and 女.
  func contradicts(_ other: AskPhrase) -> Bool {
    readings.contains { subject, mine in
      guard let theirs = other.readings[subject] else { return false }
      if let mine = mine.ages, let theirs = theirs.ages, !mine.overlaps(theirs) { return true }
      return mine.single.contains { field, value in theirs.single[field].map { $0 != value } ?? false }
    }
  }

  /// Either holds, each with what its nouns imply.
  func or(_ other: AskPhrase) -> AskPhrase? {
    let (left, right) = (closed, other.closed)
    var readings: [Subject: Expression] = [:]
    for (subject, mine) in left.readings {
      if let theirs = right.readings[subject] { readings[subject] = .disjunction([mine, theirs]) }
    }
    guard !readings.isEmpty, !readings.values.contains(.everything), !readings.values.contains(where: \.isEverybody)
    else { return nil }
    var either = AskPhrase(readings: readings, isNoun: left.isNoun || right.isNoun, conditions: 1)
    either.canBeHad = left.canBeHad && right.canBeHad
    return either
  }

  /// Any of them holds; nil where one makes no sense, or two cannot be said of one subject.
  static func any(_ phrases: [AskPhrase?]) -> AskPhrase? {
    guard let first = phrases.first else { return nil }
    return phrases.dropFirst().reduce(first) { known, next in next.flatMap { known?.or($0) } }
  }

  /// With what its nouns imply made explicit.
  var closed: AskPhrase {
    var phrase = self
    phrase.implied = []
    for implied in implied where !covered.contains(implied) {
      guard let known = phrase.readings[implied.subject], !known.saysAge(besides: implied.expression) else { continue }
      phrase.readings[implied.subject] = .conjunction([known, implied.expression].filter { $0 != .everything })
    }
    return phrase
  }

  /// The readings in an order that is the same every time: where several lead to one meaning, the first does.
  var ordered: [(subject: Subject, expression: Expression)] {
    Subject.searchable.compactMap { subject in readings[subject].map { (subject, $0) } }
  }

  /// Whether nothing but places has been said: every subject is still possible.
  var saysNoSubject: Bool { readings.count == Subject.searchable.count }

  /// Whether it is an age and nothing else: 没有 says nothing about one.
  var isAge: Bool {
    if case .field(.age, _)? = readings[.people], !isNoun { true } else { false }
  }

  /// The one subject that it is about, if there is one.
  var subject: Subject? { readings.count == 1 ? readings.keys.first : nil }

  /// Seen from other subjects: what stands before 的房屋, 里的老人. Of several ways the shortest is taken.
  func seen(from targets: Set<Subject>) -> AskPhrase? {
    let phrase = closed
    var readings: [Subject: Expression] = [:]
    for target in targets {
      let ways = Subject.searchable.compactMap { subject -> (AskCrossing, Expression)? in
        guard let expression = phrase.readings[subject], let path = AskCrossing.path(from: target, to: subject) else {
          return nil
        }
        return (path, expression)
      }
      guard let (path, expression) = ways.min(by: { $0.0.steps.count < $1.0.steps.count }) else { continue }
      readings[target] = target == .workOrders ? path.anyHere(expression) : path.any(expression)
    }
    return readings.isEmpty ? nil : AskPhrase(readings: readings, conditions: 1)
  }

  /// What it means of these subjects alone.
  func only(_ subjects: Set<Subject>) -> AskPhrase? {
    var phrase = self
    phrase.readings = readings.filter { subjects.contains($0.key) }
    return phrase.readings.isEmpty ? nil : phrase
  }
}

struct AskImplied: Hashable {
  let subject: Subject
  let expression: Expression
}

extension [Expression] {
  /// 整改期限在本月、尚未销号的: how the row that was said does not stand is said of that row.
  fileprivate var withStandings: [Expression] {
    var parts = self
    for part in self {
      guard let (dataset, inner) = part.lackedStanding,
        let index = parts.firstIndex(where: { known in
          guard case .related(.any, .records(dataset), let other) = known, other != .everything else { return false }
          return other.testedFields.isDisjoint(with: inner.testedFields)
        }), case .related(_, _, let known) = parts[index]
      else { continue }
      parts[index] = .related(.any, .records(dataset), .conjunction([known, .not(inner)]))
      parts.removeAll { $0 == part }
    }
    return parts
  }
}

extension Expression {
  /// 用瓶装气又没装报警器的: what is said of one dataset in one breath is said of one record of it, unless it says the same
  /// field twice.
  fileprivate var ofOneRecord: Expression {
    guard case .and(let parts) = self else { return self }
    var merged: [Expression] = []
    for part in parts where !merged.contains(part) {
      guard case .related(.any, .records(let dataset), let new) = part, new != .everything,
        let index = merged.firstIndex(where: { $0.isRecord(of: dataset) }),
        case .related(_, _, let known) = merged[index], known.goesWith(new)
      else {
        merged.append(part)
        continue
      }
      merged[index] = .related(.any, .records(dataset), known.together(with: new))
    }
    return .conjunction(merged.withStandings)
  }

  /// How a row of a dataset does not stand: 尚未销号.
  fileprivate var lackedStanding: (dataset: String, inner: Expression)? {
    switch self {
    case .not(.related(.any, .records(let dataset), let inner)), .related(.no, .records(let dataset), let inner):
      guard case .field(.attribute(let name), .compare(.equal, _)) = inner,
        ["status", "stage", "result"].contains(name)
      else { return nil }
      return (dataset, inner)
    default: return nil
    }
  }

  private func isRecord(of dataset: String) -> Bool {
    if case .related(.any, .records(dataset), let inner) = self { inner != .everything } else { false }
  }

  /// What must all hold, one by one.
  private var conjuncts: [Expression] { if case .and(let parts) = self { parts } else { [self] } }

  /// Whether one record can be both: they test other fields, or say the same of them (失业，失业开始日期早于…).
  fileprivate func goesWith(_ other: Expression) -> Bool {
    let new = Expression.conjunction(other.conjuncts.filter { !conjuncts.contains($0) })
    return testedFields.isDisjoint(with: new.testedFields)
  }

  fileprivate func together(with other: Expression) -> Expression {
    .conjunction(conjuncts + other.conjuncts.filter { !conjuncts.contains($0) })
  }

  /// The fields of a record that it tests.
  var testedFields: Set<Field> {
    switch self {
    case .field(let field, _): [field]
    case .and(let parts), .or(let parts): parts.reduce(into: []) { $0.formUnion($1.testedFields) }
    case .not(let inner): inner.testedFields
    default: []
    }
  }

  /// The fields that have but one value, and which it must be.
  fileprivate var single: [Field: Value] {
    switch self {
    case .and(let parts): return parts.reduce(into: [:]) { $0.merge($1.single) { first, _ in first } }
    case .field(let field, .compare(.equal, let value)):
      let single: [Field] = [
        .sex, .hukou, .role, .status, .kind, .use, .category, .committee, .grid, .subdistrict, .district, .road,
        .compound,
      ]
      return single.contains(field) ? [field: value] : [:]
    default: return [:]
    }
  }

  /// The ages that it leaves, where it says any.
  fileprivate var ages: ClosedRange<Double>? {
    switch self {
    case .and(let parts):
      let ranges = parts.compactMap(\.ages)
      guard let low = ranges.map(\.lowerBound).max(), let high = ranges.map(\.upperBound).min() else { return nil }
      return low <= high ? low...high : nil
    case .field(.age, .compare(let op, .number(let years))):
      return switch op {
      case .greater: (years + 1)...1_000
      case .greaterOrEqual: years...1_000
      case .less: -1...(years - 1)
      case .lessOrEqual: -1...years
      case .equal: years...years
      case .notEqual, .matches: nil
      }
    case .field(.age, .range(.number(let low)?, .number(let high)?)) where low <= high: return low...high
    default: return nil
    }
  }

  /// 60岁以上或70岁以下: a choice that leaves nobody out asks nothing.
  fileprivate var isEverybody: Bool {
    guard case .or(let parts) = self else { return false }
    var (low, high): (Double?, Double?)
    for part in parts {
      guard case .field(.age, .compare(let op, .number(let years))) = part else { continue }
      if op == .greater || op == .greaterOrEqual { low = min(low ?? years, years) }
      if op == .less || op == .lessOrEqual { high = max(high ?? years, years) }
    }
    guard let low, let high else { return false }
    return low <= high
  }

  /// Whether an age is said that takes the place of what a noun implies: a lower bound for 老人, an upper one for 儿童.
  func saysAge(besides implied: Expression) -> Bool {
    // A noun between two ages (青年) gives way to any other age.
    let side: Operator? = if case .field(_, .compare(let op, _)) = implied { op } else { nil }
    switch self {
    case .and(let parts): return parts.contains { $0.saysAge(besides: implied) }
    case .or(let parts): return parts.allSatisfy { $0.saysAge(besides: implied) }
    case .field(.turns, _): return true
    case .field(.birthDate, .range): return true
    case .field(.age, let test):
      switch test {
      case .range, .list: return true
      case .period: return false
      case .compare(let op, _):
        let sameSide: [Operator] = side == .greaterOrEqual ? [.greater, .greaterOrEqual] : [.less, .lessOrEqual]
        return side == nil || op == .equal || sameSide.contains(op)
      }
    default: return false
    }
  }
}
