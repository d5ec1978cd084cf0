import Addresses
import FilterLanguage
import Kernel

// 90岁以上, 60到69周岁, 不满18岁, 年满90周岁, 80多岁, 90后.

extension AskScanner {
  func ages(at start: Int) -> [AskToken] {
    let label = text.end(["年龄在", "年龄为", "年龄是", "年龄", "年纪在", "年纪", "岁数"], at: start)
    let begin = label ?? start
    return [birthDecade(at: start), turning(at: start), guessed(at: start), decades(at: start)].compactMap { $0 }
      + compared(at: begin, from: start, isLabelled: label != nil)
  }

  private static let units = ["周岁", "岁"]

  private func age(_ test: Test) -> AskPiece {
    .unit(AskUnit(readings: [.people: .field(.age, test)], kind: .age))
  }

  private func age(_ op: Operator, _ years: Int) -> AskPiece? {
    (0...150).contains(years) ? age(.compare(op, .number(Double(years)))) : nil
  }

  private func compared(at begin: Int, from start: Int, isLabelled: Bool) -> [AskToken] {
    if let prefix = AskComparison.prefix(text, at: begin) {
      return prefixed(prefix.op, at: prefix.end, from: start, isLabelled: isLabelled)
    }
    if let filled = text.end(["年满", "已满", "满", "已年满"], at: begin) {
      return prefixed(.greaterOrEqual, at: filled, from: start, isLabelled: isLabelled)
    }
    guard let number = text.number(at: begin) else { return [] }
    let unit = text.end(Self.units, at: number.end)
    let after = unit ?? number.end
    if let range = range(number.value, after, from: start, hasUnit: unit != nil || isLabelled) { return range }
    if let more = text.end(["多岁", "几岁"], at: number.end), number.value % 10 == 0, number.value > 0 {
      return [token(start, more, age(.range(.number(Double(number.value)), .number(Double(number.value + 9)))))]
    }
    if let suffix = AskComparison.suffix(text, at: after),
      unit != nil || isLabelled || isElder(number.value, suffix.end)
    {
      let end = text.skip(Self.units, at: suffix.end)
      return [age(suffix.op, number.value).map { token(start, end, $0) }].compactMap { $0 }
    }
    guard unit != nil else { return [] }
    return [age(.equal, number.value).map { token(start, after, $0, cost: 12) }].compactMap { $0 }
  }

  private func prefixed(_ op: Operator, at start: Int, from: Int, isLabelled: Bool) -> [AskToken] {
    guard let number = text.number(at: start) else { return [] }
    let unit = text.end(Self.units, at: number.end)
    guard unit != nil || isLabelled || isFull(from, start, number.value, number.end) else { return [] }
    // 年满60周岁以上 says the same twice; 不满60岁以上 says nothing.
    let suffix = AskComparison.suffix(text, at: unit ?? number.end)
    guard let op = AskComparison.op(op, suffix?.op), let piece = age(op, number.value) else { return [] }
    return [token(from, suffix?.end ?? unit ?? number.end, piece)]
  }

  private func range(_ low: Int, _ after: Int, from start: Int, hasUnit: Bool) -> [AskToken]? {
    guard let to = text.end(AskComparison.to, at: after), let high = text.number(at: to) else { return nil }
    let unit = text.end(Self.units, at: high.end)
    guard unit != nil || hasUnit || isElder(low, high.end), low <= high.value, high.value <= 150 else { return nil }
    var end = text.skip(["之间", "以内", "间", "之内"], at: unit ?? high.end)
    end = text.skip(["(含两头)", "(含)"], at: end)
    return [token(start, end, age(.range(.number(Double(low)), .number(Double(high.value)))))]
  }

