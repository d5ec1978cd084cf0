import Testing
@testable import FilterLanguage
@testable import Kernel
@testable import TextClassifier

@Suite struct NudgesTests {
  private let plain = Dispatcher(duties: [
    Duty(code: "WY01", category: "物业管理", subcategory: "物业服务", keywords: [["物业"]], unit: "房管所"),
    Duty(code: "HJ02", category: "噪声", subcategory: "设备噪声", keywords: [["外机"]], unit: "城管中队"),
    Duty(code: "XF05", category: "消防", subcategory: "消防通道", keywords: [["消防"]], unit: "消防救援站"),
    Duty(code: "ZX06", category: "咨询", subcategory: "职责不清兜底", keywords: [["*"]], unit: "城运中心"),
  ])

  private func lesson(_ text: String, duty: String? = nil, unit: String? = nil, wrong: String? = nil) -> Lesson {
    Lesson(text: text, category: nil, duty: duty, unit: unit, wrongUnit: wrong)
  }

  private func first(_ dispatcher: Dispatcher, _ text: String) -> Proposal.Candidate? {
    dispatcher.propose(text).candidates.first
  }

  @Test func learn_correctedTwice_followsInOtherWordsToo() throws {
    var taught = plain
    for text in ["楼顶那台铁皮风箱整夜轰鸣", "铁皮风箱又在轰鸣，物业说管不了"] { taught.learn(lesson(text, duty: "HJ02")) }
    #expect(first(plain, "楼顶铁皮风箱整夜轰鸣，叫物业没用")?.unit == "房管所")
    let candidate = try #require(first(taught, "楼顶铁皮风箱整夜轰鸣，叫物业没用"))
    #expect(candidate.unit == "城管中队")
    #expect(candidate.reasons.contains { $0.contains("人工") })
    #expect(first(taught, "物业不来")?.unit == "房管所")
  }

  @Test func learn_unitOnly_liftsItsLikeliestDuty() {
    var taught = plain
    taught.learn(lesson("旧水塔边上有人放炭盆", unit: "消防救援站"))
    #expect(first(taught, "旧水塔边上有人放炭盆")?.duty == "XF05")
  }

  @Test func learn_returnedOnly_lowersWhatWasWrong() throws {
    var taught = plain
    let before = try #require(first(plain, "物业门口的石狮子"))
    for _ in 0..<3 { taught.learn(lesson("物业门口的石狮子", wrong: "房管所")) }
    let after = taught.propose("物业门口的石狮子").candidates.first { $0.unit == "房管所" }
    #expect(before.unit == "房管所" && (after?.confidence ?? 0) < before.confidence / 2)
  }

  @Test func learn_sameLessonsInOrder_sameNumbers() {
    let lessons = (0..<40).map { lesson("第\($0 % 7)只箱子在楼道响", duty: ["WY01", "HJ02", "XF05"][$0 % 3]) }
    var (one, other) = (plain, plain)
    for lesson in lessons { one.learn(lesson) }
    for lesson in lessons { other.learn(lesson) }
    #expect(one.nudges == other.nudges && !one.nudges.isEmpty)
  }

  @Test func learn_whatIsRightAlready_changesNothing() {
    var taught = plain
    for _ in 0..<9 { taught.learn(lesson("消防消防通道", duty: "XF05")) }
    let settled = taught.nudges
    taught.learn(lesson("消防消防通道", duty: "XF05"))
    #expect(taught.nudges == settled)
  }

  @Test func learn_unitThatLeadsNothing_teachesNothing() {
    var taught = plain
    taught.learn(lesson("随便什么", duty: "XX99", unit: "外星事务所"))
    #expect(taught.nudges.isEmpty)
  }

  @Test func schooling_unitsAndDuties_areLearntTogether() throws {
    let lessons = (0..<60).map { number in
      number.isMultiple(of: 2)
        ? lesson("锅炉房第\(number)次冒白烟", duty: "HJ02") : lesson("老槐树下第\(number)回聚会", unit: "消防救援站")
    }
    let result = try ModelTraining.run(lessons, plain)
    #expect(result.labels == 2 && result.samples == 60 && result.heldBack == 12)
    #expect(result.accuracy == 1 && result.share > 0)
    let taught = plain.with(try LinearModel(decoding: result.model.encoded()), share: result.share)
    #expect(first(taught, "老槐树下又聚会")?.unit == "消防救援站")
    #expect(throws: Problem.self) { try ModelTraining.run(Array(lessons.prefix(5)), plain) }
  }
}
