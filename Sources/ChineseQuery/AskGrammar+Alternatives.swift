import FilterLanguage

// Which of the words around 、 和 或 are alternatives.

extension AskGrammar {
  /// Values of one field right beside a join are one condition: 男或女, 投诉、举报, 雁荡和延中两个居民区.
  func alternatives(_ pieces: Pieces) -> Pieces {
    var result: [AskPiece] = []
    var rest = pieces
    while let piece = rest.popFirst() {
      // 投诉举报除外, 空号停机的: two kinds of orders, or two values of a record's field, without a join.
      if case .unit(let left)? = result.last, case .unit(let right) = piece,
        left.isOrderKind && right.isOrderKind || left.isRecordKind && right.isRecordKind, !left.isDenied,
        !right.isDenied,
        let both = left.beside(right, by: .pause)
      {
        result[result.count - 1] = .unit(both)
        continue
      }
      // 没走访过的和从没走访过的: each with its own 的.
      let own = result.count > 2 && result[result.count - 2] == .de ? 1 : 0
      guard let join = result.last, join.isJoin, case .unit(let left)? = result.dropLast(1 + own).last,
        case .unit(let right) = piece, let both = left.beside(right, by: join)
      else {
        result.append(piece)
        continue
      }
      result.removeLast(2 + own)
      result.append(.unit(both))
      if both.isPlaceList, case .amount(.equal, let count)? = rest.first, count == both.members { rest.removeFirst() }
    }
    return result[...]
  }

  /// Reads a stretch without commas.
  func joined(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard depth < 24, effort.spend(), let pieces = trim(alternatives(pieces)) else { return nil }
    if let or = pieces.lastIndex(of: .or) {
      guard let and = pieces[or...].lastIndex(of: .and) else { return chosen(pieces, depth) }
      return effort.choose(restricted(pieces, and, depth), chosen(pieces, depth))
    }
    guard let first = pieces.firstIndex(where: \.isEnumeration) else {
      return conjoined(pieces)
    }
    let all = { self.conjoined(pieces) }
    // 且 anywhere makes all of the list and; after bare nouns it may only join what follows (低保、特困人员且满60岁的).
    if pieces.contains(.and) {
      let parts = pieces.split(separator: .and)
      guard let list = parts.first, parts.count == 2, pieces.last?.isNoun != true, members(list, at: first) != nil,
        let nouns = joined(list, depth + 1)
      else { return all() }
      return effort.choose(all(), conjoined(([.unit(AskUnit(nouns)), .and] + Array(parts[1]))[...]))
    }
    if let list = members(pieces, at: first) { return nouns(pieces, list) }
    return listed(pieces, depth)
  }

  /// 独居或残疾且80岁以上的: what 且 joins may be of all that 或 joins, and not of the last alone.
  private func restricted(_ pieces: Pieces, _ and: Int, _ depth: Int) -> AskPhrase? {
    guard let any = chosen(pieces[..<and], depth + 1) else { return nil }
    return conjoined(([.unit(AskUnit(any)), .and] + Array(pieces[(and + 1)...]))[...])
  }

  // MARK: nouns

  /// The stretch around `join` whose members are all bare nouns, with the words that describe the first.
  private func members(_ pieces: Pieces, at join: Int) -> Range<Int>? {
    guard join > pieces.startIndex, join < pieces.endIndex, pieces[join - 1].isNoun else { return nil }
    var end = join
    while end < pieces.endIndex, pieces[end].isEnumeration, end + 1 < pieces.endIndex, pieces[end + 1].isNoun {
      end += 2
    }
    guard end > join, end == pieces.endIndex || !pieces[end].isEnumeration else { return nil }
    return (join - 1)..<end
  }

  /// 党员、志愿者和楼组长: any of them.
  private func nouns(_ pieces: Pieces, _ list: Range<Int>) -> AskPhrase? {
    let before = pieces[..<list.lowerBound]
    let units = pieces[list].compactMap(\.unit)
    guard units.count * 2 - 1 == list.count, let any = AskPhrase.any(units.map { AskPhrase($0) }) else {
      return conjoined(pieces)
    }
    let either = conjoined(replacing(list, in: pieces, by: any))
    // 80岁以上党员、志愿者: the age may be of the first alone.
    guard let last = before.last, last != .de, last != .inside, !before.allSatisfy({ $0.isPlace || $0 == .de }) else {
      return either
    }
    let start = before.lastIndex { $0 == .de || $0 == .inside || $0 == .and }.map { $0 + 1 } ?? before.startIndex
    guard let first = conjoined(pieces[start..<(list.lowerBound + 1)]),
      let rest = AskPhrase.any(units.dropFirst().map { AskPhrase($0) }),
      let wholes = first.or(rest)
    else { return either }
    let range = start..<list.upperBound
    let apart = conjoined(replacing(range, in: pieces, by: wholes))
    // 70岁以上老人和重残人员: the age is how old the old are.
    if case .head(let head) = pieces[list.lowerBound], head.implied != nil, last.unit?.kind == .age { return apart }
    return effort.choose(either, apart)
  }

