import Domain

// Days and stretches of the calendar that are written out.

extension AskScanner {
  /// An absolute stretch with what stands around it: 2027年3月, 12月31日前, 2020年以来, 2026年1月1日至3月31日.
  func dated(at start: Int) -> AskToken? {
    let begin = text.skip(["自", "从"], at: start)
    guard let first = calendar(at: begin) else { return nil }
    if let to = text.end(["到", "至", "-"], at: first.end), let second = calendar(at: to, after: first.days.lowerBound),
      first.days.lowerBound <= second.days.upperBound
    {
      return stretch(first.days.lowerBound...second.days.upperBound, start, text.skip(["之间", "期间"], at: second.end))
    }
    let whole = bounded(first.days, start, first.end)
    guard first.isYearless, case .window(.test(let test)) = whole.piece else { return whole }
    return token(
      whole.range.lowerBound, whole.range.upperBound,
      .window(.yearless(test, isOver: first.days.upperBound < asOf)))
  }

  /// A stretch, or what lies before it or from its beginning on: 今年10月以后.
  func bounded(_ days: ClosedRange<Day>, _ start: Int, _ end: Int) -> AskToken {
    if let after = text.end(["底以前", "底之前", "底前"], at: end) {
      return token(start, after, .window(.until(days.upperBound)))
    }
    if let after = text.end(["以前", "之前", "前"], at: end) {
      return token(start, after, .window(.before(days.lowerBound)))
    }
    if let after = text.end(["以来", "以后", "之后", "起", "至今", "后"], at: end) {
      return token(start, after, .window(.since(days.lowerBound)))
    }
    return stretch(days, start, end)
  }

  func stretch(_ days: ClosedRange<Day>, _ start: Int, _ end: Int) -> AskToken {
    let test: Test =
      days.count == 1
      ? .compare(.equal, .day(.on(days.lowerBound)))
      : .range(.day(.on(days.lowerBound)), .day(.on(days.upperBound)))
    return token(start, text.skip(["期间", "以内", "内", "当天", "这天"], at: end), .window(.test(test)))
  }

  private typealias Found = (days: ClosedRange<Day>, end: Int, isYearless: Bool)

  /// A year, quarter, month or day. Without a year it is of the as-of day's year, or of `after`'s.
  private func calendar(at start: Int, after: Day? = nil) -> Found? {
    if start + 10 <= text.count,
      let day = Day(String(String.UnicodeScalarView(text.scalars[start..<(start + 10)])))
    {
      return (day...day, start + 10, false)
    }
    if let year = year(at: start) {
      if let part = partOfYear(year.value, at: year.end) { return (part.days, part.end, false) }
      guard let first = Day(year: year.value, month: 1, day: 1), let last = Day(year: year.value, month: 12, day: 31)
      else { return nil }
      return (first...last, text.skip(["全年", "度", "内"], at: year.end), false)
    }
    return partOfYear((after ?? asOf).year, at: start).map { ($0.days, $0.end, after == nil) }
  }

  /// 2027年, 二〇二七年.
  private func year(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.count, end - start < 4, ChineseNumeral.isNumeral(text.scalars[end]) { end += 1 }
    let run = end - start == 4 ? ChineseNumeral.arabic(text.scalars[start..<end]).flatMap { Int($0) } : nil
    guard let value = run ?? text.digits(at: start)?.value, (1800...2200).contains(value) else { return nil }
    let after = run == nil ? text.digits(at: start)?.end ?? end : end
    return text.end(["年"], at: after).map { (value, $0) }
  }

  /// 3月, 3月15日, 第一季度, 上半年.
  func partOfYear(_ year: Int, at start: Int) -> (days: ClosedRange<Day>, end: Int)? {
    let start = text.skip(["的"], at: start)
    if let end = text.end(["上半年"], at: start) { return months(year, 1, 6, end) }
    if let end = text.end(["下半年"], at: start) { return months(year, 7, 12, end) }
    let ordinal = text.skip(["第"], at: start)
    guard let number = text.number(at: ordinal) else { return nil }
    if let end = text.end(["季度"], at: number.end), (1...4).contains(number.value) {
      return months(year, number.value * 3 - 2, number.value * 3, end)
    }
    guard ordinal == start, let month = text.end(["月份", "月"], at: number.end), (1...12).contains(number.value) else {
      return nil
    }
    if let date = text.number(at: month), let end = text.end(["日", "号"], at: date.end) {
      return Day(year: year, month: number.value, day: date.value).map { ($0...$0, end) }
    }
    return months(year, number.value, number.value, month)
  }

  private func months(_ year: Int, _ from: Int, _ to: Int, _ end: Int) -> (days: ClosedRange<Day>, end: Int)? {
    guard let first = Day(year: year, month: from, day: 1),
      let last = Day(year: year, month: to, day: Day.length(ofMonth: to, year: year))
    else { return nil }
    return (first...last, end)
  }
}
