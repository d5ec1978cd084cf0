import FilterLanguage
import Kernel

// 有…的, 住着…的, 没有…的, 不是…, 非…, 全是…的, 三个以上…的: what a word opens, and where it ends.

extension AskGrammar {
  /// Reads the rightmost clause first and goes back where an end of it leads nowhere.
  func scoped(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard depth < 24, effort.spend() else { return nil }
    guard let opener = pieces.lastIndex(where: \.opensClause) else { return flat(pieces, depth) }
    if let phrase = themselves(pieces, opener, depth), phrase.subject != nil { return phrase }
    var found: AskPhrase?
    for clause in clauses(pieces, opener, depth) {
      var owned = AskUnit(readings: clause.phrase.readings, kind: .owned, isNoun: clause.phrase.isNoun)
      owned.implied = clause.phrase.implied.first?.expression
      let unit = AskPiece.unit(owned)
      guard let whole = scoped(replacing(clause.range, in: pieces, by: [unit]), depth + 1) else { continue }
      // 家里有小孩和残疾的老人: what 和 joins may be at home as well, or be the old.
      let end = clause.range.upperBound
      let isListed = end < pieces.endIndex && pieces[end].isEnumeration
      if let first = found {
        guard isListed || !pieces[clause.range].contains(where: \.isEnumeration) else { continue }
        return effort.choose(first, whole)
      }
      let holdsList =
        pieces[opener] == .have(ofHousehold: true) && whole.subject == .people
        && pieces[clause.range].contains(where: \.isEnumeration)
      guard holdsList || isListed && pieces[end] == .list && !pieces[opener].isDenial else { return whole }
      found = whole
    }
    return found
  }

  struct Clause {
    let range: Range<Int>
    let phrase: AskPhrase
  }

  private func clauses(_ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    switch pieces[opener] {
    case .not(let negation): return negated(negation, pieces, opener, depth)
    case .amount: return counted(pieces, opener, depth) + owned(pieces, opener, depth)
    case .dwell: return dwelt(pieces, opener, depth)
    case .about(let kind): return concerned(kind, pieces, opener, depth)
    default: return owned(pieces, opener, depth)
    }
  }

  /// 有…的: what is had, with how many of it.
  private func owned(_ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    // 三个以上老人的家庭 has them, said or not.
    var (verb, start, isBare) = (pieces[opener], opener, false)
    var amount: (Operator, Int)?
    let first = opener + 1
    if case .amount(let op, let count) = verb {
      (verb, amount, isBare) = (.have(ofHousehold: false), (op, count), true)
      let before = opener > pieces.startIndex ? pieces[opener - 1] : .de
      if before == .all { return [] }
      if case .have = before { (verb, start, isBare) = (before, opener - 1, false) }
    }
    // 一户里: where, and not how many.
    guard first < pieces.endIndex, pieces[first] != .de, pieces[first] != .inside else { return [] }
    return ends(pieces, first, start, canEndAll: !isBare).compactMap { end in
      guard let inner = had(verb, amount, pieces[first..<end], depth) else { return nil }
      return Clause(range: start..<end, phrase: inner)
    }
  }

  /// 住在没有电梯的楼里的: where somebody lives, or something stands.
  private func dwelt(_ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    let first = opener + 1
    let insides = pieces.indices.filter { $0 > first && pieces[$0] == .inside }
    let marks = pieces.indices.filter { $0 > first && pieces[$0].endsClause }.reversed()
    return (insides + marks + [pieces.endIndex]).compactMap { end in
      guard first < end, let home = phrase(pieces[first..<end], depth: depth + 1)?.closed else { return nil }
      let isInside = end < pieces.endIndex && pieces[end] == .inside
      let range = opener..<(isInside ? end + 1 : end)
      if home.saysNoSubject || home.readings[.people] != nil && home.readings[.houses] != nil && !home.isNoun {
        return Clause(range: range, phrase: home)
      }
      guard let seen = home.only([.houses, .buildings])?.seen(from: [.people, .shops, .assets, .workOrders]) else {
        return nil
      }
      return Clause(range: range, phrase: seen)
    }
  }

