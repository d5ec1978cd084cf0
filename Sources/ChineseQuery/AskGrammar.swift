import FilterLanguage

/// Puts words together into what they mean. Given one division into words, it finds one meaning or none:
///
/// 1. What is quoted, excepted, dated or owned (「…」, 除…外, 30天没有走访, 有…的) becomes one condition each, the rightmost
///    first, so that a clause inside another is read before the one around it.
/// 2. What is left is flat: conditions, nouns and the words that join them. Values of one field, and bare nouns of one
///    kind, are alternatives; `或` says so of anything else; all other conditions must hold together.
///
/// Where a careful reader would hesitate, both readings are made: see `AskEffort`.
struct AskGrammar {
  let effort: AskEffort
  /// The day on which a record of a dataset was made, by dataset.
  let recordDays: [String: Field]
  /// Tags of houses that tell of the home of those who live there: put by hand, or computed from records of it alone.
  var homeTags: Set<String> = []

  typealias Pieces = ArraySlice<AskPiece>

  func phrase(_ pieces: Pieces, depth: Int = 0) -> AskPhrase? {
    guard depth < 24, effort.spend(), let trimmed = trim(alternatives(ofTheirHome(pieces))) else { return nil }
    if let phrase = bracketed(trimmed, depth) { return phrase }
    if let phrase = within(trimmed, depth) ?? together(trimmed, depth) { return phrase }
    if let phrase = excepted(trimmed, depth) ?? exceptedLast(trimmed, depth) { return phrase }
    if trimmed.contains(where: \.isDated) { return dated(trimmed, depth) }
    return scoped(trimmed, depth)
  }

  /// Without the separators at either end; nil when nothing is left.
  func trim(_ pieces: Pieces) -> Pieces? {
    var pieces = pieces
    while let first = pieces.first, [.comma, .and, .de].contains(first) { pieces.removeFirst() }
    while let last = pieces.last, [.comma, .de].contains(last) { pieces.removeLast() }
    if pieces.last == .and { return nil }
    return pieces.isEmpty ? nil : pieces
  }

  /// 孤老，家里手拎马桶的: behind those whose home it is, 家里 says where, and not that homes are asked for.
  private func ofTheirHome(_ pieces: Pieces) -> Pieces {
    let comma = pieces.indices.first { at in
      guard pieces[at] == .comma, at + 3 < pieces.endIndex, case .head(let head) = pieces[at + 1], head.isHousehold,
        pieces[at + 2] == .inside
      else { return false }
      return pieces[..<at].contains(where: \.isNounOfPeople) && !pieces[(at + 3)...].contains(where: \.isNounOfThings)
    }
    guard let comma else { return pieces }
    return (pieces[...comma] + pieces[(comma + 3)...])[...]
  }

  /// 「…」 as one condition.
  private func bracketed(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let open = pieces.firstIndex(of: .open), let close = pieces[open...].firstIndex(of: .close),
      let inner = phrase(pieces[(open + 1)..<close], depth: depth + 1)?.closed
    else { return nil }
    return phrase(replacing(open..<(close + 1), in: pieces, by: inner), depth: depth + 1)
  }

  /// 失业人员中，女性45岁以上、男性50岁以上的: a pause behind where it is looked for sets the whole of the rest apart.
  private func within(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let at = pieces.indices.first(where: { pieces[$0] == .comma && $0 > 0 && pieces[..<$0].last == .inside }),
      at - 1 > pieces.startIndex, let outer = phrase(pieces[..<(at - 1)], depth: depth + 1),
      let inner = phrase(pieces[(at + 1)...], depth: depth + 1)
    else { return nil }
    return conjoined([.unit(AskUnit(outer)), .inside, .unit(AskUnit(inner))])
  }

  /// 跟残疾人住在一起的老人.
  private func together(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let end = pieces.firstIndex(of: .cohabit), let start = pieces[..<end].lastIndex(of: .with),
      let others = phrase(pieces[(start + 1)..<end], depth: depth + 1)?.closed.readings[.people]
    else { return nil }
    let living = AskPhrase(readings: [.people: .related(.any, .housemates, others)], conditions: 1)
    return phrase(replacing(start..<(end + 1), in: pieces, by: living), depth: depth + 1)
  }

