import FilterLanguage

// 住了5个人以上, 100平方米以上, 6层以上, 1980年以前建, 23点以后打烊, 两个以上.

extension AskScanner {
  func amounts(at start: Int) -> [AskToken] {
    [
      residents(at: start), area(at: start), storeys(at: start), floor(at: start), built(at: start), closing(at: start),
      several(at: start), partyYears(at: start), fewPartyYears(at: start),
    ]
    .compactMap { $0 }
  }

  /// A number with a comparison on either side, and a unit after it; or from one number to another.
  private func compared(_ units: [String], at start: Int) -> (test: Test, end: Int)? {
    let prefix = AskComparison.prefix(text, at: start)
    guard let number = text.amount(at: prefix.map { text.skip(["有", "住着", "住了", "住"], at: $0.end) } ?? start) else {
      return nil
    }
    if prefix == nil, let to = text.end(AskComparison.to, at: text.skip(units, at: number.end)),
      let high = text.amount(at: to), let end = text.end(units, at: high.end), number.value <= high.value
    {
      return (.range(.number(number.value), .number(high.value)), text.skip(["之间"], at: end))
    }
    guard let unit = text.end(units, at: number.end) else { return nil }
    let suffix = AskComparison.suffix(text, at: unit)
    guard let op = AskComparison.op(prefix?.op, suffix?.op, otherwise: .equal) else { return nil }
    return (.compare(op, .number(number.value)), suffix?.end ?? unit)
  }

  /// 住了5个人以上, 3人以上居住, 三口之家.
  private func residents(at start: Int) -> AskToken? {
    let lead = text.end(
      [
        "只居住着", "只住了", "只住着", "只住", "居住人数在", "居住人数", "居住着", "居住了", "居住", "实际居住", "住着", "住了", "住有", "住", "常住", "家里就",
        "家里只有", "家里只住", "家里一共", "家里共", "户内共", "家里总共",
      ], at: start)
    if lead == nil, let number = text.number(at: start), let end = text.end(["口之家", "人户", "口人家庭"], at: number.end) {
      let many = Expression.field(.residents, .compare(.equal, .number(Double(number.value))))
      return token(start, end, .unit(AskUnit(readings: [.houses: many], kind: .word, isNoun: true)))
    }
    guard let found = compared(["个人", "口人", "名居民", "人"], at: lead ?? start) else { return nil }
    let after = text.end(["居住", "合住", "同住", "住在一起", "共同居住", "住"], at: found.end)
    guard lead != nil || after != nil else { return nil }
    let many = Expression.field(.residents, found.test)
    return token(
      start, after ?? found.end,
      .unit(AskUnit(readings: [.houses: many, .people: .related(.any, .house, many)], kind: .word)))
  }

  private func area(at start: Int) -> AskToken? {
    let begin = text.skip(["建筑面积在", "建筑面积", "面积在", "面积为", "面积"], at: start)
    guard let found = compared(["平方米", "平米", "平方", "㎡", "m2", "个平方", "平"], at: begin) else { return nil }
    return token(start, found.end, .unit(AskUnit(readings: [.houses: .field(.area, found.test)], kind: .word)))
  }

  private func storeys(at start: Int) -> AskToken? {
    guard let found = compared(["层楼", "层"], at: text.skip(["楼高", "层数", "共"], at: start)) else { return nil }
    let test = Expression.field(.storeys, found.test)
    // 没电梯的六层楼: the building itself, where nothing follows.
    if text.scalars[found.end - 1] == "楼",
      found.end == text.count || ",，。".unicodeScalars.contains(text.scalars[found.end])
    {
      return token(start, found.end, .unit(AskUnit(readings: [.buildings: test], kind: .word, isNoun: true)))
    }
    return token(
      start, found.end,
      .unit(AskUnit(readings: [.buildings: test, .houses: .related(.any, .building, test)], kind: .word)))
  }

  /// 住在6楼的, 三楼以上: on which floor a home or a shop is, where 6层 is how many the building has.
  private func floor(at start: Int) -> AskToken? {
    let begin = text.skip(["所在楼层在", "所在楼层是", "所在楼层为", "所在楼层", "住在", "住", "在"], at: start)
    let ground = text.end(["底楼", "底层"], at: begin).map { (test: Test.compare(.equal, .number(1)), end: $0) }
    guard let found = ground ?? compared(["楼"], at: begin),
      text.end(["道", "组", "栋", "上", "下", "长"], at: found.end) == nil,
      start == 0 || !"第同号每几".unicodeScalars.contains(text.scalars[start - 1])
    else { return nil }
    let test = Expression.field(.stored("floor"), found.test)
    let there = Expression.related(.any, .house, test)
    return token(
      start, found.end, .unit(AskUnit(readings: [.houses: test, .people: there, .shops: there], kind: .word)))
  }

