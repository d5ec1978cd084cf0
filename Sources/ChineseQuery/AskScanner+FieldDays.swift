import FilterLanguage

// A day by its title: 入党日期在1990年以前, 投用日期早于2005年, 证件有效期至下个月, 免疫日期超过一年.

extension AskScanner {
  func days(of field: AskField, at start: Int) -> [(AskFieldHit, Int)] {
    if let over = text.end(
      ["已过有效期", "已经过有效期", "过了有效期", "已经过了", "已经过期", "已过期", "已过", "已经到期", "已到期", "过了", "已届满", "过期"], at: start)
    {
      return field.isAhead ? past(field, over) : []
    }
    if field.isAhead, let end = text.end(["仍在有效期内", "尚在有效期内", "还在有效期内", "在有效期内", "仍有效", "仍然有效"], at: start) {
      return [(AskFieldHit(field: field, test: .compare(.greaterOrEqual, .day(.today(offset: 0, unit: .days)))), end)]
    }
    let at = text.skip(["将要在", "将在", "将于", "将", "是在", "为在", "在", "为", "是", "于", "至", "到", "截至", "截止到", ":"], at: start)
    if let compared = compared(at: at) { return [(AskFieldHit(field: field, test: compared.test), compared.end)] }
    return windows(at: at).compactMap { token in
      guard case .window(let window) = token.piece else { return nil }
      // 年底前到期 lies ahead; 有效期在年底前 need not.
      if field.isAhead, let end = text.end(["到期", "届满", "期满"], at: token.range.upperBound) {
        return window.test(.ahead).map { (AskFieldHit(field: field, test: $0), end) }
      }
      return test(window, field, token.range).map { (AskFieldHit(field: field, test: $0), token.range.upperBound) }
    }
  }

  /// 有效期已过. Of what is only planned or due (整改期限), a row that is done with has passed as well: nobody asks for those.
  private func past(_ field: AskField, _ end: Int) -> [(AskFieldHit, Int)] {
    guard ["有效期", "到期", "届满", "期至"].contains(where: field.entry.title.contains) else { return [] }
    let test = Test.compare(.less, .day(.today(offset: 0, unit: .days)))
    return [(AskFieldHit(field: field, test: test, isOver: true), end)]
  }

  /// 早于2005年, 不晚于今天.
  private func compared(at start: Int) -> (test: Test, end: Int)? {
    let orders: [(Operator, [String])] = [
      (.greaterOrEqual, ["不早于", "不先于"]), (.lessOrEqual, ["不晚于", "不迟于"]), (.less, ["早于", "先于"]),
      (.greater, ["晚于", "迟于"]),
    ]
    for (op, words) in orders {
      guard let at = text.end(words, at: start) else { continue }
      for token in windows(at: at) {
        guard case .window(.test(let test)) = token.piece, let bound = bound(test, op) else { continue }
        return (.compare(op, .day(bound)), token.range.upperBound)
      }
    }
    return nil
  }

  /// The day of a stretch that a comparison means: 早于2005年 is before its first, 晚于2005年 after its last.
  private func bound(_ test: Test, _ op: Operator) -> DayExpression? {
    if case .compare(.equal, .day(let day)) = test { return day }
    guard let days = test.days(asOf: asOf).first else { return nil }
    return .on(op == .less || op == .greaterOrEqual ? days.lowerBound : days.upperBound)
  }

  /// What a window says of a day that is named, whether it lies ahead or behind.
  func test(_ window: AskWindow, _ field: AskField, _ range: Range<Int>) -> Test? {
    switch window {
    case .test(let test): return test
    // Which year: the one that is still to come of what ends, this one of what was.
    case .yearless(let test, let isOver): return field.isAhead && isOver ? nil : test
    case .within: return window.test(field.isAhead ? .ahead : .back)
    case .ago, .before: return window.test(.back)
    case .either: return window.test(field.isAhead ? .ahead : .back)
    case .until(let day): return .compare(.lessOrEqual, .day(.on(day)))
    case .later: return window.test(.ahead)
    case .since, .past: return window.test(.back)
    case .duration(let count, let unit, let isMore):
      let said = text.scalars[range]
      guard !field.isAhead, said.contains(where: { "超满上多逾".unicodeScalars.contains($0) }) else { return nil }
      return AskWindow.behind(count, unit, isMore: isMore)
    }
  }
}