  /// 涉及独居老人的工单, 投诉酒吧的: orders by the home, the shop or the people that they are about.
  private func concerned(_ kind: WorkOrderKind?, _ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    let first = opener + 1
    let ends = pieces.indices.filter { $0 > first && (pieces[$0] == .de || pieces[$0] == .comma) }.reversed()
    return (ends + [pieces.endIndex]).compactMap { end in
      guard first < end, let inner = phrase(pieces[first..<end], depth: depth + 1)?.closed,
        inner.conditions > 0, let subject = inner.subject
      else { return nil }
      let parts = [
        subject == .workOrders
          ? inner.readings[subject]
          : AskCrossing.path(from: .workOrders, to: subject).flatMap { path in
            inner.readings[subject].map(path.any)
          }
      ].compactMap { $0 }
      guard !parts.isEmpty else { return nil }
      let said = kind.map { [Expression.field(.kind, .compare(.equal, .text($0.title)))] } ?? []
      return Clause(
        range: opener..<end, phrase: AskPhrase(readings: [.workOrders: .conjunction(said + parts)], conditions: 1))
    }
  }

  /// 有老人和小孩的家庭 has both; 有老人、小孩的 may mean either.
  private func had(_ verb: AskPiece, _ amount: (Operator, Int)?, _ inner: Pieces, _ depth: Int) -> AskPhrase? {
    // 住进贤路44弄的老人.
    if amount == nil, inner.allSatisfy(\.isPlace) { return phrase(inner, depth: depth + 1) }
    let whole = phrase(inner, depth: depth + 1).flatMap { meaning(of: verb, amount, $0.closed) }
    guard amount == nil, verb != .all, let join = inner.firstIndex(where: \.isEnumeration),
      inner[..<join].last?.isNoun == true, !inner[(join + 1)...].contains(where: { $0 == .or || $0 == .de })
    else { return whole }
    let parts = inner.split(whereSeparator: \.isEnumeration)
    var both: AskPhrase?
    for part in parts {
      guard part.last?.isNoun == true, let one = phrase(part, depth: depth + 1),
        let owned = meaning(of: verb, nil, one.closed)
      else { return whole }
      guard let known = both else {
        both = owned
        continue
      }
      guard let next = known.and(owned) else { return whole }
      both = next
    }
    return inner.contains(.pause) ? effort.choose(both, whole) : both
  }

  /// 延中居民区有独居老人: with nothing that has them, they themselves are meant.
  private func themselves(_ pieces: Pieces, _ opener: Int, _ depth: Int) -> AskPhrase? {
    guard pieces[opener] == .have(ofHousehold: false), opener + 1 < pieces.endIndex,
      opener > pieces.startIndex, !pieces[opener...].contains(.de),
      pieces[..<opener].allSatisfy({ $0.isPlace || $0 == .de || $0 == .inside || $0 == .comma })
    else { return nil }
    if case .amount = pieces[opener + 1] { return nil }
    return scoped(replacing(opener..<(opener + 1), in: pieces, by: [.comma]), depth + 1)
  }

  /// 租客超过6个的房屋: how many of those who were named right before, with all that describes them.
  private func counted(_ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    guard opener > pieces.startIndex, case .amount(let op, let count) = pieces[opener],
      opener + 1 == pieces.endIndex || pieces[opener + 1].endsClause
    else { return [] }
    // 租客有三个以上的房屋.
    var opener = opener
    let end = opener + 1
    if opener - 1 > pieces.startIndex, case .have = pieces[opener - 1] { opener -= 1 }
    // 群租有两户以上的楼: a kind of home is counted as well.
    let isHome = pieces[opener - 1].unit.map { $0.kind == .tag && $0.readings[.houses] != nil } ?? false
    guard pieces[opener - 1].isNoun || isHome else { return [] }
    let breaks = pieces[..<opener].lastIndex { $0.isBreak }.map { $0 + 1 } ?? pieces.startIndex
    let starts = [breaks] + pieces.indices.filter { $0 > breaks && $0 < opener && pieces[$0 - 1] == .de }
    return starts.compactMap { first in
      guard first < opener, let known = phrase(pieces[first..<opener], depth: depth + 1), known.subject != nil,
        let having = meaning(of: .have(ofHousehold: false), (op, count), known.closed)
      else { return nil }
      return Clause(range: first..<end, phrase: having)
    }
  }

