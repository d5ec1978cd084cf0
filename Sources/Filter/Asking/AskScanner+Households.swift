import Domain

// 一家不止一个残疾人, 电梯用了二十年以上, 名字里有“王”.

extension AskScanner {
  private static let homes = [
    "一户人家里", "一个家庭里", "一户人家", "一个家庭", "同一户里", "同一户", "同一家", "一家里", "一户里", "一家", "一户", "家庭里", "家里", "家中", "户内", "户里", "每户",
  ]

  /// How many of those who live together.
  func households(at start: Int) -> [AskToken] {
    [notOnlyOne(at: start), several(inHome: start), liftYears(at: start)].compactMap { $0 }
  }

  private static let counters = ["个", "名", "位", "人", "部", "台", "户", "家", "间", "条"]

  /// 不止一个: two or more.
  private func notOnlyOne(at start: Int) -> AskToken? {
    let home = text.skip(["有", "住着", "住了", "住"], at: text.skip(Self.homes, at: start))
    guard let lead = text.end(["不止有", "不止", "不只有", "不只"], at: home), let number = text.number(at: lead),
      let end = text.end(Self.counters, at: number.end), number.value < 1_000
    else { return nil }
    return token(start, end, .amount(.greaterOrEqual, number.value + 1), cost: 12)
  }

  /// 一家有两个以上, 家里有三个: of a household.
  private func several(inHome start: Int) -> AskToken? {
    guard let home = text.end(Self.homes, at: start), let have = text.end(["有", "住着", "住了"], at: home) else {
      return nil
    }
    let prefix = AskComparison.prefix(text, at: have)
    guard let number = text.number(at: prefix?.end ?? have), number.value < 1_000,
      let counter = text.end(["个", "名", "位"], at: number.end)
    else { return nil }
    let suffix = AskComparison.suffix(text, at: counter)
    guard prefix != nil || suffix != nil, prefix == nil || suffix == nil || prefix?.op == suffix?.op else { return nil }
    let op = prefix?.op ?? suffix?.op ?? .equal
    return token(start, suffix?.end ?? counter, .amount(op, number.value), cost: 12)
  }

  /// 电梯用了二十年以上, 电梯使用超过15年: of the lifts on file of a building.
  private func liftYears(at start: Int) -> AskToken? {
    guard let lift = text.end(["电梯已经", "电梯已", "电梯"], at: start),
      let used = text.end(["使用年限", "使用了", "使用", "投用了", "投用", "用了", "运行了", "运行"], at: lift)
    else { return nil }
    let over = text.end(["超过了", "超过", "已超过", "达到", "满", "已满", "达"], at: used)
    guard let number = text.number(at: over ?? used), (1...100).contains(number.value),
      let years = text.end(["年"], at: number.end)
    else { return nil }
    let more = text.end(["及以上", "以上", "多"], at: years)
    guard over != nil || more != nil else { return nil }
    let since = Expression.field(
      .attribute("in_use_since"), .compare(.lessOrEqual, .day(.today(offset: -number.value, unit: .years))))
    let unit = AskUnit(readings: [.buildings: .related(.any, .records("elevator"), since)], kind: .word)
    return token(start, more ?? years, .unit(unit))
  }

  // MARK: names

  private static let nameLeads: [(Subject, [String])] = [
    (.people, ["名字里有", "名字里带", "名字中有", "名字带", "名字含", "姓名里有", "姓名中有", "姓名包含", "姓名含有", "姓名含", "姓名带"]),
    (.shops, ["店名里有", "店名里带", "店名中有", "店名包含", "店名含有", "店名含", "店名带", "店名有", "店铺名称包含", "店铺名称含"]),
  ]

  /// 名字里有“王”: a part of a name in quotation marks. A family name by itself cannot be asked for.
  func names(at start: Int) -> [AskToken] {
    for (subject, leads) in Self.nameLeads {
      guard let lead = text.end(leads, at: start), lead < text.count, text.scalars[lead] == "“",
        let close = text.scalars[(lead + 1)...].firstIndex(where: { $0 == "”" || $0 == "“" }),
        (lead + 2...lead + 21).contains(close)
      else { continue }
      let name = text.span((lead + 1)..<close).text
      let condition = Expression.field(.name, .compare(.matches, .text(name)))
      let end = text.skip(["这个字", "两个字", "这两个字", "的字", "字"], at: close + 1)
      return [token(start, end, .unit(AskUnit(readings: [subject: condition], kind: .word)))]
    }
    return []
  }
}
