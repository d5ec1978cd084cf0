import Kernel

/// Finds every word that may stand at each place of a sentence. Words may overlap; the grammar decides.
struct AskScanner {
  let text: AskText
  let words: AskWords
  let asOf: Day
  let memory = AskMemo()

  /// All words, by where they start.
  func tokens() -> [[AskToken]] {
    // Where a condition on a field that began before ends: what stands within it is no other.
    var claimed = 0
    var all = (0..<text.count).map { start in
      var found = lexicon(at: start)
      for token in ages(at: start) + windows(at: start) + amounts(at: start) + tails(at: start) + places(at: start)
        + lightVerbs(at: start) + tagParts(at: start) + households(at: start) + names(at: start) + orders(at: start)
        + together(at: start) + schools(at: start) + purposes(at: start) + spells(at: start) + splitWords(at: start)
        + [sinceYears(at: start)].compactMap({ $0 })
      where !found.contains(token) {
        found.append(token)
      }
      let fields = fields(at: start, besides: found).filter { $0.range.upperBound > claimed }
      claimed = fields.map(\.range.upperBound).reduce(claimed, max)
      return found + fields
    }
    for token in reported(all) { all[token.range.lowerBound].append(token) }
    return all
  }

  func token(_ start: Int, _ end: Int, _ piece: AskPiece, cost: Int = 10) -> AskToken {
    AskToken(range: start..<end, piece: piece, cost: cost)
  }

  func lexicon(at start: Int) -> [AskToken] {
    guard start < text.count else { return [] }
    return words.entries(startingWith: text.scalars[start])
      .filter { text.starts($0.word, at: start) && !isTornOff($0, at: start) }
      .map { token(start, start + $0.word.count, $0.piece, cost: $0.cost) }
  }

  /// 有没有 in 没有没有 is none.
  private func isTornOff(_ entry: AskWords.Entry, at start: Int) -> Bool {
    guard case .filler = entry.piece, entry.word.count == 3, start > 0 else { return false }
    return "不没".unicodeScalars.contains(text.scalars[start - 1])
  }
}