  /// Where a clause that begins at `first` may end, the likeliest first: at the end of the sentence when what has it is
  /// named already (哪些房屋住着…), else as far as what has it can still follow.
  private func ends(_ pieces: Pieces, _ first: Int, _ start: Int, canEndAll: Bool = true) -> [Int] {
    let marks = pieces.indices.filter { $0 > first && pieces[$0].endsClause }
    // 有老人的房屋，南昌路: a clause seldom reaches behind a pause.
    let pause = pieces[..<start].contains(where: \.isNoun) ? nil : marks.first { pieces[$0] == .comma }
    let near = marks.filter { mark in pause.map { mark < $0 } ?? true }
    var inside = Array(near.reversed()) + marks.dropFirst(near.count)
    // 有老人没有小孩的: the second clause is beside the first, not within it.
    if let second = pieces.indices.first(where: { $0 > first && pieces[$0].isOwned }) {
      let end = second - pieces[first..<second].reversed().prefix(while: \.isBreak).count
      // 既不是投诉也不是举报的: each denial has its own.
      let isDeniedTwice = pieces[start].isDenial && pieces[second].unit?.isDenied == true
      if end > first, pieces[end - 1].isNoun || pieces[end - 1].unit?.isTag == true || isDeniedTwice {
        inside.removeAll { $0 == end }
        return [end] + inside
      }
    }
    // 没有低保或残疾的老人: 或 reaches over what is denied.
    if let end = completion(pieces, first), !(pieces[start].isDenial && end < pieces.endIndex && pieces[end] == .or) {
      inside.removeAll { $0 == end }
      inside.insert(end, at: 0)
      return inside
    }
    let opener = pieces.firstIndex(where: \.opensClause) ?? start
    let named = pieces[..<min(start, opener)]
    let isNamed = named.last { $0.isNoun || $0 == .comma }?.isNoun ?? false && named.last != .inside
    if isNamed { return [pieces.endIndex] + inside }
    if pieces[start].isDenial, !inside.isEmpty, inside.allSatisfy({ pieces[$0] == .or }) {
      return [pieces.endIndex] + inside
    }
    // 家里有老人和小孩的: a list of nouns with nothing behind it is had as a whole.
    let isList =
      pieces.last?.isNoun == true
      && pieces[first...].allSatisfy { $0.isNoun || $0.isEnumeration || $0.unit?.kind == .age }
    return canEndAll && isList || inside.isEmpty && canEndAll ? [pieces.endIndex] + inside : inside
  }

  /// 家里有小孩、独居的老人: a noun completes what is had, where what follows is none.
  private func completion(_ pieces: Pieces, _ first: Int) -> Int? {
    // 5个以上租客的房屋，陕西南路: the noun behind 的 has them.
    if let end = pieces.indices.first(where: { $0 > first && pieces[$0] == .de }), pieces[end - 1].isNoun,
      end + 1 < pieces.endIndex, case .head(let head) = pieces[end + 1], head.subject != .people,
      end + 2 < pieces.endIndex, pieces[end + 2] == .comma
    {
      return end
    }
    return pieces.indices.first { end in
      guard end > first, pieces[end - 1].isNoun || pieces[end - 1].unit?.isGroup == true else { return false }
      if pieces[end] == .de { return end + 1 < pieces.endIndex && pieces[end + 1].isBreak }
      let breaks = pieces[end...].prefix(while: \.isBreak)
      guard !breaks.isEmpty else { return false }
      if breaks.contains(.and) { return true }
      let next = pieces[breaks.endIndex...].prefix { !$0.isBreak && $0 != .de }
      return next.last.map { !$0.isNoun } ?? false
    }
  }

  // MARK: what is denied

  private func negated(_ negation: AskNegation, _ pieces: Pieces, _ opener: Int, _ depth: Int) -> [Clause] {
    guard negation != .never else { return [] }
    var first = opener + 1
    if first < pieces.endIndex, case .have = pieces[first] { first += 1 }
    guard first < pieces.endIndex else { return [] }
    if negation == .prefix { return prefixed(pieces, opener, first) }
    let long = ends(pieces, first, opener).compactMap { end -> Clause? in
      guard let inner = phrase(pieces[first..<end], depth: depth + 1),
        !turnsToOrders(inner, pieces[first..<end]),
        let phrase = denial(negation, inner.closed, open: inner, isList: pieces[first..<end].contains(where: \.isJoin))
      else { return nil }
      return Clause(range: opener..<end, phrase: phrase)
    }
    return long + beforeNoun(pieces, opener, first)
  }