  /// 年满65但…, 今年满60的: years, though nobody says so. 服务满60的 could be hours.
  private func isFull(_ start: Int, _ number: Int, _ years: Int, _ end: Int) -> Bool {
    guard (14...110).contains(years), end == text.count || "的,，、但且并和或老男女".unicodeScalars.contains(text.scalars[end])
    else { return false }
    if text.end("年满", at: start) == number || text.end("已年满", at: start) == number { return true }
    guard ["满", "刚满", "要满", "将满"].contains(where: { text.end($0, at: start) == number }) else { return false }
    return (max(0, start - 8)..<start).contains { at in
      windows(at: at).contains { text.skip(["就要", "要", "将", "刚", "就"], at: $0.range.upperBound) == start }
    }
  }

  /// 80以上老人: a bare number is an age when an old person follows.
  private func isElder(_ years: Int, _ end: Int) -> Bool {
    let next = text.skip(["的"], at: end)
    return (40...120).contains(years)
      && text.end(["老人", "老年人", "独居", "高龄", "空巢", "孤老", "长者", "低保老人"], at: next) != nil
  }

  /// 年满90周岁 and 90岁生日 as days, for a window that stands beside.
  private func turning(at start: Int) -> AskToken? {
    let filled = text.end(["年满", "将满", "要满", "即将年满", "即将满", "将年满", "刚满", "满", "过", "迎来"], at: start)
    guard let number = text.number(at: filled ?? start), (0...150).contains(number.value),
      let unit = text.end(Self.units, at: number.end) ?? text.end("大寿", at: number.end)
        ?? (isFull(start, filled ?? start, number.value, number.end) ? number.end : nil)
    else { return nil }
    let party = text.end(["生日", "大寿", "寿辰", "的生日"], at: unit)
    guard filled != nil || party != nil else { return nil }
    return token(start, party ?? unit, .topic(.turns(number.value)), cost: 11)
  }

  /// 六七十岁, 十七八岁, 六七岁: two guesses, and all between.
  private func guessed(at start: Int) -> AskToken? {
    let teen = text.end("十", at: start)
    guard let low = ChineseNumeral.digit(text, at: teen ?? start),
      let high = ChineseNumeral.digit(text, at: text.skip(["、"], at: low.end)), high.value == low.value + 1
    else { return nil }
    let tens = teen == nil ? text.end("十", at: high.end) : nil
    guard let end = text.end(Self.units, at: text.skip(["多"], at: tens ?? high.end)) else { return nil }
    let base = teen == nil ? 0 : 10
    let range: ClosedRange<Int> =
      tens == nil ? (base + low.value)...(base + high.value) : (low.value * 10)...(high.value * 10 + 9)
    return token(
      start, end, age(.range(.number(Double(range.lowerBound)), .number(Double(range.upperBound)))), cost: 9)
  }

  /// 九旬, 年逾八旬, 七旬以上.
  private func decades(at start: Int) -> AskToken? {
    let past = text.end(["年逾", "已逾", "年过", "年满", "逾"], at: start)
    guard let number = text.number(at: past ?? start), (5...9).contains(number.value),
      let end = text.end("旬", at: number.end)
    else { return nil }
    let years = number.value * 10
    if past != nil { return age(.greaterOrEqual, years).map { token(start, end, $0) } }
    if let suffix = AskComparison.suffix(text, at: end) {
      return age(suffix.op, years).map { token(start, suffix.end, $0) }
    }
    return token(start, end, age(.range(.number(Double(years)), .number(Double(years + 9)))))
  }

  /// 80后: born in the eighties.
  private func birthDecade(at start: Int) -> AskToken? {
    guard let number = text.digits(at: start), number.end - start == 2, number.value % 10 == 0,
      let end = text.end("后", at: number.end)
    else { return nil }
    let year = number.value <= 20 ? 2000 + number.value : 1900 + number.value
    guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year + 9, month: 12, day: 31) else {
      return nil
    }
    let born = Expression.field(.birthDate, .range(.day(.on(first)), .day(.on(last))))
    return token(start, end, .unit(AskUnit(readings: [.people: born], kind: .age, isNoun: true)))
  }
}
