import FilterLanguage

// A window, a thing that has a day, and what happens on it, in any order: 一个月内到期年检, 30天没有走访, 明年满18周岁.

extension AskGrammar {
  /// What a run of such words holds.
  struct Bag {
    var window: AskWindow?
    var topics: [AskTopic] = []
    var verb: AskVerb?
    var negation: AskNegation?
    var isOver = false
  }

  /// Makes the first run of such words that says something one condition; the longest is tried first.
  func dated(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard depth < 24, effort.spend(), let first = pieces.firstIndex(where: \.isDated) else { return nil }
    let denials = pieces[..<first].reversed().prefix { $0 == .not(.lack) || $0 == .not(.never) }.count
    for start in (first - denials)...first {
      for run in runs(pieces, from: start, through: first).reversed() {
        guard let readings = meaning(run.bag), !readings.isEmpty else { continue }
        let condition = AskPhrase(readings: readings, conditions: 1)
        let rest = replacing(start..<run.end, in: pieces, by: condition)
        if let found = phrase(rest, depth: depth + 1) { return found }
      }
    }
    return recordOfWindow(pieces, first, depth)
  }

  /// 今年消防检查没通过的: a time beside what a dataset holds is when it was noted.
  private func recordOfWindow(_ pieces: Pieces, _ first: Int, _ depth: Int) -> AskPhrase? {
    guard case .window(let window) = pieces[first], let test = window.test(.back) else { return nil }
    for neighbour in [first + 1, first - 1] where pieces.indices.contains(neighbour) {
      guard case .unit(let said) = pieces[neighbour] else { continue }
      let unit = noted(said, test)
      guard !unit.readings.isEmpty else { continue }
      let range = min(first, neighbour)..<(max(first, neighbour) + 1)
      if let found = phrase(replacing(range, in: pieces, by: [.unit(unit)]), depth: depth + 1) { return found }
    }
    return recordBeforePause(pieces, first, test, depth)
  }

  /// 用电检查不合格的住宅，近三个月: a time said last is that of the one record that was said.
  private func recordBeforePause(_ pieces: Pieces, _ window: Int, _ test: Test, _ depth: Int) -> AskPhrase? {
    guard window == pieces.endIndex - 1, window - 1 > pieces.startIndex, pieces[window - 1] == .comma else {
      return nil
    }
    let dated = pieces.indices.compactMap { index -> (Int, AskUnit)? in
      guard case .unit(let unit) = pieces[index] else { return nil }
      let noted = noted(unit, test)
      return noted.readings.isEmpty ? nil : (index, noted)
    }
    guard dated.count == 1, let (index, unit) = dated.first else { return nil }
    let rest = Array(pieces[..<index]) + [.unit(unit)] + Array(pieces[(index + 1)..<(window - 1)])
    return phrase(rest[...], depth: depth + 1)
  }

  /// The record of a condition noted in a stretch of time; without readings where it keeps no such day, or says it.
  private func noted(_ unit: AskUnit, _ test: Test) -> AskUnit {
    var unit = unit
    unit.readings = unit.readings.compactMapValues { expression in
      guard case .related(.any, .records(let dataset), let inner) = expression, let day = recordDays[dataset],
        !inner.testedFields.contains(day)
      else { return nil }
      let parts = [inner, .field(day, test)].filter { $0 != .everything }
      return .related(.any, .records(dataset), .conjunction(parts))
    }
    return unit
  }

