import FilterLanguage

/// Says what of a sentence is not known, why, and what may have been meant.
struct AskExplainer {
  let text: AskText
  let words: AskWords
  let vocabulary: Vocabulary
  /// Whether a corrected sentence asks something.
  let reads: (String) -> Bool

  /// - Parameters:
  ///   - stretches: what is not known, in order; not empty.
  ///   - explained: for so many of them near words are looked for; a sentence with more is noise.
  func refusal(_ stretches: [Range<Int>], explained: Int) -> AskRefusal {
    let reasons = AskReasons(text: text, vocabulary: vocabulary)
    let typos = AskTypos(text: text, words: words)
    var corrections: [AskTypos.Correction] = []
    var told = 0
    var isMended = true
    let parts = stretches.enumerated().compactMap { number, stretch -> AskRefusal.Part? in
      guard number < explained else { return plain(stretch, []) }
      // 六楼以上: one reason stands over both unknown parts.
      if stretch.upperBound <= told { return nil }
      if let reason = reasons.reason(stretch) {
        (told, isMended) = (reason.range.upperBound, false)
        return .init(span: text.span(reason.range), detail: reason.detail, suggestions: reason.suggestions)
      }
      let likely = typos.corrections(stretch)
      guard let best = likely.first(where: { reads(text.replacing(corrections + [$0])) }) ?? likely.first else {
        isMended = false
        return plain(stretch, near(stretch))
      }
      corrections.append(best)
      told = best.range.upperBound
      let span = text.span(best.range)
      let others = likely.filter { $0 != best && $0.range == best.range }.map(\.word)
      return .init(
        span: span, detail: "不认识“\(span.text)”，是不是“\(best.word)”？", suggestions: [best.word] + others)
    }
    let list = parts.map { "“\($0.span.text)”" }.joined(separator: "、")
    let whole = text.replacing(corrections)
    guard isMended, stretches.count <= explained, reads(whole) else {
      return AskRefusal("这句话里不认识\(list)，没有去查。", parts)
    }
    return AskRefusal("这句话里不认识\(list)，没有去查。是不是想查“\(whole)”？", parts)
  }

  private func plain(_ stretch: Range<Int>, _ suggestions: [String]) -> AskRefusal.Part {
    let span = text.span(stretch)
    return .init(span: span, detail: "不认识“\(span.text)”", suggestions: suggestions)
  }

  /// What was probably meant; with the words around it when the unknown part alone tells nothing.
  private func near(_ stretch: Range<Int>) -> [String] {
    let alone = words.suggestions.first(3, to: text.span(stretch).text)
    guard alone.isEmpty else { return alone }
    let wide = max(0, stretch.lowerBound - 2)..<min(text.count, stretch.upperBound + 2)
    return words.suggestions.first(3, to: text.span(wide).text)
  }
}
