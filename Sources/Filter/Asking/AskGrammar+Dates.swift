import Domain

// A window, a thing that has a day, and what happens on it, in any order: 一个月内到期年检, 30天没有走访, 明年满18周岁.

extension AskGrammar {
  private struct Bag {
    var window: AskWindow?
    var topics: [AskTopic] = []
    var verb: AskVerb?
    var negation: AskNegation?
    var isOver = false
  }

  /// Takes the longest run of such words that says something, and reads on.
  func datedChain(
    _ pieces: Pieces, _ start: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    var end = start
    var bag = Bag()
    var runs: [(end: Int, bag: Bag)] = []
    while end < pieces.endIndex, take(pieces[end], into: &bag) {
      end += 1
      runs.append((end, bag))
    }
    for run in runs.reversed() {
      guard let readings = meaning(run.bag), !readings.isEmpty else { continue }
      if let found = step(AskPhrase(readings: readings, conditions: 1), pieces, run.end, known, link, depth) {
        return found
      }
    }
    return nil
  }

  private func take(_ piece: AskPiece, into bag: inout Bag) -> Bool {
    switch piece {
    case .window(let window) where bag.window == nil: bag.window = window
    case .topic(let topic) where bag.topics.count < 2: bag.topics.append(topic)
    case .verb(let verb) where bag.verb == nil: bag.verb = verb
    case .not(let negation) where bag.negation == nil && (negation == .lack || negation == .never):
      bag.negation = negation
    case .already where !bag.isOver: bag.isOver = true
    default: return false
    }
    return true
  }

  private func meaning(_ bag: Bag) -> [Subject: Expression]? {
    var topics = bag.topics
    if topics.contains(where: { if case .turns = $0 { true } else { false } }) { topics.removeAll { $0 == .birthday } }
    guard topics.count <= 1 else { return nil }
    switch topics.first {
    case .turns(let years):
      guard bag.verb == nil, bag.negation == nil, let test = bag.window?.test(.ahead) ?? bag.window?.test(.back) else {
        return nil
      }
      return [.people: .field(.turns(years), test)]
    case .visit: return visited(bag)
    case .moveIn: return happened(bag, [.people: .since])
    case .opening: return happened(bag, [.shops: .opened])
    case .birth:
      // 10月出生 is of any year.
      if case .yearless? = bag.window { return nil }
      return happened(bag, [.people: .birthDate])
    case .update: return updated(bag)
    case .birthday: return nil
    case .inspection: return ends(bag, needsVerb: false)
    case .lease, .licence, .record: return ends(bag, needsVerb: true)
    case nil: return ends(bag, needsVerb: true)
    }
  }

  // MARK: what ends

  /// The days that end, by subject, for a topic; without one a bare 到期 is about what has but one such day.
  private func fields(_ topic: AskTopic?) -> [Subject: AskDay] {
    switch topic {
    case .inspection: [.assets: .own(.due)]
    case .lease: [.houses: .record("lease", "until")]
    case .licence: [.shops: .own(.licenceUntil)]
    case .record(let dataset, let field, let subject):
      Subject.searchable.first { $0.tagSubject == subject }.map { [$0: .record(dataset, field)] } ?? [:]
    case nil: [.assets: .own(.due)]
    default: [:]
    }
  }

  private func ends(_ bag: Bag, needsVerb: Bool) -> [Subject: Expression]? {
    let days = fields(bag.topics.first)
    guard !days.isEmpty, bag.negation != .never else { return nil }
    let readings: [Subject: Expression]?
    // 已经年检的 have been inspected; 已经到期 is over.
    if bag.isOver, bag.verb == nil { return nil }
    switch (bag.isOver ? .overdue : bag.verb, bag.window) {
    case (.overdue?, nil): readings = days.mapValues(\.over)
    case (.overdue?, .duration(let count, let unit)?):
      readings = days.mapValues { $0.within(.compare(.lessOrEqual, .day(.today(offset: -count, unit: unit)))) }
    case (nil, _) where needsVerb: return nil
    case (_, let window?):
      guard bag.negation == nil, let test = window.test(.ahead) else { return nil }
      return days.mapValues { $0.within(test) }
    default: return nil
    }
    return bag.negation == nil ? readings : readings?.mapValues { .not($0) }
  }

  // MARK: what happened

  private func visited(_ bag: Bag) -> [Subject: Expression]? {
    guard bag.verb == nil else { return nil }
    let ever = Test.compare(.greaterOrEqual, .day(.on(AskDay.longAgo)))
    switch (bag.negation, bag.window) {
    case (.never?, nil), (.lack?, nil): return visits(ever, negated: true)
    case (.lack?, let window?):
      guard let test = window.start else { return nil }
      return visits(test, negated: true)
    case (nil, nil): return visits(ever, negated: false)
    case (nil, let window?):
      guard let test = window.test(.back) else { return nil }
      return visits(test, negated: false)
    default: return nil
    }
  }

  private func visits(_ test: Test, negated: Bool) -> [Subject: Expression] {
    let person = Expression.field(.lastVisited, test)
    return [
      .people: negated ? .not(person) : person,
      .houses: .related(negated ? .no : .any, .visits, .field(.visitedOn, test)),
    ]
  }

  private func happened(_ bag: Bag, _ fields: [Subject: Field]) -> [Subject: Expression]? {
    guard bag.verb == nil, bag.negation == nil, let test = bag.window?.test(.back) else { return nil }
    return fields.mapValues { .field($0, test) }
  }

  private func updated(_ bag: Bag) -> [Subject: Expression]? {
    guard bag.verb == nil, let window = bag.window else { return nil }
    let test = bag.negation == nil ? window.test(.back) : window.start
    guard let test, bag.negation != .never else { return nil }
    let condition = Expression.field(.updatedAt, test)
    return Dictionary(
      uniqueKeysWithValues: Subject.searchable.map { ($0, bag.negation == nil ? condition : .not(condition)) })
  }
}

/// Where the day of something that ends is kept.
private enum AskDay {
  case own(Field)
  case record(String, String)

  /// Before anything that is on file.
  static let longAgo = Day(year: 1900, month: 1, day: 1) ?? .first

  func within(_ test: Test) -> Expression {
    switch self {
    case .own(let field): .field(field, test)
    case .record(let dataset, let field): .related(.any, .records(dataset), .field(.attribute(field), test))
    }
  }

  /// It has ended; where rows of a dataset follow each other, none of them still runs.
  var over: Expression {
    let today = Value.day(.today(offset: 0, unit: .days))
    let ended = within(.compare(.less, today))
    guard case .record(let dataset, let field) = self else { return ended }
    let runs = Expression.field(.attribute(field), .compare(.greaterOrEqual, today))
    return .conjunction([ended, .related(.no, .records(dataset), runs)])
  }
}
