import FilterLanguage

extension ExplanationReader {
  /// Every stretch of time that `FieldPhrase` writes.
  func windows(_ source: ExplanationSource, _ start: Int) -> [(Test, Int)] {
    var found: [(Test, Int)] = []
    for which in Period.Which.allCases {
      for unit in Period.Unit.allCases {
        let period = Period(which, unit)
        if let end = source.end(period.chinese, at: start) { found.append((.period(period), end)) }
      }
    }
    found += counted(source, start)
    if let end = source.end("不在", at: start), let (day, after) = Self.day(source, end),
      let last = source.end("当天", at: after)
    {
      found.append((.compare(.notEqual, day), last))
    }
    guard let (day, after) = Self.day(source, start) else { return found }
    let forms: [(String, Test)] = [
      ("当天及以后", .compare(.greaterOrEqual, day)), ("当天及以前", .compare(.lessOrEqual, day)),
      ("以后（不含当天）", .compare(.greater, day)), ("以前（不含当天）", .compare(.less, day)),
      ("当天", .compare(.equal, day)), ("", .range(day, day)),
    ]
    for (word, test) in forms {
      if word.isEmpty {
        found.append((test, after))
      } else if let end = source.end(word, at: after) {
        found.append((test, end))
      }
    }
    if let to = source.end("至", at: after), let (last, middle) = Self.day(source, to),
      let end = source.end("（含两头）", at: middle)
    {
      found.append((.range(day, last), end))
    }
    return found + list(source, day, after)
  }

  private func list(_ source: ExplanationSource, _ first: Value, _ start: Int) -> [(Test, Int)] {
    var found: [(Test, Int)] = []
    var (days, end) = ([first], start)
    while let or = source.end("或", at: end), let (day, after) = Self.day(source, or) {
      days.append(day)
      end = after
      found.append((.list(days), end))
    }
    return found
  }

  /// 今天起3个月内, 最近30天内（到今天为止）.
  private func counted(_ source: ExplanationSource, _ start: Int) -> [(Test, Int)] {
    let today = Value.day(.today(offset: 0, unit: .days))
    let forms: [(String, String, Bool)] = [("今天起", "内", true), ("最近", "内（到今天为止）", false)]
    return forms.flatMap { before, after, isAhead -> [(Test, Int)] in
      guard let begin = source.end(before, at: start), let number = source.number(at: begin),
        let count = Int(exactly: number.value)
      else { return [] }
      return DayUnit.allCases.compactMap { unit in
        guard let middle = source.end(unit.chinese, at: number.end), let end = source.end(after, at: middle) else {
          return nil
        }
        let far = Value.day(.today(offset: isAhead ? count : -count, unit: unit))
        return (isAhead ? .range(today, far) : .range(far, today), end)
      }
    }
  }
}
