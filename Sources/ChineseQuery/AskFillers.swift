/// Where a word that says nothing about who is meant may stand. Anywhere else it would say something (需要走访的, 可以出租的),
/// and the sentence is refused.
enum AskFiller: Hashable, Sendable {
  /// 请帮我查一下: before everything but places, behind everything, or right behind a comma.
  case request
  /// 哪些, 所有: before what is asked for, or at the end.
  case asking
  /// 名单, 吗: behind everything.
  case closing
  /// 目前.
  case now
  /// 是, 属于, 享受: before what somebody or something is.
  case copula
  /// 住在, 位于: before a place or a home.
  case locative
  /// 上, 沿线: behind a road.
  case along
  /// 了, 过: behind what was done.
  case aspect
  /// 才, 刚: before what is done on a day.
  case just
  /// 将, 要: before what has a day.
  case future
  /// 还在, 仍: before how something stands.
  case still
  /// 只要, 仅限, 必须是: before a condition that a part of its own says.
  case only
  /// 八一慰问用：: what the list is for, before or behind everything.
  case purpose
}

/// Takes the words that say nothing out of a sentence, if each stands where it says nothing.
struct AskFillers {
  private let pieces: [AskPiece]

  init(_ pieces: [AskPiece]) { self.pieces = pieces }

  /// Nil where one of them stands in another place.
  func removed() -> [AskPiece]? {
    for (index, piece) in pieces.enumerated() {
      if case .filler(let filler) = piece, !stands(filler, at: index) { return nil }
    }
    return pieces.filter { if case .filler = $0 { false } else { true } }
  }

  private func stands(_ filler: AskFiller, at index: Int) -> Bool {
    let next = pieces[(index + 1)...].first { !$0.isFiller }
    let last = pieces[..<index].last { !$0.isFiller }
    let isFirst = pieces[..<index].allSatisfy { $0.isFiller || $0.isPlace || $0.isBreak }
    let isLast = pieces[(index + 1)...].allSatisfy { $0.isFiller || $0.isBreak || $0.isTail }
    // 我的, 哪些的: it would say whose.
    if index + 1 < pieces.count, pieces[index + 1] == .de, filler != .along, filler != .aspect, filler != .locative {
      return false
    }
    switch filler {
    case .request: return isFirst || isLast || last == .comma
    case .asking: return next.map { $0 != .de } ?? true
    case .closing: return isLast || next == .comma || next?.isTail == true
    case .now: return true
    case .copula: return next.map(\.canBe) ?? false
    case .locative: return next.map(\.canHold) ?? false || last?.isNoun == true && (next == .de || next == nil)
    case .along:
      if case .amount = last { return true }
      return last?.isPlace ?? false
    case .aspect: return last.map(\.canHappen) ?? false
    case .just:
      if case .topic = next { return last != nil }
      return false
    case .future:
      return next?.isDue ?? false || last == .comma && pieces[index - 1] == .comma && next?.isTrait == true
    case .still:
      // 住在南昌、还在延中的: a second place, beside the first and not instead of it.
      if next?.isPlace == true, pieces[..<index].contains(where: \.isPlace) { return false }
      return last?.isWindow != true && next?.canStand ?? false
    case .only: return (last == nil || last == .comma) && (next?.canBe ?? false)
    case .purpose: return true
    }
  }
}

extension AskPiece {
  fileprivate var isWindow: Bool { if case .window = self { true } else { isReported } }

  var isFiller: Bool { if case .filler = self { true } else { false } }
  var isTail: Bool { if case .tail = self { true } else { false } }
  fileprivate var isBreak: Bool { [.comma, .de, .inside].contains(self) }

  /// A place by itself: 延中, 长乐路.
  var isPlace: Bool { if case .unit(let unit) = self { unit.isPlace } else { false } }

  /// Whether somebody or something can be it.
  fileprivate var canBe: Bool {
    switch self {
    case .unit, .head, .not, .amount, .window, .have, .except, .open: true
    default: false
    }
  }

  /// Whether one can live or lie in it.
  fileprivate var canHold: Bool {
    switch self {
    case .unit(let unit): unit.isPlace || unit.readings[.houses] != nil || unit.readings[.buildings] != nil
    case .head(let head): [.houses, .buildings].contains(head.subject)
    case .not, .have, .amount, .window, .except: true
    default: false
    }
  }

  /// Whether it says when something has to be done or ends. That somebody is to be visited says no day.
  fileprivate var isDue: Bool {
    switch self {
    case .verb, .window, .topic(.turns), .topic(.inspection), .topic(.due), .topic(.record), .topic(.lease),
      .topic(.licence):
      true
    default: false
    }
  }

  /// What somebody is, which ，要… asks for: 要党员. That they are to get or do something (要助餐) is another thing.
  fileprivate var isTrait: Bool {
    switch self {
    case .head: return true
    case .unit(let unit):
      if unit.isNoun || unit.noun != nil || unit.isPlace || unit.kind == .age { return true }
      return unit.readings.values.allSatisfy { $0.dimension.map { $0.dataset == nil } ?? false }
    default: return false
    }
  }

  /// Whether it says how somebody or something stands, or what has not been done.
  fileprivate var canStand: Bool {
    switch self {
    case .unit, .topic, .verb, .not: true
    default: false
    }
  }

  fileprivate var canHappen: Bool {
    switch self {
    case .unit, .topic, .verb, .window, .have, .amount: true
    default: false
    }
  }
}
