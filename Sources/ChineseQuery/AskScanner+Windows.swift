import FilterLanguage
import Kernel

// 未来三个月, 近30天, 下个月, 明年3月, 2027年第一季度, 12月31日前.

extension AskScanner {
  func windows(at start: Int) -> [AskToken] {
    guard start < text.count else { return [] }
    if let known = memory.windows[start] { return known }
    let found = [
      named(at: start), counted(at: start), dated(at: start), decadeWindow(at: start), festival(at: start),
      impossible(at: start),
    ]
    .compactMap { $0 }
    let all = found + found.compactMap(through)
    memory.windows[start] = all
    return all
  }

  /// 去年十月到今年三月: from the first day of the one to the last of the other.
  private func through(_ first: AskToken) -> AskToken? {
    guard case .window(.test(let from)) = first.piece, let low = from.days(asOf: asOf).first,
      let to = text.end(["到", "至", "-"], at: first.range.upperBound)
    else { return nil }
    let ends = windows(at: to).compactMap { token -> AskToken? in
      guard case .window(.test(let until)) = token.piece, until.days(asOf: asOf).count == 1,
        let high = until.days(asOf: asOf).first, high.lowerBound > low.upperBound
      else { return nil }
      let days = Test.range(.day(.on(low.lowerBound)), .day(.on(high.upperBound)))
      return self.token(first.range.lowerBound, token.range.upperBound, .window(.test(days)))
    }
    return ends.max { $0.range.count < $1.range.count }
  }

  private static let periods: [(Period, [String])] = [
    (Period(.this, .week), ["本周内", "本周", "这周", "这个星期", "本星期", "这星期", "这个礼拜", "这礼拜", "本礼拜"]),
    (Period(.next, .week), ["下周内", "下周", "下个星期", "下星期", "下礼拜", "下个礼拜"]),
    (Period(.last, .week), ["上周", "上个星期", "上星期", "上个礼拜", "上礼拜"]),
    (Period(.this, .month), ["本月内", "本月份", "本月", "这个月内", "这个月", "当月", "这月"]),
    (Period(.next, .month), ["下个月内", "下个月份", "下月份", "下个月", "下月内", "下月", "次月"]),
    (Period(.last, .month), ["上个月份", "上月份", "上个月", "上月"]),
    (Period(.this, .quarter), ["本季度内", "本季度", "这个季度", "这季度", "当季", "本季"]),
    (Period(.next, .quarter), ["下个季度", "下季度", "下一季度", "下一个季度"]),
    (Period(.last, .quarter), ["上个季度", "上季度", "上一季度"]),
    (Period(.this, .year), ["今年以内", "今年年内", "今年内", "今年", "本年度内", "本年度", "本年", "当年", "年内"]),
    (Period(.next, .year), ["明年内", "明年", "下一年", "来年", "次年"]),
    (Period(.last, .year), ["去年", "上一年", "上年度"]),
  ]

  private static let sinces = ["以来", "到现在为止", "到现在", "至今", "到今天", "到目前为止", "到目前", "一直到现在", "起到现在", "起至今"]

  /// A period, or a part of one: 明年3月, 今年第一季度, 下个月15日, 年底前.
  private func named(at start: Int) -> AskToken? {
    if let end = text.end(["今天", "今日", "今朝", "当天"], at: start) { return window(start, end, day(0)) }
    if let end = text.end(["明天", "明日"], at: start) { return window(start, end, day(1)) }
    if let end = text.end("后天", at: start) { return window(start, end, day(2)) }
    if let end = text.end(["昨天", "昨日", "昨朝"], at: start) { return window(start, end, day(-1)) }
    if let end = text.end("大前天", at: start) { return window(start, end, day(-3)) }
    if let end = text.end("前天", at: start), start == 0 || text.scalars[start - 1] != "大" {
      return window(start, end, day(-2))
    }
    if let end = text.end(["年底以前", "年底之前", "年底前", "今年底前", "年末前"], at: start) {
      return window(start, end, .until(Period(.this, .year).days(asOf: asOf).upperBound))
    }
    if let end = text.end(["月底以前", "月底之前", "月底前", "本月底前"], at: start) {
      return window(start, end, .until(Period(.this, .month).days(asOf: asOf).upperBound))
    }
    if let year = farYear(at: start) { return year }
    // 上上个月 is not 上个月.
    let isDoubled = start > 0 && text.scalars[start] == "上" && text.scalars[start - 1] == "上"
    for (period, words) in Self.periods where !isDoubled {
      guard let end = text.end(words, at: start) else { continue }
      let days = period.days(asOf: asOf)
      if period.unit == .year, let before = text.end(["年底以前", "年底之前", "年底前"], at: end) {
        return window(start, before, .until(days.upperBound))
      }
      if period.unit == .year, let part = partOfYear(days.lowerBound.year, at: end) {
        return bounded(part.days, start, part.end)
      }
      if period.unit == .month, let part = partOfMonth(days, at: end) { return bounded(part.days, start, part.end) }
      if let before = text.end(["底以前", "底之前", "底前"], at: end) {
        return window(start, before, .until(days.upperBound))
      }
      if let before = text.end(["以前", "之前"], at: end) { return window(start, before, .before(days.lowerBound)) }
      if let since = text.end(Self.sinces, at: end) { return window(start, since, .since(days.lowerBound)) }
      let whole = period.unit == .year ? text.skip(["全年", "一年里", "一整年", "一年", "整年"], at: end) : end
      return window(start, whole, .test(.period(period)))
    }
    return nil
  }