  // MARK: lists of unlike things

  /// Unlike conditions in a list must all hold. Where the members say what somebody is (低保、残疾的老人), or are whole
  /// phrases (党员、80岁以上的老人), any of them may be meant.
  private func listed(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    let all = conjoined(pieces)
    if let shared = completed(pieces) { return conjoined(shared) }
    guard all != nil else { return opposed(pieces, depth) }
    guard mayBeAlternatives(pieces) else { return all }
    return effort.choose(all, chosen(pieces.map { $0.isEnumeration ? .or : $0 }[...], depth + 1))
  }

  /// 低保、特困和重残人员: the noun of the last completes the names of all.
  private func completed(_ pieces: Pieces) -> Pieces? {
    guard let end = pieces.lastIndex(where: \.isEnumeration), end + 1 < pieces.endIndex,
      let last = pieces[end + 1].unit, let ending = last.ending
    else { return nil }
    var units = [last]
    var start = end
    while start > pieces.startIndex, pieces[start].isEnumeration, case .unit(let unit) = pieces[start - 1],
      unit.completions.contains(ending)
    {
      units.insert(unit, at: 0)
      start -= 2
      if start < pieces.startIndex { break }
    }
    guard units.count > 1, let any = AskPhrase.any(units.map { AskPhrase($0) }) else { return nil }
    let first = end + 2 - (units.count * 2 - 1)
    return replacing(first..<(end + 2), in: pieces, by: any)
  }

  private func mayBeAlternatives(_ pieces: Pieces) -> Bool {
    let parts = pieces.split(whereSeparator: \.isEnumeration)
    let groups = parts.dropLast().allSatisfy { $0.count == 1 && $0.first?.unit?.isGroup == true }
    if groups, parts.last?.first?.unit?.isGroup == true { return true }
    // 的和: 独居的和残疾的.
    let isEach = parts.dropLast().allSatisfy { $0.last == .de } && pieces.contains(.list)
    if isEach { return true }
    // Two phrases with nouns of their own.
    let nouns = parts.filter { part in
      // 店里用瓶装气、没装报警器的: what stands before 里 is where.
      let said = part.lastIndex(of: .inside).map { part[($0 + 1)...] } ?? part
      // 房子不到15平方: what is said of a thing is no noun phrase.
      let isStatement = said.count > 1 && said.first?.isNounOfThings == true && said.last?.isNoun == false
      return said.last != .de && said.contains(where: \.isNoun) && !isStatement
    }
    return nouns.count > 1 && parts.last?.contains(where: \.isNoun) == true
  }

  /// Parts that cannot hold of one, each with what it needs to stand alone: 雁荡的老人和延中的孤老, 男60岁以上、女55岁以上的.
  private func opposed(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    let parts = pieces.split(whereSeparator: \.isEnumeration)
    if parts.allSatisfy({ $0.contains(where: \.isNoun) }) { return either(parts, depth) }
    return contrasted(parts)
  }

  // MARK: 或

  /// The parts that 或 joins, with what stands before the first and behind the last for all of them.
  private func chosen(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    let parts = pieces.split(whereSeparator: { $0 == .or || $0.isEnumeration })
    guard parts.count > 1, let head = parts.first, let tail = parts.last else { return nil }
    // 没有电梯或消火栓的: the second is lacked as well, or there.
    if zip(parts, parts.dropFirst()).contains(where: { $0.last?.saysNot == true && $1.first?.canBeLacked == true }) {
      return nil
    }
    let isMixed =
      pieces.contains(where: \.isEnumeration) && !areLike(parts) && !parts.allSatisfy { $0.last?.isNoun == true }
    let wholes = either(parts, depth)
    let prefix = shared(before: head, tail)
    let suffix = shared(behind: tail, head)
    let middle = parts.dropFirst().dropLast()
    let cores = [head[prefix...]] + middle + [tail[..<suffix]]
    let any = either(cores.map { $0 }, depth)
    let rest = any.flatMap { core in
      conjoined((Array(head[..<prefix]) + [.unit(AskUnit(core))] + Array(tail[suffix...]))[...])
    }
    let range = isMixed ? inner(pieces, depth) : nil
    // 独居或者残疾的低保人员和志愿者: too many ways to hear it.
    if isMixed { return range.flatMap { effort.choose($0, rest ?? wholes) } }
    if prefix == head.startIndex, suffix == tail.endIndex { return wholes }
    guard hesitates(head, prefix, tail, suffix) else { return rest ?? wholes }
    return effort.choose(rest, wholes)
  }

