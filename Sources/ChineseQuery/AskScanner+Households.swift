import FilterLanguage

// 一家不止一个残疾人, 一家三口, 装了充电桩, 电梯用了二十年以上.

extension AskScanner {
  private static let homes = [
    "一户中", "同一户中", "一户之中", "一户人家里", "一个家庭里", "一户人家", "一个家庭", "同一户里", "同一户", "同一家", "一家里", "一户里", "一家", "一户", "家庭里",
    "家里", "家中", "户内", "户里",
    "每户",
  ]

  func households(at start: Int) -> [AskToken] {
    [notOnlyOne(at: start), inHome(at: start), liftYears(at: start), mouths(at: start), fitted(at: start)]
      .compactMap { $0 }
  }

  private static let counters = ["个", "名", "位", "人", "部", "台", "户", "家", "间", "条"]

  /// 不止一个: two or more.
  private func notOnly(at start: Int) -> (count: Int, end: Int)? {
    guard let lead = text.end(["不止有", "不止", "不只有", "不只"], at: start), let number = text.number(at: lead),
      let end = text.end(Self.counters, at: number.end), number.value < 1_000
    else { return nil }
    return (number.value + 1, end)
  }

  private func notOnlyOne(at start: Int) -> AskToken? {
    notOnly(at: start).map { token(start, $0.end, .amount(.greaterOrEqual, $0.count), cost: 12) }
  }

  /// 一家不止一个残疾人, 家里有两个以上党员: how many of those who live together.
  private func inHome(at start: Int) -> AskToken? {
    guard let home = text.end(Self.homes, at: start) else { return nil }
    let have = text.skip(["有", "住着", "住了", "住"], at: home)
    guard let amount = notOnly(at: have).map({ (Operator.greaterOrEqual, $0.count, $0.end) }) ?? bounded(at: have),
      let who = people(at: text.skip(["的"], at: amount.2))
    else { return nil }
    let count = Expression.count(.residents, who.expression, amount.0, amount.1)
    return token(start, who.end, .unit(AskUnit(readings: [.houses: count], kind: .word)), cost: 20)
  }

  /// 两个以上, 至少三名: a bound, not just a number.
  private func bounded(at start: Int) -> (Operator, Int, Int)? {
    let prefix = AskComparison.prefix(text, at: start)
    guard let number = text.number(at: prefix?.end ?? start), number.value < 1_000,
      let counter = text.end(["个", "名", "位"], at: number.end)
    else { return nil }
    let suffix = AskComparison.suffix(text, at: counter)
    guard let op = AskComparison.op(prefix?.op, suffix?.op), op != .equal else { return nil }
    return (op, number.value, suffix?.end ?? counter)
  }

  /// A noun for people: 党员, 老人.
  private func people(at start: Int) -> (expression: Expression, end: Int)? {
    guard start < text.count else { return nil }
    var best: (expression: Expression, end: Int)?
    for entry in words.entries(startingWith: text.scalars[start]) where text.starts(entry.word, at: start) {
      let end = start + entry.word.count
      guard best.map({ end > $0.end }) ?? true else { continue }
      switch entry.piece {
      case .unit(let unit) where unit.isNoun && unit.readings.count == 1:
        if let who = unit.readings[.people] { best = (.conjunction([who] + (unit.implied.map { [$0] } ?? [])), end) }
      case .head(let head) where head.subject == .people && head.implied != nil:
        if let implied = head.implied { best = (implied, end) }
      default: break
      }
    }
    return best
  }

  /// 一家三口.
  private func mouths(at start: Int) -> AskToken? {
    guard let lead = text.end(["一家子", "一家", "一户"], at: start), let number = text.number(at: lead),
      (1...30).contains(number.value), let end = text.end(["口人", "口"], at: number.end)
    else { return nil }
    let many = Expression.field(.residents, .compare(.equal, .number(Double(number.value))))
    return token(start, end, .unit(AskUnit(readings: [.houses: many], kind: .word, isNoun: true)))
  }

  /// 装了充电桩: has it, where a facility follows.
  private func fitted(at start: Int) -> AskToken? {
    guard let verb = text.end(["安装有", "安装了", "安装", "配备了", "配备", "配有", "装了", "装有", "装"], at: start),
      let unit = longestUnit(at: verb), unit.unit.isNoun, unit.unit.readings.keys.contains(.assets)
    else { return nil }
    return token(start, verb, .have(ofHousehold: false))
  }

  /// 开咖啡店的, 一楼开饭店的楼: has a shop of the trade.
  func opened(at start: Int) -> AskToken? {
    guard let verb = text.end(["开了", "开着", "开"], at: start),
      let unit = longestUnit(at: text.skip(["家", "一家"], at: verb)),
      case .field(.category, _)? = unit.unit.readings[.shops], start == 0 || text.scalars[start - 1] != "新"
    else { return nil }
    return token(start, text.skip(["家", "一家"], at: verb), .have(ofHousehold: false), cost: 12)
  }

  /// 电梯用了二十年以上, 电梯使用超过15年: of the lifts on file of a building.
  private func liftYears(at start: Int) -> AskToken? {
    guard let lift = text.end(["电梯已经", "电梯已", "电梯"], at: start),
      let used = text.end(["投入使用已经", "投入使用", "使用年限", "使用了", "使用", "投用了", "投用", "用了", "运行了", "运行"], at: lift)
    else { return nil }
    let over = text.end(["超过了", "超过", "已超过", "达到", "满", "已满", "达"], at: used)
    guard let number = text.number(at: over ?? used), (1...100).contains(number.value),
      let years = text.end("年", at: number.end)
    else { return nil }
    let more = text.end(["及以上", "以上", "多"], at: years)
    guard over != nil || more != nil else { return nil }
    let since = Expression.field(
      .attribute("in_use_since"), .compare(.lessOrEqual, .day(.today(offset: -number.value, unit: .years))))
    let unit = AskUnit(readings: [.buildings: .related(.any, .records("elevator"), since)], kind: .word)
    return token(start, more ?? years, .unit(unit))
  }
}