  /// 没有投诉的酒吧 is about shops: what is denied of orders must be said last.
  private func turnsToOrders(_ inner: AskPhrase, _ pieces: Pieces) -> Bool {
    inner.subject == .workOrders && pieces.last { $0 != .de }?.isOfOrders == false
  }

  /// 非本市户籍党员: the next word and no more. 非独居老人 are old all the same.
  private func prefixed(_ pieces: Pieces, _ opener: Int, _ first: Int) -> [Clause] {
    guard case .unit(let unit) = pieces[first] else { return [] }
    var denied = AskPhrase(readings: unit.readings.mapValues { .not($0) }, isNoun: unit.isNoun, conditions: 1)
    if let noun = unit.noun, let still = denied.and(AskPhrase(noun)) { denied = still }
    return [Clause(range: opener..<(first + 1), phrase: denied)]
  }

  /// 不是本市户籍老人: the noun stands outside what is denied.
  private func beforeNoun(_ pieces: Pieces, _ opener: Int, _ first: Int) -> [Clause] {
    guard case .unit(let unit) = pieces[first], first + 1 < pieces.endIndex, case .head = pieces[first + 1],
      unit.kind != .age
    else { return [] }
    let denied = AskPhrase(readings: unit.readings.mapValues { .not($0) }, conditions: 1)
    return [Clause(range: opener..<(first + 1), phrase: denied)]
  }

  private func denial(_ negation: AskNegation, _ inner: AskPhrase, open: AskPhrase, isList: Bool) -> AskPhrase? {
    guard inner.conditions > 0 || negation == .lack, !(negation == .lack && open.isAge) else { return nil }
    // 不是独居、残疾的: neither, or not both, is anybody's guess; 不是党员或志愿者 is neither.
    if isList, open.readings.values.contains(where: { if case .and = $0 { true } else { false } }) { return nil }
    // 没有残疾或80岁以上的: an age cannot be lacked.
    if negation == .lack, isList, !inner.canBeHad { return nil }
    // 没有两部电梯的: fewer than two, or another number.
    if inner.readings.values.contains(where: \.isExactCount) { return nil }
    var readings: [Subject: Expression] = [:]
    for (subject, expression) in inner.ordered {
      if open.conditions == 1, open.implied.isEmpty { readings[subject] = .not(expression) }
      guard negation == .lack, inner.canBeHad else { continue }
      for target in Subject.searchable
      where target != subject && inner.readings[target] == nil && readings[target] == nil {
        if let path = AskCrossing.path(from: target, to: subject) { readings[target] = path.none(expression) }
      }
    }
    return readings.isEmpty ? nil : AskPhrase(readings: readings, conditions: 1)
  }

  // MARK: what having means

  private func meaning(of verb: AskPiece, _ amount: (Operator, Int)?, _ inner: AskPhrase) -> AskPhrase? {
    var readings: [Subject: Expression] = [:]
    for (subject, expression) in inner.ordered {
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
    // 家里有80岁以上老人的求助工单: at the home that the order is about.
    if verb == .have(ofHousehold: true), target == .workOrders, subject == .people {
      let residents = amount.map { Expression.count(.residents, expression, $0.0, $0.1) }
      return .related(.any, .house, residents ?? .related(.any, .residents, expression))
    }
    if target == subject {
      // 有低保的老人 has 低保 itself; 有老人的老人 says nothing.
      return amount == nil && (!inner.isNoun || subject != .people) && inner.conditions == 1 ? expression : nil
    }
    guard let path = AskCrossing.path(from: target, to: subject) else { return nil }
    guard let amount else { return path.any(expression) }
    // 一户两个残疾人的: of what is counted only homes are counted again (有两户住了3个以上租客的楼).
    if expression.isCount, target != .buildings { return nil }
    guard path.steps.count == 1, let step = path.steps.first else { return nil }
    return .count(step, expression, amount.0, amount.1)
  }
}

extension Expression {
  fileprivate var isCount: Bool { if case .count = self { true } else { false } }

  fileprivate var isExactCount: Bool { if case .count(_, _, .equal, let number) = self { number > 1 } else { false } }
}

extension AskPiece {
  fileprivate var isOwned: Bool { if case .unit(let unit) = self { unit.kind == .owned } else { false } }
  fileprivate var isDenial: Bool { if case .not = self { true } else { false } }
  fileprivate var isBreak: Bool { isJoin || self == .and || self == .comma }
}
