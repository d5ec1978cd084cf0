import Domain

// 或, 和, 、: which of the words around them they join.

extension AskGrammar {
  func joined(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let first = pieces.firstIndex(where: \.isJoin) else { return nil }
    if let between = between(pieces, first) { return phrase(between, depth: depth + 1) }
    if let both = eachHad(pieces, first), let found = phrase(both, depth: depth + 1) { return found }
    // 同时是党员和志愿者 is both.
    if pieces[first] == .list, first >= pieces.startIndex + 2, pieces[first - 2] == .and {
      return phrase((Array(pieces[..<first]) + [.and] + Array(pieces[(first + 1)...]))[...], depth: depth + 1)
    }
    let narrow = { self.narrow(pieces, at: first, depth) }
    let wide = { self.wide(pieces, at: first, depth) }
    let found = isNarrow(pieces, at: first) ? narrow() ?? wide() : wide() ?? narrow()
    return found ?? shared(pieces, at: first, depth)
  }

  /// 60岁以上、70岁以下: two bounds in a list are one range; either of them would be everybody.
  private func between(_ pieces: Pieces, _ join: Int) -> Pieces? {
    guard pieces[join] == .list, join > pieces.startIndex, join + 1 < pieces.endIndex,
      let left = pieces[join - 1].unit?.ageBound, let right = pieces[join + 1].unit?.ageBound, left != right
    else { return nil }
    return (Array(pieces[..<join]) + [.and] + Array(pieces[(join + 1)...]))[...]
  }

  /// 有老人或有残疾人的家庭: what stands behind the last 的 is what both sides describe.
  private func shared(_ pieces: Pieces, at join: Int, _ depth: Int) -> AskPhrase? {
    guard let last = pieces.lastIndex(of: .de), last > join,
      let left = phrase((Array(pieces[..<join]) + Array(pieces[last...]))[...], depth: depth + 1),
      let right = phrase(pieces[(join + 1)...], depth: depth + 1)
    else { return nil }
    return left.or(right)
  }

  /// 有老人和小孩的家庭 has both: 有 is said once for each.
  private func eachHad(_ pieces: Pieces, _ join: Int) -> Pieces? {
    guard pieces[join] == .list, let verb = pieces[..<join].lastIndex(where: \.isBoundary), case .have = pieces[verb],
      pieces[verb + 1..<join].allSatisfy({ $0 != .de })
    else { return nil }
    return (Array(pieces[..<join]) + [.comma, pieces[verb]] + Array(pieces[(join + 1)...]))[...]
  }

  /// The list joins the whole of what stands on either side.
  private func wide(_ pieces: Pieces, at join: Int, _ depth: Int) -> AskPhrase? {
    guard let left = phrase(pieces[..<join], depth: depth + 1),
      let right = phrase(pieces[(join + 1)...], depth: depth + 1)
    else { return nil }
    return left.or(right)
  }

  /// The list joins the words right beside it: 雁荡和延中两个居民区的独居老人.
  private func narrow(_ pieces: Pieces, at join: Int, _ depth: Int) -> AskPhrase? {
    guard let members = members(pieces, at: join) else { return nil }
    var either: AskPhrase?
    for index in members where !pieces[index].isJoin {
      guard let unit = pieces[index].unit else { return nil }
      guard let known = either else {
        either = AskPhrase(unit)
        continue
      }
      guard let next = known.or(AskPhrase(unit)) else { return nil }
      either = next
    }
    guard let either, let low = members.first, var high = members.last else { return nil }
    let places = members.compactMap { index -> Field? in
      if case .place(let field)? = pieces[index].unit?.kind { field } else { nil }
    }
    // 两个居民区: how many there are, said once more.
    if let counted = restated(pieces, after: high, places) { high = counted }
    return phrase(replacing(low...high, in: pieces, by: either), depth: depth + 1)
  }

  private func restated(_ pieces: Pieces, after end: Int, _ places: [Field]) -> Int? {
    guard !places.isEmpty, end + 1 < pieces.endIndex, case .amount(.equal, let count) = pieces[end + 1],
      count == places.count
    else { return nil }
    return end + 1
  }

  /// The run of single words with joins between them, around `join`.
  private func members(_ pieces: Pieces, at join: Int) -> ClosedRange<Int>? {
    var (low, high) = (join - 1, join + 1)
    guard low >= pieces.startIndex, high < pieces.endIndex, pieces[low].unit != nil, pieces[high].unit != nil else {
      return nil
    }
    while high + 2 < pieces.endIndex, pieces[high + 1].isJoin, let last = pieces[high].unit,
      let next = pieces[high + 2].unit, next.kind == last.kind || next.isLike(last)
    {
      high += 2
    }
    low = max(low, pieces.startIndex)
    return low...high
  }

  /// Whether the words right beside a join belong together before anything else.
  private func isNarrow(_ pieces: Pieces, at join: Int) -> Bool {
    guard let members = members(pieces, at: join), let left = pieces[members.lowerBound].unit,
      let right = pieces[members.upperBound].unit
    else { return false }
    if case .head = pieces[members.lowerBound] { return false }
    let start = pieces[..<members.lowerBound].lastIndex(where: \.isBoundary).map { $0 + 1 } ?? pieces.startIndex
    let before = pieces[start..<members.lowerBound]
    let reaches = before.isEmpty || before.last == .de || before.allSatisfy(\.isPlaceOrDe)
    let after = pieces[(members.upperBound + 1)...].prefix { !$0.isBoundary }
    if after.contains(where: \.isJoin) && left.kind != right.kind { return false }
    let tail = after.filter { $0 != .de }
    if left.isNoun, !tail.isEmpty, !left.isPlace { return false }
    return reaches && (left.kind == right.kind || left.isLike(right) || !left.isNoun)
  }
}

extension AskUnit {
  fileprivate var isPlace: Bool { if case .place = kind { true } else { false } }

  /// Whether it is a bound of age, and a lower one.
  fileprivate var ageBound: Bool? {
    guard kind == .age, case .field(.age, .compare(let op, _))? = readings[.people] else { return nil }
    return switch op {
    case .greater, .greaterOrEqual: true
    case .less, .lessOrEqual: false
    default: nil
    }
  }

  /// Whether both say what somebody or something is, in whichever way.
  fileprivate func isLike(_ other: AskUnit) -> Bool {
    let words: [Kind] = [.word, .tag]
    return words.contains(kind) && words.contains(other.kind) || isPlace && other.isPlace
  }
}

extension AskPiece {
  fileprivate var isPlaceOrDe: Bool {
    if self == .de { return true }
    if case .unit(let unit) = self, unit.isPlace { return true }
    return false
  }
}
