import Kernel

// 春节前, 国庆期间, 明年元旦前, 开学前. Before a feast is before the first day off; what a feast by itself would be (its day,
// or all days off) nobody can tell, so that it needs 期间, 前 or 以来.

extension AskScanner {
  private static let before = ["放假以前", "放假之前", "放假前", "以前", "之前", "前"]
  private static let during = ["假期期间", "放假期间", "长假期间", "期间", "小长假", "长假", "假期", "放假"]

  func festival(at start: Int) -> AskToken? { feast(at: start) ?? term(at: start) }

  private func feast(at start: Int) -> AskToken? {
    let year = namedYear(at: start)
    guard let (all, end) = AskFestivals.shared.feasts(text, at: year?.end ?? start) else { return nil }
    let feasts = all.filter { feast in year.map { feast.last.year == $0.year } ?? true }
    let next = feasts.first { $0.first > asOf }
    let last = feasts.last { $0.first <= asOf }
    if let after = text.end(Self.before, at: end) {
      // What happened before a feast: ever, or only since the one before? Nobody can tell.
      guard let next else { return nil }
      return festival(start, after, ahead: .before(next.first), back: nil)
    }
    if let after = text.end(Self.during, at: end) {
      func stretch(_ feast: AskFestivals.Feast) -> AskWindow? {
        feast.isPublished ? .test(.range(.day(.on(feast.first)), .day(.on(feast.last)))) : nil
      }
      if year != nil, let window = feasts.first.flatMap(stretch) { return token(start, after, .window(window)) }
      let current = feasts.first { ($0.first...$0.last).contains(asOf) }
      return festival(
        start, after, ahead: (current ?? next).flatMap(stretch), back: (current ?? last).flatMap(stretch))
    }
    if let after = text.end("以来", at: end), let last {
      return festival(start, after, ahead: nil, back: .since(last.first))
    }
    return nil
  }

  private func festival(_ start: Int, _ end: Int, ahead: AskWindow?, back: AskWindow?) -> AskToken? {
    guard ahead != nil || back != nil else { return nil }
    return token(start, end, .window(.either(ahead: ahead, back: back)))
  }

  /// 开学 is 1 September where that is the next term; in autumn and winter it may be either.
  private func term(at start: Int) -> AskToken? {
    let year = namedYear(at: start)
    guard let end = text.end(["新学期开学", "秋季开学", "开学"], at: year?.end ?? start),
      let after = text.end(Self.before, at: end),
      let first = Day(year: year?.year ?? asOf.year, month: 9, day: 1), (3...8).contains(asOf.parts.month),
      first > asOf, first.year == asOf.year
    else { return nil }
    return festival(start, after, ahead: .before(first), back: nil)
  }

  /// 今年, 明年, 去年, 2027年.
  private func namedYear(at start: Int) -> (year: Int, end: Int)? {
    for (words, offset) in [(["今年", "本年"], 0), (["明年", "来年"], 1), (["去年"], -1)] {
      if let end = text.end(words, at: start) { return (asOf.year + offset, text.skip(["的"], at: end)) }
    }
    return year(at: start).map { ($0.value, text.skip(["的"], at: $0.end)) }
  }
}
