/// A stretch of an address's text that no field holds.
package struct UnreadPart: Hashable, Sendable {
  package enum Kind: Sendable {
    /// A sign, word or number in the address itself: without it the rest names another place.
    case sign
    /// Words in the place of a compound's name. Whoever knows the names of compounds can tell whether they are one.
    case name
    /// Words behind the address. Somebody's sentence may go on like that; a register's address may not.
    case prose
  }

  /// Folded.
  package var text: String
  /// Where it begins, in signs of the folded text.
  package var position: Int
  package var kind: Kind
}

/// How much of a text must be read before an address in it counts.
package enum AddressCoverage: Sendable {
  /// All of it: registers, rosters, what somebody looks up.
  case whole
  /// The address with which it begins: sentences of complaints.
  case leading
}

extension Address {
  /// What stands against looking the address up.
  package func unread(_ coverage: AddressCoverage) -> [UnreadPart] {
    coverage == .whole ? unread : unread.filter { $0.kind == .sign }
  }
}

/// Which signs of a text have found their place. Nothing is accounted for until it is claimed.
struct AddressClaims {
  private var taken: [Bool]
  private var road: [Int] = []
  /// Where the compound's name stands; settled at the end, when it is known whether the key has it.
  var compound: [Int] = []
  /// The end of the last number with its word.
  private(set) var numbersEnd = 0
  /// Something was put aside as rest since this was set to false.
  var lost = false

  init(count: Int) { taken = Array(repeating: false, count: count) }

  func has(_ index: Int) -> Bool { taken[index] }

  mutating func take(_ positions: some Sequence<Int>) { for index in positions { taken[index] = true } }

  mutating func take(number range: Range<Int>) {
    take(range)
    numbersEnd = max(numbersEnd, range.upperBound)
  }

  /// A road counts only in signs that names have.
  mutating func take(road name: [Unicode.Scalar], _ at: [Int], _ range: Range<Int>) {
    guard AddressNames.isSpelled(name[range]) else { return }
    road = Array(at[range])
    take(road)
  }

  /// Another road has come up: two roads are no address.
  mutating func giveBackRoad() {
    for index in road { taken[index] = false }
    road = []
  }
}

extension AddressParser {
  /// The stretches that nothing claimed. Signs that only part others need no claim.
  mutating func unreadParts() -> [UnreadPart] {
    let isInKey = address.road == nil || address.isNumberedInCompound
    let words = claims.compound.map { text[$0] }
    let looksTrue = AddressNames.isCompound(words, isBehindNumber: (claims.compound.first ?? 0) >= claims.numbersEnd)
    if isInKey && AddressNames.isSpelled(words) || looksTrue { claims.take(claims.compound) }
    var parts: [UnreadPart] = []
    var index = 0
    while index < text.count {
      guard !claims.has(index), !Self.isSeparator(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, !claims.has(index), !Self.isSeparator(text[index]) { index += 1 }
      parts.append(UnreadPart(text: text.text(start..<index), position: start, kind: kind(start..<index)))
    }
    return parts
  }

  private func kind(_ range: Range<Int>) -> UnreadPart.Kind {
    if mixed.contains(where: { $0.overlaps(range) }) { return .sign }
    if !claims.compound.isEmpty, Array(range) == claims.compound, AddressNames.mayBeName(text[range]) { return .name }
    guard range.lowerBound >= claims.numbersEnd, !goesOnAsAddress(range) else { return .sign }
    let ideographs = text[range].count { $0.properties.isIdeographic }
    return text[range.lowerBound].properties.isIdeographic || ideographs > 1 ? .prose : .sign
  }

  /// 404室 behind 403, 之一 behind 36号, a lonely 甲: more of an address, not somebody's sentence.
  private func goesOnAsAddress(_ range: Range<Int>) -> Bool {
    if let token = lexer.token(at: range.lowerBound), token.marker != .bare, token.marker != .name { return true }
    switch text[range.lowerBound] {
    case "弄", "号", "室", "幢", "栋", "之": return true
    case let first: return AddressLexer.isStem(first) && range.count == 1
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", ")", "-", ",", "、", ";", "|", "。", ":", "/", ".", "·": true
    default: false
    }
  }
}