  /// 80岁以上、独居或残疾的: 或 may join only the two beside it.
  private func inner(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let join = pieces.lastIndex(where: \.isEnumeration) else { return nil }
    guard let right = joined(pieces[(join + 1)...], depth + 1) else { return nil }
    return conjoined((Array(pieces[..<join]) + [.comma, .unit(AskUnit(right))])[...])
  }

  /// Whether all parts are single conditions of one dimension.
  private func areLike(_ parts: [Pieces]) -> Bool {
    let cores = parts.compactMap { part in part.last(where: { $0.unit != nil })?.unit }
    guard cores.count == parts.count, let first = cores.first else { return false }
    return cores.dropFirst().allSatisfy { first.dimension != nil && $0.dimension == first.dimension }
      || parts.dropLast().allSatisfy { $0.count == 1 } && cores.allSatisfy(\.isGroup)
  }

  /// Where what stands before the list ends: up to the last 的, and every place at the front.
  private func shared(before head: Pieces, _ tail: Pieces) -> Int {
    guard !isParallel(head, tail) else { return head.startIndex }
    if let de = head.lastIndex(of: .de), de + 1 < head.endIndex { return de + 1 }
    let places = head.prefix { $0.isPlace || $0 == .de || $0 == .inside }.count
    let start = head.startIndex + places
    guard start < head.endIndex, !head[start...].contains(where: \.isNoun) || head.count - places > 1 else {
      return start < head.endIndex ? start : head.startIndex
    }
    // 80岁以上独居或残疾的: all but the last condition.
    let last = head.endIndex - 1
    return last > start && head[last].unit != nil && !isHead(head[last]) ? last : start
  }

  /// Where what stands behind the list begins: at the first 的 of the last part, or at its noun.
  private func shared(behind tail: Pieces, _ head: Pieces) -> Int {
    if isParallel(head, tail), head.contains(where: \.isNoun) { return tail.endIndex }
    if let de = tail.firstIndex(where: { $0 == .de || $0 == .inside }), de > tail.startIndex { return de }
    guard head.last?.isNoun != true, let last = tail.last, last.isNoun, tail.count > 1 else { return tail.endIndex }
    return tail.endIndex - 1
  }

  /// Whether a reader could also take what is shared as belonging to one part only.
  private func hesitates(_ head: Pieces, _ prefix: Int, _ tail: Pieces, _ suffix: Int) -> Bool {
    let before = head[..<prefix]
    let isLoose = !before.isEmpty && before.last != .de && !before.allSatisfy({ $0.isPlace || $0 == .inside })
    // 党员或独居的老人: the noun may be of the second alone.
    // 女性或80岁以上独居老人: the noun is close to the second.
    if suffix < tail.endIndex, tail[suffix].isNoun, tail.count > 2 || !isHead(tail[suffix]) { return true }
    let ownNoun = head.last?.isNoun == true && suffix < tail.endIndex && tail[..<suffix].last?.isNoun != true
    return isLoose || ownNoun
  }

  /// 60岁以上男性或55岁以上女性: the parts are made alike, so each is whole.
  private func isParallel(_ head: Pieces, _ tail: Pieces) -> Bool {
    guard let left = head.first?.unit, let right = tail.first?.unit, head.count > 1 else { return false }
    if left.isPlace, right.isPlace { return true }
    return left.dimension != nil && left.dimension == right.dimension
  }

  private func isHead(_ piece: AskPiece) -> Bool { if case .head = piece { true } else { false } }
}

extension AskPiece {
  fileprivate var saysNot: Bool { unit?.isDenied ?? false }

  fileprivate var canBeLacked: Bool { !saysNot && !isPlace && (isNoun || unit?.isGroup == true) }
}
