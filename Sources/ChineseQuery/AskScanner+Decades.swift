import FilterLanguage
import Kernel

// 1980年代, 八十年代, 上世纪90年代; and what was built when.

extension AskScanner {
  /// The first year of a decade. 20年代 may be of either century.
  func decade(at start: Int) -> (year: Int, end: Int)? {
    if let number = text.digits(at: start), number.end - start == 4, number.value % 10 == 0,
      (1800...2100).contains(number.value), let end = text.end("年代", at: number.end)
    {
      return (number.value, end)
    }
    let century = text.end(["上个世纪", "上世纪", "二十世纪", "20世纪"], at: start)
    let at = text.skip(["的"], at: century ?? start)
    guard let number = text.number(at: at), number.value % 10 == 0, (10...90).contains(number.value),
      let end = text.end("年代", at: number.end), century != nil || number.value >= 30
    else { return nil }
    return (1900 + number.value, end)
  }

  /// Days in a decade, or before it; after it could begin with its first year or with its last.
  func decadeWindow(at start: Int) -> AskToken? {
    guard let decade = decade(at: start), let first = Day(year: decade.year, month: 1, day: 1),
      let last = Day(year: decade.year + 9, month: 12, day: 31),
      text.end(["以后", "之后", "后", "初", "末", "中"], at: decade.end) == nil
    else { return nil }
    return bounded(first...last, start, decade.end)
  }

  /// 1980年以前建成, 建于1990年代, 1980到1990年建造.
  func built(at start: Int) -> AskToken? {
    let lead = text.end(
      [
        "建成年份在", "建成年份为", "建成年份是", "建成年份", "建成时间在", "建成时间", "建造年代在", "建造年代为", "建造年代", "建成于", "建造于", "竣工于", "建于", "建成在",
        "建在",
      ],
      at: start)
    guard let (test, end) = years(at: lead ?? start) else { return nil }
    let verb = text.end(["期间建成", "间建成", "建成", "建造", "修建", "建的", "建", "竣工", "造的", "造"], at: end)
    guard lead != nil || verb != nil else { return nil }
    let condition = Expression.field(.built, test)
    return token(
      start, verb ?? end, .unit(AskUnit(readings: [.buildings: condition, .houses: condition], kind: .word)))
  }

  /// A year, a decade or a range of years, with what stands around it.
  private func years(at start: Int) -> (test: Test, end: Int)? {
    func between(_ low: Int, _ high: Int) -> Test { .range(.number(Double(low)), .number(Double(high))) }
    func compare(_ op: Operator, _ year: Int) -> Test { .compare(op, .number(Double(year))) }
    if let orders = order(at: start), let year = bareYear(at: orders.end) {
      return (compare(orders.op, year.value), text.skip(["年"], at: year.end))
    }
    if let decade = decade(at: start) {
      if let before = text.end(["以前", "之前", "前"], at: decade.end) { return (compare(.less, decade.year), before) }
      guard text.end(["以后", "之后", "后", "初", "末", "中"], at: decade.end) == nil else { return nil }
      return (between(decade.year, decade.year + 9), decade.end)
    }
    guard let first = bareYear(at: start) else { return nil }
    let mark = text.end("年", at: first.end)
    if let to = text.end(AskComparison.to, at: mark ?? first.end), let second = bareYear(at: to),
      let end = text.end("年", at: second.end), first.value <= second.value
    {
      return (between(first.value, second.value), text.skip(["之间"], at: end))
    }
    guard let end = mark else { return nil }
    if let before = text.end(["以前", "之前", "前"], at: end) { return (compare(.less, first.value), before) }
    if let after = text.end(["以后", "之后", "以来", "及以后", "起", "后"], at: end) {
      return (compare(.greaterOrEqual, first.value), after)
    }
    return (compare(.equal, first.value), end)
  }

  private func order(at start: Int) -> (op: Operator, end: Int)? {
    if let end = text.end("不早于", at: start) { return (.greaterOrEqual, end) }
    if let end = text.end("不晚于", at: start) { return (.lessOrEqual, end) }
    if let end = text.end("早于", at: start) { return (.less, end) }
    return text.end("晚于", at: start).map { (.greater, $0) }
  }

  private func bareYear(at start: Int) -> (value: Int, end: Int)? {
    if let digits = text.digits(at: start) {
      return (1800...2200).contains(digits.value) ? digits : nil
    }
    return year(at: start).map { ($0.value, $0.end - 1) }
  }
}
