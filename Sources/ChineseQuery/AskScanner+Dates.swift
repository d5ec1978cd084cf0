import Addresses
import FilterLanguage
import Kernel

// Days and stretches of the calendar that are written out.

extension AskScanner {
  /// An absolute stretch with what stands around it: 2027年3月, 12月31日前, 2020年以来, 2026年1月1日至3月31日.
  func dated(at start: Int) -> AskToken? {
    if let upTo = text.end(["截至", "截止到", "截止"], at: start) {
      guard let last = calendar(at: upTo), !last.isYearless || last.days.upperBound >= asOf else { return nil }
      return token(start, text.skip(["为止", "止"], at: last.end), .window(until(last.days.upperBound)))
    }
    let begin = text.skip(["自", "从"], at: start)
    guard let first = calendar(at: begin) else { return nil }
    if let to = text.end(["到", "至", "-"], at: first.end),
      let second = calendar(at: to, after: first.days.lowerBound) ?? day(at: to, of: first.days),
      first.days.lowerBound <= second.days.upperBound
    {
      return stretch(first.days.lowerBound...second.days.upperBound, start, text.skip(["之间", "期间"], at: second.end))
    }
    let whole = bounded(first.days, start, first.end)
    guard first.isYearless, case .window(let window) = whole.piece else { return whole }
    let isOver = first.days.upperBound < asOf
    if case .test(let test) = window {
      return token(start, whole.range.upperBound, .window(.yearless(test, isOver: isOver)))
    }
    // 3月1日前到期, said in November: of which year?
    return token(
      start, whole.range.upperBound,
      .window(.either(ahead: isOver ? nil : window, back: isOver ? window : nil)))
  }

  /// 10月1日至7日: a day of the month that the first is of.
  private func day(at start: Int, of first: ClosedRange<Day>) -> Found? {
    let (year, month) = (first.lowerBound.year, first.lowerBound.parts.month)
    guard first.count == 1, let whole = months(year, month, month, start),
      let part = partOfMonth(whole.days, at: start), part.days.count == 1
    else { return nil }
    return (part.days, part.end, false)
  }

  /// Up to a day and with it; one that is over lies behind for good.
  private func until(_ day: Day) -> AskWindow {
    day < asOf ? .past(.compare(.lessOrEqual, .day(.on(day)))) : .until(day)
  }

  /// A stretch, or what lies before it or from its beginning on: 今年10月以后. A day is itself within 以前 and 以后, as
  /// notices mean it (12月31日以前 办理 lets one come on the 31st); of a month or a year 以前 is before its first day.
  func bounded(_ days: ClosedRange<Day>, _ start: Int, _ end: Int) -> AskToken {
    if let after = text.end(["底以前", "底之前", "底前"], at: end) {
      return token(start, after, .window(.until(days.upperBound)))
    }
    if let after = text.end(["以前", "之前", "前"], at: end) {
      if days.count == 1 { return token(start, after, .window(until(days.lowerBound))) }
      let isOver = days.lowerBound <= asOf
      let first = Value.day(.on(days.lowerBound))
      return token(start, after, .window(isOver ? .past(.compare(.less, first)) : .before(days.lowerBound)))
    }
    if let after = text.end(["以来", "以后", "之后", "起至今", "起到现在", "起", "至今", "到现在为止", "到现在", "到今天", "到目前", "后"], at: end) {
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
  func year(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < text.count, end - start < 4, ChineseNumeral.isNumeral(text.scalars[end]) { end += 1 }
    let run = end - start == 4 ? ChineseNumeral.arabic(text.scalars[start..<end]).flatMap { Int($0) } : nil
    guard let value = run ?? text.digits(at: start)?.value, (1800...2200).contains(value) else { return nil }
    let after = run == nil ? text.digits(at: start)?.end ?? end : end
    return text.end("年", at: after).map { (value, $0) }
  }

  /// 3月, 3月15日, 第一季度, 上半年.
  func partOfYear(_ year: Int, at start: Int) -> (days: ClosedRange<Day>, end: Int)? {
    let start = text.skip(["的"], at: start)
    if let end = text.end("上半年", at: start) { return months(year, 1, 6, end) }
    if let end = text.end("下半年", at: start) { return months(year, 7, 12, end) }
    let ordinal = text.skip(["第"], at: start)
    guard let number = text.number(at: ordinal) else { return nil }
    if let end = text.end(["季度", "季"], at: number.end), (1...4).contains(number.value),
      text.end("季", at: number.end - 1) == nil
    {
      return months(year, number.value * 3 - 2, number.value * 3, end)
    }
    guard ordinal == start, let month = text.end(["月份", "月"], at: number.end), (1...12).contains(number.value) else {
      return nil
    }
    guard let whole = months(year, number.value, number.value, month) else { return nil }
    if let date = text.number(at: month), text.end(["日", "号"], at: date.end) != nil {
      return partOfMonth(whole.days, at: month)
    }
    return partOfMonth(whole.days, at: month) ?? whole
  }

  /// 15日, 上旬, 中旬, 下旬 of a month.
  func partOfMonth(_ month: ClosedRange<Day>, at start: Int) -> (days: ClosedRange<Day>, end: Int)? {
    let first = month.lowerBound
    if let end = text.end("上旬", at: start) { return (first...first.adding(days: 9), end) }
    if let end = text.end("中旬", at: start) { return (first.adding(days: 10)...first.adding(days: 19), end) }
    if let end = text.end("下旬", at: start) { return (first.adding(days: 20)...month.upperBound, end) }
    guard let date = text.number(at: start), let end = text.end(["日", "号"], at: date.end),
      let day = Day(year: first.year, month: first.parts.month, day: date.value)
    else { return nil }
    return (day...day, end)
  }

  /// 2月30日, 13月, 第五季度: what no calendar has is named.
  func impossible(at start: Int) -> AskToken? {
    let begin = year(at: start)
    let at = begin?.end ?? start
    guard start == 0 || !ChineseNumeral.isNumeral(text.scalars[start - 1]), !isDigit(start - 1),
      let number = text.number(at: text.skip(["第"], at: at))
    else { return nil }
    if let end = text.end("季度", at: number.end), !(1...4).contains(number.value) {
      return doubt(start, end, choices: [])
    }
    guard let month = text.end(["月份", "月"], at: number.end), text.end(["龄", "嫂"], at: month) == nil else { return nil }
    guard (1...12).contains(number.value) else { return doubt(start, month, choices: []) }
    guard let date = text.number(at: month), let end = text.end(["日", "号"], at: date.end) else { return nil }
    let length = Day.length(ofMonth: number.value, year: begin?.value ?? asOf.year)
    guard !(1...length).contains(date.value) else { return nil }
    let lead = begin.map { "\($0.value)年" } ?? ""
    return doubt(start, end, choices: ["\(lead)\(number.value)月\(length)日"])
  }

  private func isDigit(_ at: Int) -> Bool { at >= 0 && (0x30...0x39).contains(text.scalars[at].value) }

  private func doubt(_ start: Int, _ end: Int, choices: [String]) -> AskToken {
    var unit = AskUnit(readings: [:], kind: .word)
    for subject in Subject.searchable { unit.choices[subject] = choices }
    unit.doubt = "没有“\(text.span(start..<end).text)”"
    return token(start, end, .unit(unit))
  }

  private func months(_ year: Int, _ from: Int, _ to: Int, _ end: Int) -> (days: ClosedRange<Day>, end: Int)? {
    guard let first = Day(year: year, month: from, day: 1),
      let last = Day(year: year, month: to, day: Day.length(ofMonth: to, year: year))
    else { return nil }
    return (first...last, end)
  }
}
