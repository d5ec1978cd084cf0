import Domain

/// Puts words together into what they mean. Given one division into words, it finds one meaning or none; what is tried
/// first is the documented precedence:
///
/// - 且 binds tighter than 或. What stands before 的, and every place at the front, holds for all members of a list
///   that follows (延中的独居老人和孤老); a noun behind holds for all that describe it (低保或残疾的老人).
/// - 不是 is about the next condition only; several in a row without 的 are refused.
/// - 有, 住着, 没有, 全是 are about everything up to the last 的 that still leaves a sentence.
struct AskGrammar {
  /// How much more may be tried: a sentence that needs more is no sentence.
  final class Effort {
    private var left = 8_000
    func spend() -> Bool {
      left -= 1
      return left > 0
    }
  }

  let effort: Effort

  typealias Pieces = ArraySlice<AskPiece>

  func phrase(_ pieces: Pieces, depth: Int = 0) -> AskPhrase? {
    guard depth < 12, effort.spend(), let trimmed = trim(pieces) else { return nil }
    if pieces.first == .and, trimmed.count > 2, trimmed[trimmed.startIndex + 1] == .list {
      var both = Array(trimmed)
      both[1] = .and
      return phrase(both[...], depth: depth + 1)
    }
    if let phrase = bracketed(trimmed, depth) { return phrase }
    if let phrase = excepted(trimmed, depth) ?? exceptedLast(trimmed, depth) { return phrase }
    if trimmed.contains(where: \.isJoin) { return joined(trimmed, depth) }
    return chain(trimmed, from: trimmed.startIndex, so: nil, link: .none, depth) ?? contrasted(trimmed, depth)
  }

  /// 男性60岁以上，女性55岁以上: what cannot both hold of one is said of two.
  private func contrasted(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let comma = pieces.firstIndex(of: .comma), let left = phrase(pieces[..<comma], depth: depth + 1),
      let right = phrase(pieces[(comma + 1)...], depth: depth + 1), left.contradicts(right)
    else { return nil }
    return left.or(right)
  }

  /// Without the separators at either end; nil when nothing is left.
  private func trim(_ pieces: Pieces) -> Pieces? {
    var pieces = pieces
    while let first = pieces.first, [.comma, .and, .de].contains(first) { pieces.removeFirst() }
    while let last = pieces.last, [.comma, .de].contains(last) { pieces.removeLast() }
    if pieces.last == .and { return nil }
    return pieces.isEmpty ? nil : pieces
  }

  /// 「…」 as one condition.
  private func bracketed(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let open = pieces.firstIndex(of: .open), let close = pieces[open...].firstIndex(of: .close),
      let inner = phrase(pieces[(open + 1)..<close], depth: depth + 1)?.closed
    else { return nil }
    return phrase(replacing(open...close, in: pieces, by: inner), depth: depth + 1)
  }

  /// 除了低保人员以外的重度残疾人.
  private func excepted(_ pieces: Pieces, _ depth: Int) -> AskPhrase? {
    guard let open = pieces.firstIndex(of: .except), pieces.count > 3 else { return outside(pieces, depth) }
    let ends = pieces.indices.filter { $0 > open && [.exceptEnd, .exceptThen].contains(pieces[$0]) }
    for end in ends + pieces.indices.filter({ ends.isEmpty && $0 > open + 1 && pieces[$0] == .comma }) {
      guard var inner = phrase(pieces[(open + 1)..<end], depth: depth + 1)?.closed else { continue }
      inner.readings = inner.readings.mapValues { .not($0) }
      inner.isNoun = false
      // 除了低保人员以外 alone says of nobody what they are.
      guard pieces[..<open].contains(where: \.says) || pieces[(end + 1)...].contains(where: \.says) else { return nil }
      if let whole = phrase(replacing(open...end, in: pieces, by: inner, then: .comma), depth: depth + 1) {
        return whole
      }
    }
    return nil
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
      var inner = phrase(pieces[(comma + 1)...].dropLast(), depth: depth + 1)?.closed,
      let rest = phrase(pieces[..<comma], depth: depth + 1)
    else { return nil }
    inner.readings = inner.readings.mapValues { .not($0) }
    inner.isNoun = false
    return rest.and(inner)
  }

  func replacing(_ range: ClosedRange<Int>, in pieces: Pieces, by phrase: AskPhrase, then: AskPiece? = nil) -> Pieces {
    let unit = AskPiece.unit(AskUnit(readings: phrase.readings, kind: .clause, isNoun: phrase.isNoun))
    let rest = Array(pieces[(range.upperBound + 1)...])
    return (Array(pieces[..<range.lowerBound]) + [unit] + (then.map { [$0] } ?? []) + rest)[...]
  }
}

extension AskPiece {
  /// Joins parts of which any may hold.
  var isJoin: Bool { self == .or || self == .list }

  /// Where the reach of a condition before a list ends.
  var isBoundary: Bool {
    switch self {
    case .have, .not, .all, .except, .exceptEnd, .exceptThen, .comma, .and, .inside, .open, .close: true
    default: false
    }
  }

  /// Whether 有… may end before it.
  var endsClause: Bool {
    switch self {
    case .de, .comma, .and, .have, .not, .all: true
    default: false
    }
  }

  /// Whether it belongs to something that has a day.
  var isDated: Bool {
    switch self {
    case .window, .topic, .verb, .not: true
    default: false
    }
  }

  var beginsClause: Bool {
    switch self {
    case .have, .not, .all: true
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
