extension DemoScene {
  /// Half of the elders who live alone were visited within two months, others now and then; shops were inspected.
  mutating func payVisits() {
    for household in households {
      let person = household.people.lowerBound
      if household.kind == .elderAlone {
        if random.chance(0.5) { visit(household.house, person, 1...(random.chance(0.55) ? 13 : 60), "关爱走访") }
        if random.chance(0.3) { visit(household.house, person, 61...300, "关爱走访") }
      } else if random.chance(0.4) {
        visit(household.house, random.chance(0.3) ? person : nil, 1...365, household.isTenant ? "租客登记" : "走访")
      }
    }
    for house in storefronts where random.chance(0.35) { visit(house, nil, 1...240, "巡检") }
  }

  private mutating func visit(_ house: Int, _ person: Int?, _ ago: ClosedRange<Int>, _ purpose: String) {
    let notes = purpose == "巡检" ? Self.shopNotes : Self.homeNotes
    batch.visits.append(
      DemoVisit(house: house, person: person, on: day(ago), purpose: purpose, note: random.pick(notes)))
  }

  private static let homeNotes = [
    "家中无人，已留联系卡。", "身体尚可，提醒按时服药。", "反映楼道灯不亮，已报修。", "核对人员信息，无变化。", "新搬入，已登记。", "咨询加装电梯。",
    "燃气阀门已检查。", "希望增加助餐点。",
  ]
  private static let shopNotes = ["证照齐全，已提醒门责。", "灭火器在有效期内。", "店外有堆物，当场清理。", "正在装修，已告知扰民时段。", "油烟净化器运转正常。"]
}
