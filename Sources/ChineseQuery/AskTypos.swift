/// What an unknown stretch was probably meant to be: a known word that sounds or looks like it.
///
/// A correction is only ever suggested. 独具老人 is refused, and says that 独居 may have been meant.
struct AskTypos {
  struct Correction: Hashable {
    let range: Range<Int>
    let word: String
  }

  private struct Found {
    let correction: Correction
    let score: Int
  }

  private static let longest = 12

  let text: AskText
  let words: AskWords

  private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value % 64) }

  /// The likeliest words for an unknown stretch, the best first.
  func corrections(_ stretch: Range<Int>) -> [Correction] {
    var found: [Found] = []
    let near = max(0, stretch.lowerBound - Self.longest)..<min(text.count, stretch.upperBound + Self.longest)
    let said = text.scalars[near].reduce(0) { $0 | Self.bit($1) }
    for word in words.meaningful where word.count <= Self.longest {
      // Most words share too few letters with what is written anywhere near.
      let missing = word.reduce(0) { $0 | Self.bit($1) } & ~said
      guard missing.nonzeroBitCount <= (word.count < 4 ? 1 : 2) else { continue }
      let low = max(0, stretch.lowerBound - word.count + 1)
      let high = min(stretch.upperBound - 1, text.count - word.count)
      guard low <= high else { continue }
      for start in low...high {
        guard let score = score(word, at: start, stretch) else { continue }
        let name = String(String.UnicodeScalarView(word))
        found.append(Found(correction: .init(range: start..<(start + word.count), word: name), score: score))
      }
    }
    let sorted = found.sorted { ($1.score, $0.correction.word) < ($0.score, $1.correction.word) }
    let best = sorted.first?.score ?? 0
    var seen: Set<String> = []
    return sorted.filter { $0.score > best - 8 && seen.insert($0.correction.word).inserted }.prefix(3).map(\.correction)
  }

  /// Nil unless few letters differ, all of them alike. The slip may be a letter that is known by itself (了 in 长了路).
  private func score(_ word: [Unicode.Scalar], at start: Int, _ stretch: Range<Int>) -> Int? {
    let allowed = word.count < 4 ? 1 : 2
    var differing: [Int] = []
    for offset in word.indices where text.scalars[start + offset] != word[offset] {
      // Most words end here, before any sound is looked up.
      guard differing.count < allowed else { return nil }
      differing.append(offset)
    }
    let inside = word.indices.count { stretch.contains(start + $0) }
    guard !differing.isEmpty, inside > 0,
      differing.allSatisfy({ AskSounds.isAlike(text.scalars[start + $0], word[$0]) })
    else { return nil }
    // What explains the whole stretch goes first, then the longer word.
    return min(inside, stretch.count) * 10 + word.count * 3 - differing.count * 6
  }
}

extension AskText {
  /// The sentence with other words at some places, for asking again.
  func replacing(_ corrections: [AskTypos.Correction]) -> String {
    var characters = original
    for correction in corrections.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let span = span(correction.range)
      characters.replaceSubrange(span.position..<(span.position + span.length), with: Array(correction.word))
    }
    return String(characters)
  }
}