  /// 后年, 前年, and parts of them.
  private func farYear(at start: Int) -> AskToken? {
    for (word, offset) in [("后年", 2), ("前年", -2)] {
      guard let end = text.end(word, at: start) else { continue }
      let year = asOf.year + offset
      if let part = partOfYear(year, at: end) { return bounded(part.days, start, part.end) }
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31) else {
        return nil
      }
      return stretch(first...last, start, end)
    }
    return nil
  }

  private func day(_ offset: Int) -> AskWindow { .test(.compare(.equal, .day(.today(offset: offset, unit: .days)))) }

  private func window(_ start: Int, _ end: Int, _ window: AskWindow) -> AskToken { token(start, end, .window(window)) }

  // MARK: counted from today

  private func counted(at start: Int) -> AskToken? {
    if let ahead = text.end(["未来的", "未来", "今后", "接下来的", "接下来", "往后", "将来", "今天起"], at: start),
      let span = span(at: ahead)
    {
      let end = text.skip(["之内", "以内", "里面", "内", "里", "中", "期间"], at: span.end)
      return window(start, end, .test(.range(.day(.today(offset: 0, unit: .days)), relative(span.count, span.unit))))
    }
    if let back = text.end(["最近的", "最近这", "最近", "过去的", "过去", "近", "这", "前"], at: start),
      let span = span(at: back)
    {
      let end = text.skip(["以内", "之内", "以来", "里面", "内", "里", "来"], at: span.end)
      return window(
        start, end, .test(.range(relative(-span.count, span.unit), .day(.today(offset: 0, unit: .days)))))
    }
    let more = text.end(["超过了", "超过", "超"], at: start)
    let over = more ?? text.end(["满", "至少", "已经有", "连续", "长达", "已有", "有"], at: start)
    guard let span = span(at: over ?? start) else { return nil }
    if over == nil, let end = text.end(["之内", "以内", "内", "里"], at: span.end) {
      return window(start, end, .within(span.count, span.unit))
    }
    if over == nil, let end = text.end(["以前", "之前", "前"], at: span.end) {
      return window(start, end, .ago(span.count, span.unit))
    }
    if over == nil, let end = text.end(["以后", "之后", "后"], at: span.end) {
      return window(start, end, .later(span.count, span.unit))
    }
    let end = text.skip(["及以上", "以上", "往上", "朝上", "多"], at: span.end)
    return window(start, end, .duration(span.count, span.unit, isMore: more != nil))
  }

  private func relative(_ count: Int, _ unit: DayUnit) -> Value { .day(.today(offset: count, unit: unit)) }

  /// 30天, 三个月, 半年, 一年半, 两周, 一个季度.
  func span(at start: Int) -> (count: Int, unit: DayUnit, end: Int)? {
    if let end = text.end("半年", at: start) { return (6, .months, end) }
    if let end = text.end("半个月", at: start) { return (15, .days, end) }
    guard let number = text.number(at: start), number.value > 0, number.value < 10_000 else {
      return text.end(["季度", "一季"], at: start) == nil ? nil : nil
    }
    let count = number.value
    if let end = text.end("个季度", at: number.end) { return (count * 3, .months, end) }
    if let end = text.end("个半月", at: number.end) { return (count * 30 + 15, .days, end) }
    if let end = text.end("个月", at: number.end) { return (count, .months, end) }
    if let end = text.end("年半", at: number.end) { return (count * 12 + 6, .months, end) }
    if let end = text.end(["个星期", "星期", "个礼拜", "礼拜", "周"], at: number.end), text.end("岁", at: end) == nil {
      return (count, .weeks, end)
    }
    if let end = text.end(["天", "日"], at: number.end) { return (count, .days, end) }
    if count < 200, let end = text.end("年", at: number.end) { return (count, .years, end) }
    return nil
  }
}