  /// 除了低保人员以外的重度残疾人.
  private func excepted(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let open = pieces.firstIndex(of: .except), pieces.count > 3 else { return outside(pieces, depth) }
    let ends = pieces.indices.filter { $0 > open && [.exceptEnd, .exceptThen].contains(pieces[$0]) }
    for end in ends + pieces.indices.filter({ ends.isEmpty && $0 > open + 1 && pieces[$0] == .comma }) {
      guard let inner = excluded(pieces[(open + 1)..<end], depth) else { continue }
      // 除了低保人员以外 alone says of nobody what they are.
      guard pieces[..<open].contains(where: \.says) || pieces[(end + 1)...].contains(where: \.says) else { return nil }
      let rest = replacing(open..<(end + 1), in: pieces, by: inner, then: .comma)
      if let whole = phrase(rest, depth: depth + 1) { return whole }
    }
    return nil
  }

  /// Each of what is excepted is left out: 除独居、孤老外 leaves out both.
  private func excluded(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    let each = pieces.map { $0.isEnumeration ? AskPiece.or : $0 }
    guard var inner = phrase(each[...], depth: depth + 1)?.closed else { return nil }
    inner.readings = inner.readings.mapValues { .not($0) }
    inner.isNoun = false
    return inner
  }

  /// 党员以外的志愿者: without 除.
  private func outside(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let end = pieces.firstIndex(of: .exceptEnd), end + 1 < pieces.endIndex, end > pieces.startIndex,
      pieces[..<end].allSatisfy({ $0.unit != nil || $0.isJoin })
    else { return nil }
    return excepted(([.except] + Array(pieces))[...], depth)
  }

  /// 80岁以上老人，独居老人除外.
  private func exceptedLast(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard pieces.last == .exceptLast, let comma = pieces.lastIndex(of: .comma),
      let inner = excluded(pieces[(comma + 1)...].dropLast(), depth),
      let rest = phrase(pieces[..<comma], depth: depth + 1)
    else { return nil }
    return rest.and(inner)
  }

  func replacing(_ range: Range<Int>, in pieces: Pieces, by phrase: AskPhrase, then: AskPiece? = nil) -> Pieces {
    let unit = AskPiece.unit(AskUnit(readings: phrase.readings, kind: .clause, isNoun: phrase.isNoun))
    return replacing(range, in: pieces, by: [unit] + (then.map { [$0] } ?? []))
  }

  func replacing(_ range: Range<Int>, in pieces: Pieces, by new: [AskPiece]) -> Pieces {
    (Array(pieces[..<range.lowerBound]) + new + Array(pieces[range.upperBound...]))[...]
  }
}

extension AskPiece {
  /// Joins parts of which any may hold.
  var isJoin: Bool { self == .or || isEnumeration }

  /// 、 and 和: members of a list.
  var isEnumeration: Bool { self == .list || self == .pause }

  /// Whether 有… may end before it.
  var endsClause: Bool {
    switch self {
    case .de, .comma, .and, .or, .list, .pause, .have, .not, .all: true
    default: false
    }
  }

  /// Whether it belongs to something that has a day.
  var isDated: Bool {
    switch self {
    case .window, .topic, .verb, .already: true
    default: false
    }
  }

  var opensClause: Bool {
    switch self {
    case .have, .not, .all, .amount, .dwell, .about: true
    default: false
    }
  }

  /// A noun that stands by itself.
  var isNoun: Bool {
    switch self {
    case .head: true
    case .unit(let unit): unit.isNoun
    default: false
    }
  }

  /// 老人, 孤老: somebody, whatever else is said of them.
  var isNounOfPeople: Bool { isNoun && namesOnly(.people) }

  /// 房屋, 商铺.
  var isNounOfThings: Bool { isNoun && !namesOnly(.people) }

  private func namesOnly(_ subject: Subject) -> Bool {
    switch self {
    case .head(let head): head.subject == subject
    case .unit(let unit): unit.readings.count == 1 && unit.readings[subject] != nil
    default: false
    }
  }

  var unit: AskUnit? {
    switch self {
    case .unit(let unit): return unit
    case .head(let head):
      guard let implied = head.implied else { return nil }
      return AskUnit(readings: [head.subject: implied], kind: .word, isNoun: true)
    default: return nil
    }
  }
}
