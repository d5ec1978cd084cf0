// Conditions, nouns and the words that join them, when every clause has become a condition.

extension AskGrammar {
  func flat(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard depth < 24, effort.spend(), let pieces = trim(alternatives(compact(pieces))) else { return nil }
    if let split = pieces.firstIndex(where: { $0 == .commaOr }) {
      // 80岁以上独居，或者残疾的: a pause before 或 sets the whole of both sides apart.
      return apart(pieces, split, depth)
    }
    let parts = pieces.split(separator: .comma)
    guard parts.count > 1 else { return joined(pieces, depth) }
    return parted(pieces, parts, depth)
  }

  /// 独居，或者残疾，但不是低保的: what stands behind another pause may be of the last part, or of all.
  private func apart(_ pieces: Pieces, _ split: Int, _ depth: Int) -> AskPhrase? {
    let (left, right) = (pieces[..<split], pieces[(split + 1)...])
    let wholes = either([left, right], depth)
    guard let pause = right.lastIndex(where: { $0 == .comma || $0 == .and }), pause > right.startIndex,
      let any = either([left, right[..<pause]], depth)
    else { return wholes }
    return effort.choose(conjoined(([.unit(AskUnit(any)), .comma] + Array(right[(pause + 1)...]))[...]), wholes)
  }

  /// Parts between commas must all hold; two that cannot both hold of one are said of two (男60岁以上，女55岁以上).
  private func parted(_ pieces: Pieces, _ parts: [Pieces], _ depth: Int) -> AskPhrase? {
    let bare = parts.allSatisfy { $0.count == 1 && $0.first?.isNoun == true }
    if bare { return effort.choose(either(parts, depth), conjoined(pieces)) }
    guard parts.contains(where: { $0.contains(where: \.isJoin) }) else { return conjoined(pieces) ?? contrasted(parts) }
    // A list inside a part is read first; the part is then one condition.
    var rest: [AskPiece] = []
    for part in parts {
      guard part.contains(where: \.isJoin) else {
        rest += Array(part) + [.comma]
        continue
      }
      guard let whole = joined(part, depth + 1) else { return spread(pieces, depth) }
      rest += [.unit(AskUnit(whole)), .comma]
    }
    return conjoined(trim(rest[...]) ?? [])
  }

  /// A list that begins before a comma and ends behind it: 党员、志愿者，楼组长.
  private func spread(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    joined(pieces.map { $0 == .comma ? .pause : $0 }[...], depth + 1)
  }

  /// All of it holds.
  func conjoined(_ pieces: Pieces) -> AskPhrase? {
    guard !pieces.contains(.or) else { return nil }
    return chain(pieces, from: pieces.startIndex, so: nil, link: .none)
      ?? homes(pieces).flatMap { chain($0, from: $0.startIndex, so: nil, link: .none) }
  }

  /// 没用水的独居老人家: whose home it is, read first.
  private func homes(_ pieces: Pieces) -> Pieces? {
    guard let end = pieces.indices.last, end > pieces.startIndex, case .head(let head) = pieces[end], head.isHousehold,
      case .unit(let unit) = pieces[end - 1], unit.isNoun, unit.readings[.people] != nil,
      let home = AskPhrase(unit).only([.people])?.seen(from: [.houses])?.and(AskPhrase(head))
    else { return nil }
    return replacing((end - 1)..<(end + 1), in: pieces, by: home)
  }

  func contrasted(_ parts: [Pieces]) -> AskPhrase? {
    // 男性60岁以上、女性55岁以上的老人: the noun behind the last is of all.
    guard let last = parts.last else { return nil }
    let shared = last.firstIndex(of: .de).map { last[$0...] } ?? []
    let wholes = parts.dropLast().map { part in
      part.contains(where: \.isNoun) ? part : (Array(part) + Array(shared))[...]
    }
    let phrases = (wholes + [last]).compactMap { conjoined($0) }
    guard phrases.count == parts.count, zip(phrases, phrases.dropFirst()).allSatisfy({ $0.contradicts($1) }) else {
      return nil
    }
    return AskPhrase.any(phrases)
  }

  func either(_ parts: [Pieces], _ depth: Int) -> AskPhrase? {
    AskPhrase.any(parts.map { joined($0, depth + 1) })
  }

  /// One join between two parts, the strongest that was said: 、且 is 且, ，或 stands apart.
  private func compact(_ pieces: Pieces) -> Pieces {
    var result: [AskPiece] = []
    for piece in pieces {
      guard piece.joins, let last = result.last, last.joins else {
        result.append(piece)
        continue
      }
      result[result.count - 1] =
        switch (last, piece) {
        case (.comma, .or), (.or, .comma), (.commaOr, _): .commaOr
        case (.or, _), (_, .or): .or
        // 独居或残疾，且80岁以上: what a pause sets apart is of all that stands before it.
        case (.comma, .and), (.and, .comma): result.contains(.or) ? .comma : .and
        case (.and, _), (_, .and): .and
        case (.comma, .list), (.comma, .pause), (.comma, .comma): .comma
        default: last
        }
    }
    return result[...]
  }
}

extension AskPiece {
  fileprivate var joins: Bool { isJoin || self == .comma || self == .and || self == .commaOr }
}

extension AskUnit {
  /// What a phrase means, as one condition.
  init(_ phrase: AskPhrase) {
    let closed = phrase.closed
    self.init(readings: closed.readings, kind: .clause, isNoun: closed.isNoun)
  }
}
