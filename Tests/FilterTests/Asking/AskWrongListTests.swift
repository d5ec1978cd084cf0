import ChineseQuery
import FilterLanguage
import Testing

/// Kinds of sentences that were once answered with a list other than the one meant: each is right now, asked, or refused.
@Suite struct AskWrongListTests {
  private let normal = AskNormal(asOf: AskWorld.today)

  private func asking() throws -> Asking {
    Asking(vocabulary: try AskWorld.vocabulary(), gazetteer: AskBlindTests.gazetteer)
  }

  private func refusal(_ sentence: String) throws -> AskRefusal? {
    do {
      _ = try asking().read(sentence, asOf: AskWorld.today)
      return nil
    } catch let refusal as AskRefusal { return refusal }
  }

  @Test(arguments: [
    // 且 behind a pause binds the whole of what 或 joins.
    ("居民代表或者楼组长，但不是党员", "people", "(tag:居民代表 or tag:楼组长) and not (tag:中共正式党员 or tag:中共预备党员)"),
    ("独居或者残疾，且80岁以上", "people", "(tag:独居老人 or tag:持证残疾人) and age >= 80"),
    (
      "延中的独居老人或南昌的残疾人，但不是低保的", "people",
      "(committee = 延中 and tag:独居老人 or committee = 南昌 and tag:持证残疾人) and not tag:低保人员"
    ),
    ("高层或没有电梯的楼，且有独居老人", "buildings", "(tag:高层住宅 or not elevators >= 1) and any houses(any residents(tag:独居老人))"),
    ("投诉或举报，且超期", "work_orders", "(kind = 投诉 or kind = 举报) and overdue = true"),
    // 有没有 is a question.
    ("有没有低保的独居老人", "people", "tag:低保人员 and tag:独居老人"), ("有没有一键通的双老家庭", "houses", "tag:一键通应急呼叫户 and tag:双老家庭"),
    ("所有没有电梯的楼", "buildings", "not elevators >= 1"),
    // How many of them live in one home.
    ("一户里有两个残疾人的人家", "houses", "count(residents(tag:持证残疾人)) = 2"),
    ("一户里有两个以上80岁以上老人的房子", "houses", "count(residents(age >= 80)) >= 2"),
    ("同一户里有两个低保的人家", "houses", "count(residents(tag:低保人员)) = 2"),
    // One record, and not the sum of them.
    ("有过一次服务满6小时的志愿者", "people", "any records.volunteering(hours >= 6) and tag:注册志愿者"),
    // What is counted.
    ("两部及以上电梯的12层以上楼栋", "buildings", "count(assets(kind = elevator)) >= 2 and storeys >= 12"),
    ("消火栓坏了的楼", "buildings", "any records.fire_facility(kind = 消火栓 and working = false)"),
    // Denied twice.
    ("既不是投诉也不是举报的工单", "work_orders", "not kind = 投诉 and not kind = 举报"),
    ("不是南昌、不是延中的老人", "people", "not committee = 南昌 and not committee = 延中 and age >= 60"),
    ("既没有残疾也不独居、80岁以上的", "people", "not tag:持证残疾人 and not tag:独居老人 and age >= 80"),
    ("没有低保或残疾的老人", "people", "not (tag:低保人员 or tag:持证残疾人) and age >= 60"),
    // A home has a floor, a building has storeys.
    ("住在6楼的独居老人", "people", "any house(floor = 6) and tag:独居老人"), ("底楼的商铺", "shops", "any house(floor = 1)"),
    ("五楼以上的出租房", "houses", "floor >= 5 and use = let"), ("五层以上的楼", "buildings", "storeys >= 5"),
    // Said of one record.
    (
      "就业状态为失业，且失业开始日期早于2025年1月1日的人员", "people", "any records.employment(status = 失业 and since < 2025-01-01)"
    ),
  ])
  func read_kindsOnceMisread_areWhatIsMeant(_ sentence: String, _ subject: String, _ filter: String) throws {
    let reading = try asking().read(sentence, asOf: AskWorld.today)
    let wanted = try FilterParser.parse(filter, about: reading.subject, vocabulary: try AskWorld.vocabulary())
    #expect(reading.subject.word == subject)
    #expect(normal.text(reading.expression) == normal.text(wanted), "\(sentence)")
  }

  @Test(arguments: [
    "独居老人或残疾人且不是低保", "独居或残疾且80岁以上的老人", "80岁以上，或者残疾，且独居的老人", "独居老人家里烟感坏掉的", "孤老家里没有电梯的",
    "党员家里有独居老人的",
  ])
  func read_whatMayBeHeardInTwoWays_givesBoth(_ sentence: String) throws {
    let refusal = try #require(try refusal(sentence))
    let vocabulary = try AskWorld.vocabulary()
    #expect(refusal.readings.count == 2)
    let again = try refusal.readings.map { try asking().read($0.explanation(vocabulary), asOf: AskWorld.today) }
    #expect(zip(again, refusal.readings).allSatisfy { normal.text($0.expression) == normal.text($1.expression) })
  }

  @Test(arguments: [
    "今年服务满20小时的志愿者", "服务满100小时的志愿者", "今年志愿服务累计20小时以上的志愿者", "今年领取救助超过5000元的低保户", "今年一共领了2000元以上救助的",
    "消火栓坏掉的", "坏掉的消火栓", "电梯困过人的", "两部及以上电梯", "反映人是独居老人的工单", "投诉人是酒吧的工单", "来电人是党员的", "住在南昌路、还在雁荡路的老人",
    "既住南昌又住延中的老人", "南昌路和长乐路都有房的业主", "150岁以上的老人", "既没残疾也是党员的", "没有电梯或者残疾的老人", "没有两部电梯的高层", "一户两个残疾人的人家",
    "有没有签门责书的店",
  ])
  func read_whatNoFilterAsks_isRefused(_ sentence: String) throws {
    #expect(try refusal(sentence) != nil, "\(sentence)")
  }

  @Test func read_whatCannotBeSaid_saysWhy() throws {
    for (sentence, reason) in [
      ("住在顶楼的老人", "不能相比"), ("酒吧附近100米的楼", "经纬度"), ("反映人是党员的工单", "涉及谁"), ("今年服务满20小时的志愿者", "单次"),
      ("半夜的投诉工单", "钟点"), ("按月统计今年的工单", "分组"),
    ] {
      let refusal = try #require(try refusal(sentence))
      let said = refusal.detail + refusal.parts.map(\.detail).joined()
      #expect(said.contains(reason), "\(sentence): \(said)")
    }
  }
}
