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
        + notices(at: start) + [sinceYears(at: start), visitsOf(at: start), opened(at: start)].compactMap({ $0 })
      where !found.contains(token) {
        found.append(token)
      }
      let fields = fields(at: start, besides: found).filter { $0.range.upperBound > claimed }
      claimed = fields.map(\.range.upperBound).reduce(claimed, max)
      return (found + fields).filter { !isHalfOfQuestion($0) && !isOfReporter($0) }
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

  /// 反映人是独居老人的: who reported it is not what the order is about.
  private func isOfReporter(_ token: AskToken) -> Bool {
    (max(0, token.range.lowerBound - 2)..<token.range.upperBound).contains { start in
      guard let end = text.end(Self.reporters, at: start), token.range.overlaps(start..<end) else { return false }
      return text.end(["是", "为", "系", "属于", "也是", "都是", "住", "在", "有", "不是", "年"], at: end) != nil
    }
  }

  private static let reporters = ["反映人", "反映者", "投诉人", "投诉者", "举报人", "举报者", "诉求人", "来电人", "求助人", "报修人", "申诉人"]

  /// 没有电梯 in 有没有电梯的, 没装 in 装没装烟感的: whether it is so is asked, and not said. 所有没有电梯的楼 says it.
  private func isHalfOfQuestion(_ token: AskToken) -> Bool {
    let start = token.range.lowerBound
    guard start > 0, start + 1 < text.count, "没不未".unicodeScalars.contains(text.scalars[start]),
      text.scalars[start - 1] == text.scalars[start + 1]
    else { return false }
    return start < 2 || !"所只现仅没不".unicodeScalars.contains(text.scalars[start - 2])
  }

  /// 有没有 in 没有没有 is none.
  private func isTornOff(_ entry: AskWords.Entry, at start: Int) -> Bool {
    guard case .filler = entry.piece, entry.word.count == 3, start > 0 else { return false }
    return "不没".unicodeScalars.contains(text.scalars[start - 1])
  }
}
