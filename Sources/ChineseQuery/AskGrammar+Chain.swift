import FilterLanguage

// Conditions one after another, each about what the others are about, or about where it is to be found.

extension AskGrammar {
  /// What stands between two conditions.
  enum Link { case none, de, inside }

  /// Reads on from `start` with what is known so far; all of it must hold.
  func chain(_ pieces: Pieces, from start: Int, so known: AskPhrase?, link: Link) -> AskPhrase? {
    guard start < pieces.endIndex else { return link == .inside ? nil : known }
    guard effort.spend() else { return nil }
    switch pieces[start] {
    case .comma, .pause, .list: return chain(pieces, from: start + 1, so: known, link: .none)
    case .and:
      if start + 1 < pieces.endIndex, pieces[start + 1] == .de { return nil }
      return chain(pieces, from: start + 1, so: known, link: .none)
    case .de:
      if link == .de { return nil }
      return chain(pieces, from: start + 1, so: known, link: link == .inside ? .inside : .de)
    case .inside: return known == nil ? nil : chain(pieces, from: start + 1, so: known, link: .inside)
    case .unit(let unit): return step(owned(unit, known, link), pieces, start + 1, known, link)
    case .head(let head):
      return step(AskPhrase(head), pieces, start + 1, known, head.isHousehold && link == .none ? .de : link)
    default: return nil
    }
  }

  /// 老洋房里住着外国人的人家: who has them is in it, and not it itself.
  private func owned(_ unit: AskUnit, _ known: AskPhrase?, _ link: Link) -> AskPhrase {
    let phrase = AskPhrase(unit)
    guard link == .inside, unit.kind == .owned, let known, known.isNoun, known.subject == .buildings else {
      return phrase
    }
    return phrase.only(Set(phrase.readings.keys).subtracting(known.readings.keys)) ?? phrase
  }

  /// Joins the next condition to what is known.
  private func step(
    _ next: AskPhrase, _ pieces: Pieces, _ rest: Int, _ known: AskPhrase?, _ link: Link
  ) -> AskPhrase? {
    guard let known else { return chain(pieces, from: rest, so: next, link: .none) }
    if let both = known.and(next) {
      // 出租房里的 says where; inside the same kind of thing it only says which.
      if let found = chain(pieces, from: rest, so: both, link: .none) { return found }
    }
    // 用水异常的孤老: what is on record of their home.
    if link == .de, !known.isNoun, next.isNoun, !isHousehold(pieces, rest), known.readings[.people] == nil,
      let home = known.only([.houses]), let said = home.readings[.houses], isOfHome(said),
      let both = home.seen(from: [.people])?.and(next)
    {
      return chain(pieces, from: rest, so: both, link: .none)
    }
    // 空置的党员: only what has been named can be where something is to be found, unless 里 says so.
    // Nobody lives in a lift.
    if link == .inside, known.subject == .assets, next.readings[.people] != nil { return nil }
    // 酒吧的投诉, 酒吧投诉: orders about them.
    let isOrder = next.readings.count == 1 && next.readings[.workOrders]?.dimension?.field == .kind
    let isBeside = rest - 2 >= pieces.startIndex && pieces[rest - 2].isNoun
    guard link != .none || isOrder && isBeside, known.isNoun || link == .inside,
      known.conditions > 0 || !known.implied.isEmpty,
      let seen = known.seen(from: Set(next.readings.keys)), let both = seen.and(next),
      link == .inside || next.isNoun || isOrder || both.readings[.people] != nil
    else { return nil }
    return chain(pieces, from: rest, so: both, link: .none)
  }

  private func isHousehold(_ pieces: Pieces, _ at: Int) -> Bool {
    guard at < pieces.endIndex, case .head(let head) = pieces[at] else { return false }
    return head.isHousehold
  }

  /// Whether it is only what is on record of a home that somebody lives in.
  private func isOfHome(_ said: Expression) -> Bool {
    switch said {
    case .tag(let code): homeTags.contains(code)
    case .and(let parts), .or(let parts): parts.allSatisfy(isOfHome)
    case .not(let inner): isOfHome(inner)
    default: said.isHomeRecord
    }
  }
}

extension Expression {
  /// What a dataset notes of a home in which people live, and not of what somebody does there (养狗的, 正在装修的).
  fileprivate var isHomeRecord: Bool {
    guard case .related(_, .records(let dataset), _) = self else { return false }
    return !["vacancy", "address_check", "dog", "renovation"].contains(dataset)
  }

  /// Whether nothing but such records is asked for.
  var isHomeRule: Bool {
    switch self {
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isHomeRule)
    case .not(let inner): inner.isHomeRule
    case .count(.records, _, _, _): true
    default: isHomeRecord
    }
  }
}