  /// 晚上11点以后打烊, 营业到凌晨2点.
  private func closing(at start: Int) -> AskToken? {
    let lead = text.end(["营业时间超过", "营业超过", "营业到", "开到", "打烊时间在", "打烊时间", "关门时间", "打烊", "关门"], at: start)
    if text.end(["营业时间超过", "营业超过"], at: start) != nil, let hour = clock(at: lead ?? start) {
      let test = Expression.field(.closes, .compare(.greater, .time(hour.minutes)))
      return token(start, hour.end, .unit(AskUnit(readings: [.shops: test], kind: .word)))
    }
    let orders: [(Operator, [String])] = [
      (.lessOrEqual, ["不晚于"]), (.greaterOrEqual, ["不早于"]), (.greater, ["晚于"]), (.less, ["早于"]),
    ]
    for (op, words) in orders where lead != nil {
      guard let at = text.end(words, at: lead ?? start), let hour = clock(at: at) else { continue }
      let test = Expression.field(.closes, .compare(op, .time(hour.minutes)))
      return token(start, hour.end, .unit(AskUnit(readings: [.shops: test], kind: .word)))
    }
    if let lead, text.end(["打烊", "关门"], at: start) == lead { return nil }
    let past = lead == nil ? text.end(["过了", "超过", "到了"], at: start) : nil
    guard let hour = clock(at: lead ?? past ?? start) else { return nil }
    let after = text.end(["以后", "之后", "后", "过后", "多了", "了"], at: hour.end) ?? past.map { _ in hour.end }
    let before = text.end(["以前", "之前", "前"], at: hour.end)
    var end = text.skip(["还在", "仍在", "仍", "还", "才", "就", "便"], at: after ?? before ?? hour.end)
    var op: Operator = before != nil ? .less : .greaterOrEqual
    if let verb = text.end(["打烊", "关门", "关店", "收摊"], at: end) {
      if after == nil, before == nil { op = .equal }
      end = verb
    } else if let verb = text.end(["没打烊", "不打烊", "没关门", "不关门", "没有打烊", "没有关门"], at: end), before == nil {
      (op, end) = (.greater, verb)
    } else if let verb = text.end(["营业", "开门", "开着", "在开"], at: end),
      after != nil || before == nil && end > hour.end
    {
      (op, end) = (.greater, verb)
    } else if lead == nil {
      return nil
    }
    let test = Expression.field(.closes, .compare(op, .time(hour.minutes)))
    return token(start, end, .unit(AskUnit(readings: [.shops: test], kind: .word)))
  }

  private func clock(at start: Int) -> (minutes: Int, end: Int)? {
    let night = text.end(["晚上", "夜里", "夜间", "晚间", "晚"], at: start)
    let small = text.end(["次日凌晨", "凌晨", "次日", "半夜"], at: start)
    guard let number = text.number(at: night ?? small ?? start), (0...24).contains(number.value) else { return nil }
    var minutes = number.value * 60
    // 十二点打烊 is the end of the day, not its middle; 12:00 is noon.
    if number.value == 12, night != nil || small != nil || text.end("点", at: number.end) != nil { minutes = 1440 }
    // 十点以后还开着: nothing closes at ten in the morning; 两点 may be at night or in the afternoon.
    let isBare = night == nil && small == nil && text.end(["点半", "点钟", "点"], at: number.end) != nil
    if isBare, number.value < 6 { return nil }
    if night != nil || isBare, number.value < 12 { minutes += 720 }
    if small != nil, number.value < 6 { minutes += 1440 }
    // 夜里两点 is after midnight.
    if night != nil, number.value < 5 { minutes += 720 }
    if let half = text.end("点半", at: number.end) { return (minutes + 30, half) }
    if let colon = text.end(":", at: number.end), let rest = text.digits(at: colon), rest.value < 60 {
      return (minutes + rest.value, rest.end)
    }
    return text.end(["点钟", "点", "时"], at: number.end).map { (minutes, $0) }
  }

  /// 党龄满50年, 党龄30年以上.
  private func partyYears(at start: Int) -> AskToken? {
    guard let lead = text.end(["党龄", "入党时间", "入党"], at: start),
      let number = text.number(at: text.skip(["已经满", "已满", "满", "超过", "在"], at: lead)),
      (1...100).contains(number.value), let years = text.end(["周年", "年"], at: number.end)
    else { return nil }
    let joined = Expression.field(
      .attribute("join_date"), .compare(.lessOrEqual, .day(.today(offset: -number.value, unit: .years))))
    let end = text.skip(["及以上", "以上"], at: years)
    return token(
      start, end, .unit(AskUnit(readings: [.people: .related(.any, .records("party"), joined)], kind: .word)))
  }

  /// 党龄不满五年: in the party since a day after that.
  private func fewPartyYears(at start: Int) -> AskToken? {
    guard let lead = text.end(["党龄", "入党"], at: start),
      let below = text.end(["还不满", "不满", "未满", "不到", "不足"], at: lead), let number = text.number(at: below),
      (1...100).contains(number.value), let end = text.end(["周年", "年"], at: number.end)
    else { return nil }
    let joined = Expression.field(
      .attribute("join_date"), .compare(.greater, .day(.today(offset: -number.value, unit: .years))))
    return token(
      start, end, .unit(AskUnit(readings: [.people: .related(.any, .records("party"), joined)], kind: .word)))
  }

  private static let counters = [
    "个人", "个", "人", "名", "位", "户", "家", "部", "台", "套", "间", "张", "件", "起", "桩", "宗", "单", "条", "只", "口",
  ]

  /// 两个以上 before what is counted.
  private func several(at start: Int) -> AskToken? {
    if let number = text.number(at: start), let counter = text.end(["个", "条", "处"], at: number.end),
      let end = text.end(["居民区", "居委会", "居委", "社区", "小区", "微网格", "网格", "街道", "马路", "路"], at: counter)
    {
      return token(start, end, .amount(.equal, number.value))
    }
    guard let found = compared(Self.counters, at: start),
      case .compare(let op, .number(let count)) = found.test, let whole = Int(exactly: count)
    else { return nil }
    return token(start, found.end, .amount(op, whole), cost: 12)
  }
}
