import Domain

// Conditions one after another, each about what the others are about, or about where it is to be found.

extension AskGrammar {
  /// What stands between two conditions.
  enum Link { case none, de, inside }

  /// Reads on from `start` with what is known so far. Tries longer clauses first and goes back where they lead nowhere.
  func chain(_ pieces: Pieces, from start: Int, so known: AskPhrase?, link: Link, _ depth: Int) -> AskPhrase? {
    guard start < pieces.endIndex else { return link == .inside ? nil : known }
    guard effort.spend() else { return nil }
    switch pieces[start] {
    case .comma: return chain(pieces, from: start + 1, so: known, link: .none, depth)
    case .and:
      if start + 1 < pieces.endIndex, pieces[start + 1] == .de { return nil }
      return chain(pieces, from: start + 1, so: known, link: .none, depth)
    case .de:
      if link == .de { return nil }
      return chain(pieces, from: start + 1, so: known, link: link == .inside ? .inside : .de, depth)
    case .inside: return known == nil ? nil : chain(pieces, from: start + 1, so: known, link: .inside, depth)
    case .unit(let unit):
      if let dated = datedChain(pieces, start, known, link, depth) { return dated }
      return step(AskPhrase(unit), pieces, start + 1, known, link, depth)
    case .head(let head):
      return step(AskPhrase(head), pieces, start + 1, known, head.isHousehold && link == .none ? .de : link, depth)
    case .window, .topic, .verb, .already: return datedChain(pieces, start, known, link, depth)
    case .not(let negation):
      if let dated = datedChain(pieces, start, known, link, depth) { return dated }
      return negated(negation, pieces, start, known, link, depth)
    case .have, .all: return clause(pieces, start, known, link, depth)
    case .amount:
      return counted(pieces, start, known, link, depth) ?? clause(pieces, start, known, link, depth)
    case .or, .list, .except, .exceptEnd, .exceptThen, .exceptLast, .livingIn, .open, .close, .tail, .filler, .unknown:
      return nil
    }
  }

  /// Joins the next condition to what is known.
  func step(
    _ next: AskPhrase, _ pieces: Pieces, _ rest: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    guard let known else { return chain(pieces, from: rest, so: next, link: .none, depth) }
    if let both = known.and(next) {
      // 出租房里的 says where; inside the same kind of thing it only says which.
      if let found = chain(pieces, from: rest, so: both, link: .none, depth) { return found }
    }
    // 空置的党员: only what has been named can be where something is to be found, unless 里 says so.
    // Nobody lives in a lift.
    if link == .inside, known.subject == .assets, next.readings[.people] != nil { return nil }
    guard link != .none, known.isNoun || link == .inside, known.conditions > 0 || !known.implied.isEmpty,
      let seen = known.seen(from: Set(next.readings.keys)), let both = seen.and(next),
      link == .inside || next.isNoun || both.readings[.people] != nil
    else { return nil }
    return chain(pieces, from: rest, so: both, link: .none, depth)
  }

  /// 有…的, 住着…的, 全是…的.
  private func clause(
    _ pieces: Pieces, _ start: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    // 三个以上老人的家庭 has them, said or not.
    let isBare = if case .amount = pieces[start] { true } else { false }
    let verb: AskPiece = isBare ? .have(ofHousehold: false) : pieces[start]
    var first = isBare ? start : start + 1
    var amount: (Operator, Int)?
    if first < pieces.endIndex, case .amount(let op, let count) = pieces[first] {
      amount = (op, count)
      first += 1
    }
    let isOpen = known?.saysNoSubject ?? true
    // 老人住的房屋 is no 有.
    guard first < pieces.endIndex, pieces[first] != .de else { return nil }
    for end in ends(pieces, first, known) {
      guard let inner = phrase(pieces[first..<end], depth: depth + 1),
        let unit = meaning(of: verb, amount, inner.closed)
      else { continue }
      if let found = step(unit, pieces, end, known, link, depth) { return found }
    }
    // 延中居民区有独居老人: with nothing that has them, they themselves are meant.
    guard isOpen, verb == .have(ofHousehold: false), amount == nil,
      let themselves = phrase(pieces[first...], depth: depth + 1)
    else { return nil }
    return step(themselves, pieces, pieces.endIndex, known, link, depth)
  }

  /// 租客超过6个的房屋: how many of those who were named right before.
  private func counted(
    _ pieces: Pieces, _ start: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    guard link == .none, let known, known.isNoun, known.subject != nil, case .amount(let op, let count) = pieces[start],
      start + 1 < pieces.endIndex, [.de, .comma].contains(pieces[start + 1]),
      let having = meaning(of: .have(ofHousehold: false), (op, count), known.closed)
    else { return nil }
    return chain(pieces, from: start + 1, so: having, link: .none, depth)
  }

