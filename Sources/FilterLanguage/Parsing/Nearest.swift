/// Which known names somebody probably meant.
package enum Nearest {
  /// Up to `count` of the candidates, nearest first. With `orAll`, the first few candidates when none is near.
  package static func first(_ count: Int, to word: String, among candidates: [String], orAll: Bool = false) -> [String]
  {
    let near = NearWords(candidates).first(count, to: word)
    return near.isEmpty && orAll ? Array(candidates.prefix(count)) : near
  }
}

/// Names laid out once, to look for near ones again and again.
package struct NearWords: Sendable {
  private struct Name: Sendable {
    let text: String
    let scalars: [Unicode.Scalar]
    let letters: UInt64
  }

  /// As much of a word as counts: names are short, and every letter of both is held against the other.
  private static let longest = 40

  private var names: [Name] = []

  package init(_ names: [String] = []) { for name in names { append(name) } }

  package mutating func append(_ name: String) {
    let scalars = Self.scalars(name)
    names.append(Name(text: name, scalars: scalars, letters: Self.letters(scalars)))
  }

  package func first(_ count: Int, to word: String) -> [String] {
    let wanted = Self.scalars(word)
    guard !wanted.isEmpty else { return [] }
    let letters = Self.letters(wanted)
    var scored: [(score: Double, order: Int)] = []
    // A name without a letter in common is never near.
    for (order, name) in names.enumerated() where name.letters & letters != 0 {
      let score = Self.likeness(wanted, name.scalars)
      if score >= 0.4 { scored.append((score, order)) }
    }
    scored.sort { ($1.score, $0.order) < ($0.score, $1.order) }
    return scored.prefix(count).map { names[$0.order].text }
  }

  private static func scalars(_ word: String) -> [Unicode.Scalar] {
    // Long words are cut before they are copied.
    Array(
      String(String.UnicodeScalarView(word.unicodeScalars.prefix(longest))).lowercased().unicodeScalars.prefix(longest))
  }

  /// A bit for each letter, several letters to a bit.
  private static func letters(_ scalars: [Unicode.Scalar]) -> UInt64 {
    scalars.reduce(0) { $0 | 1 << UInt64(($1.value &* 0x9E37_79B1) >> 26) }
  }

  /// 1 for equal, 0 for nothing in common: the better of edit distance and of how much is shared. Chinese names say the
  /// same with the characters in another order (`独居的老人`, `老年独居`), which edit distance alone calls far.
  private static func likeness(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    guard !right.isEmpty else { return 0 }
    if left == right { return 1 }
    let longer = max(left.count, right.count)
    let edits = 1 - Double(distance(left, right)) / Double(longer)
    let isChinese = right.contains { $0.value >= 0x3400 }
    guard isChinese else { return right.starts(with: left) && left.count > 1 ? max(edits, 0.7) : edits }
    let known = Set(right)
    let shared = Double(Set(left).intersection(known).count)
    let overlap = 2 * shared / Double(Set(left).count + known.count)
    let whole = shared == Double(known.count) || shared == Double(Set(left).count)
    return max(edits, shared < 2 ? 0 : whole ? max(overlap, 0.6) : overlap * 0.95)
  }

  /// Insertions, deletions, substitutions and swaps of neighbours.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, one) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column] + (one == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