  private func runs(_ pieces: Pieces, from start: Int, through first: Int) -> [(end: Int, bag: Bag)] {
    var bag = Bag()
    var end = start
    var runs: [(end: Int, bag: Bag)] = []
    while end < pieces.endIndex, take(pieces[end], into: &bag) {
      end += 1
      if end > first { runs.append((end, bag)) }
    }
    return runs
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
    // 水箱下个月该洗: two words for one day.
    if topics.count == 2, topics[0] == topics[1] || topics[0].day != nil && topics[0].day == topics[1].day {
      let due = topics.first { if case .due = $0 { true } else { false } }
      topics = [due ?? topics[0]]
    }
    guard topics.count <= 1 else { return nil }
    switch topics.first {
    case .turns(let years):
      guard bag.verb == nil, bag.negation == nil, let test = bag.window?.test(.ahead) ?? bag.window?.test(.back) else {
        return nil
      }
      // 3月满90岁, said in November: which year is anybody's guess.
      if case .yearless(_, isOver: true)? = bag.window { return nil }
      if case .either(ahead: nil, _)? = bag.window { return nil }
      return [.people: .field(.turns(years), test)]
    case .visit: return visited(bag)
    case .moveIn: return happened(bag, [.people: .since])
    case .vacancy: return vacant(bag)
    case .moveOut: return happened(bag, [.people: .until])
    case .reported: return happened(bag, AskOrders.field("reported_at"))
    case .finished: return happened(bag, AskOrders.field("closed_at"))
    case .event(let dataset, let field, let subject): return recorded(bag, dataset, field, subject)
    case .opening: return happened(bag, [.shops: .opened])
    case .birth:
      // 10月出生 is of any year.
      if case .yearless? = bag.window { return nil }
      if case .either? = bag.window { return nil }
      return happened(bag, [.people: .birthDate])
    case .update: return updated(bag)
    case .birthday: return nil
    case .inspection, .due: return ends(bag, needsVerb: false)
    case .lease, .licence, .record: return ends(bag, needsVerb: true)
    case nil: return ends(bag, needsVerb: true)
    }
  }

  // MARK: what ends

  private func lateOrders(_ window: AskWindow) -> [Subject: Expression]? {
    guard let due = AskOrders.field("due_at")[.workOrders], let overdue = AskOrders.field("overdue")[.workOrders],
      let test = window.test(.back)
    else { return nil }
    let late = Expression.field(overdue, .compare(.equal, .flag(true)))
    var readings: [Subject: Expression] = [.workOrders: .conjunction([.field(due, test), late])]
    if let test = window.test(.ahead) { readings[.assets] = AskDay.own(.due).within(test) }
    return readings
  }

  /// The days that end, by subject, for a topic; without one a bare 到期 is about what has but one such day.
  private func fields(_ topic: AskTopic?) -> [Subject: AskDay] {
    switch topic {
    case .inspection: [.assets: .own(.due)]
    case .lease: [.houses: .record("lease", "until")]
    case .licence: [.shops: .own(.licenceUntil)]
    case .record(let dataset, let field, let subject), .due(let dataset, let field, let subject):
      Subject.searchable.first { $0.tagSubject == subject }.map { [$0: .record(dataset, field)] } ?? [:]
    case nil: AskOrders.field("due_at").mapValues { .own($0) }.merging([.assets: .own(.due)]) { first, _ in first }
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
    case (.overdue?, nil):
      // What is closed is late no more.
      readings = days.mapValues(\.over).merging(
        bag.topics.isEmpty
          ? AskOrders.field("overdue").mapValues { .field($0, .compare(.equal, .flag(true))) } : [:]
      ) { _, overdue in overdue }
    case (.overdue?, .duration(let count, let unit, let isMore)?):
      readings = days.mapValues { $0.within(AskWindow.behind(count, unit, isMore: isMore)) }
    case (nil, _) where needsVerb: return nil
    case (_, let window?):
      guard bag.negation == nil else { return nil }
      // 本月超期的工单: due this month, and late.
      if bag.verb == .overdue, bag.topics.isEmpty, let late = lateOrders(window) { return late }
      guard let test = window.test(.ahead) else { return nil }
      return days.mapValues { $0.within(test) }
    default: return nil
    }
    return bag.negation == nil ? readings : readings?.mapValues { .not($0) }
  }
}