  /// Where a clause that begins at `first` may end, the likeliest first: at the end of the sentence when what has it is
  /// named already (哪些房屋住着…), else as far as what has it can still follow.
  func ends(_ pieces: Pieces, _ first: Int, _ known: AskPhrase?) -> [Int] {
    guard first < pieces.endIndex else { return [] }
    var inside = Array(pieces.indices.filter { $0 > first && pieces[$0].endsClause }.reversed())
    // 没有租客且不空置的: the second clause is beside the first, not within it.
    let beside = pieces.indices.first { index in
      index > first && [.and, .comma].contains(pieces[index]) && index + 1 < pieces.endIndex
        && pieces[index + 1].beginsClause
    }
    if let beside {
      inside.removeAll { $0 == beside }
      return [beside] + inside + [pieces.endIndex]
    }
    guard let known, !known.saysNoSubject else { return inside }
    return known.isNoun ? [pieces.endIndex] + inside : inside + [pieces.endIndex]
  }

  private func meaning(of verb: AskPiece, _ amount: (Operator, Int)?, _ inner: AskPhrase) -> AskPhrase? {
    var readings: [Subject: Expression] = [:]
    for (subject, expression) in inner.readings {
      for target in Subject.searchable where readings[target] == nil {
        readings[target] = about(target, verb, amount, subject, expression, inner)
      }
    }
    return readings.isEmpty ? nil : AskPhrase(readings: readings, conditions: 1)
  }

  private func about(
    _ target: Subject, _ verb: AskPiece, _ amount: (Operator, Int)?, _ subject: Subject, _ expression: Expression,
    _ inner: AskPhrase
  ) -> Expression? {
    if verb == .all {
      guard amount == nil else { return nil }
      if target == .houses, subject == .people, expression != .everything {
        return .related(.all, .residents, expression)
      }
      return nil
    }
    if verb == .have(ofHousehold: true), target == .people {
      guard subject == .people else { return nil }
      return amount.map { .count(.housemates, expression, $0.0, $0.1) } ?? .related(.any, .housemates, expression)
    }
    if target == subject {
      // 有低保的老人 has 低保 itself.
      return amount == nil && !inner.isNoun && inner.conditions == 1 ? expression : nil
    }
    guard let path = AskCrossing.path(from: target, to: subject) else { return nil }
    guard let amount else { return path.any(expression) }
    guard path.steps.count == 1, let step = path.steps.first else { return nil }
    return .count(step, expression, amount.0, amount.1)
  }

  /// 没有租客的, 不是低保的.
  private func negated(
    _ negation: AskNegation, _ pieces: Pieces, _ start: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    guard negation != .never else { return nil }
    var first = start + 1
    if first < pieces.endIndex, case .have = pieces[first] { first += 1 }
    if negation == .prefix { return prefixed(pieces, first, known, link, depth) }
    for end in ends(pieces, first, known) {
      guard let inner = phrase(pieces[first..<end], depth: depth + 1),
        let unit = denial(negation, inner.closed, open: inner)
      else { continue }
      if let found = step(unit, pieces, end, known, link, depth) { return found }
    }
    return denialBeforeNoun(pieces, first, known, link, depth)
  }

  /// 非本市户籍党员: the next word and no more.
  private func prefixed(
    _ pieces: Pieces, _ first: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    guard first < pieces.endIndex, case .unit(let unit) = pieces[first] else { return nil }
    let denied = AskPhrase(
      readings: unit.readings.mapValues { .not($0) }, isNoun: unit.isNoun, conditions: 1)
    return step(denied, pieces, first + 1, known, link, depth)
  }

  /// 不是本市户籍老人: the noun stands outside what is denied.
  private func denialBeforeNoun(
    _ pieces: Pieces, _ first: Int, _ known: AskPhrase?, _ link: Link, _ depth: Int
  ) -> AskPhrase? {
    guard first < pieces.endIndex, case .unit(let unit) = pieces[first], first + 1 < pieces.endIndex,
      case .head = pieces[first + 1], unit.kind != .age
    else { return nil }
    let denied = AskPhrase(readings: unit.readings.mapValues { .not($0) }, conditions: 1)
    return step(denied, pieces, first + 1, known, link, depth)
  }

  private func denial(_ negation: AskNegation, _ inner: AskPhrase, open: AskPhrase) -> AskPhrase? {
    guard inner.conditions > 0 || negation == .lack, !(negation == .lack && open.isAge) else { return nil }
    var readings: [Subject: Expression] = [:]
    for (subject, expression) in inner.readings {
      if open.conditions == 1, open.implied.isEmpty { readings[subject] = .not(expression) }
      guard negation == .lack else { continue }
      for target in Subject.searchable where target != subject && inner.readings[target] == nil {
        if let path = AskCrossing.path(from: target, to: subject) { readings[target] = path.none(expression) }
      }
    }
    return readings.isEmpty ? nil : AskPhrase(readings: readings, conditions: 1)
  }
}
