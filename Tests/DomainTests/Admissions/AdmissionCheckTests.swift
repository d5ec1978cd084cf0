import Admissions
import FilterLanguage
import Testing
import TextClassifier

@Suite struct AdmissionCheckTests {
  private let matters = [
    Matter(code: "O1", kind: .own, name: "调解民间纠纷", keywords: [["邻里", "纠纷"]], source: "组织法"),
    Matter(code: "S1", kind: .assisted, name: "协助人口普查", keywords: [["人口普查"]], source: "条例"),
    Matter(code: "F1", kind: .forbidden, name: "出具健在证明", keywords: [["健在证明"]], source: "指导意见"),
  ]

  private func check(
    _ text: String, _ candidates: [AdmissionCheck.Candidate] = [], proposed: String? = nil, basis: String? = nil
  ) -> AdmissionCheck {
    AdmissionCheck(
      AdmissionDraft(title: "任务", text: text, fromUnit: "区某局", proposedUnit: proposed, basis: basis),
      matters: matters, candidates: candidates)
  }

  private func candidate(
    _ unit: String, _ level: Duty.Level = .street, helps: [String] = [], sure confidence: Double = 0.9,
    keywords: [[String]] = [["堆物"]]
  ) -> AdmissionCheck.Candidate {
    .init(
      duty: Duty(
        code: "D1", category: "c", subcategory: "楼道堆物", keywords: keywords, unit: unit, coUnits: helps, basis: "消防条例",
        level: level), confidence: confidence, reasons: ["命中关键词“堆物”"])
  }

  @Test(arguments: [
    ("调解邻里之间的纠纷", Verdict.own, ["O1"]), ("入户做人口普查", .assisted, ["S1"]), ("给老人开健在证明", .forbidden, ["F1"]),
    ("开健在证明，并调解邻里纠纷，做人口普查", .forbidden, ["F1", "O1", "S1"]), ("填报卫星轨道", .noBasis, []), ("邻里联欢", .noBasis, []),
  ])
  func verdict_ofMatters_putsTheForbiddenFirst(text: String, verdict: Verdict, codes: [String]) {
    let check = check(text)
    #expect(check.verdict == verdict)
    #expect(check.matches.map(\.duty) == codes)
    #expect(check.matches.allSatisfy { !$0.reasons.isEmpty && !$0.basis.isEmpty })
    #expect(!check.advice.isEmpty)
  }

  @Test(arguments: [
    ("居委会", Duty.Level.committee, [], Verdict.own, "own"), ("派出所", .street, [], .own, "own"),
    ("区房管局", .district, ["居委会"], .assisted, "assisted"), ("区交通委", .city, ["公交企业"], .noBasis, "elsewhere"),
  ])
  func verdict_ofADuty_goesByWhoseItIs(
    unit: String, level: Duty.Level, helps: [String], verdict: Verdict, kind: String
  ) {
    let check = check("清理楼道", [candidate(unit, level, helps: helps)])
    #expect(check.verdict == verdict)
    #expect(check.matches.first?.kind == kind)
  }

  @Test func verdict_ofAGuessOrOfWhatTakesEverything_isNoBasis() {
    for guess in [candidate("居委会", sure: 0.49), candidate("城运中心", keywords: [["*"]])] {
      let check = check("清理楼道", [guess])
      #expect(check.verdict == .noBasis && check.matches.isEmpty)
    }
  }

  @Test func advice_namesAnotherLeadingUnit_andAnUncheckedBasis() {
    #expect(check("清理楼道", [candidate("房管所")], proposed: "居委会").advice.contains("牵头单位是房管所，与拟承办单位居委会不同"))
    #expect(!check("清理楼道", [candidate("房管所")], proposed: "房管所").advice.contains("不同"))
    #expect(check("填报卫星轨道", basis: "某通知").advice.contains("须先核实"))
    #expect(check("坐公交", [candidate("区交通委", .city)]).advice.contains("由区交通委办理"))
  }
}
