extension DemoScene {
  mutating func keepRecordsOfElders() {
    for person in residents.indices where residents[person].age >= 60 && residents[person].household != nil {
      let age = residents[person].age
      if age >= 65, residents[person].isLocal, random.chance(0.92) { keepSeniorCard(person) }
      if age >= 65, random.chance(0.62) { keepCheckup(person) }
      if age >= 72, random.chance(0.2) { keepCare(person) }
      if random.chance(0.5) { keepFamily(person) }
      if age >= 65, random.chance(residents[person].livesAlone ? 0.2 : 0.04) { keepMeals(person) }
      if random.chance(0.004) { keepAid(person, "临时救助", 1...700) }
    }
  }

  private mutating func keepSeniorCard(_ person: Int) {
    record("senior_card", .person(person)) {
      [("status", .text($0.chance(0.97) ? "有效" : "停用")), ("issued", $0.day($1, ago: 30...2500))]
    }
  }

  /// This year's, or last year's only.
  private mutating func keepCheckup(_ person: Int) {
    record("checkup", .person(person), source: "社区卫生服务中心") {
      [("on", $0.day($1, ago: 1...500)), ("place", .text("社区卫生服务中心"))]
    }
  }

  private mutating func keepCare(_ person: Int) {
    record("care", .person(person), source: "统一需求评估") { random, asOf in
      let assessed = asOf.adding(days: -random.int(10...800))
      return [
        ("level", .number(random.int(0...6))), ("assessed_on", .day(assessed)),
        ("valid_until", .day(assessed.adding(years: 2))),
      ]
    }
  }

  private mutating func keepFamily(_ person: Int) {
    let kind = residents[person].household.map { households[$0].kind }
    let withChildren = kind != .elderAlone && kind != .elderCouple
    let isWidowed = kind == .elderAlone && random.chance(0.3)
    record("family", .person(person), source: "走访登记") { random, asOf in
      let children = withChildren ? random.int(1...3) : random.int(0...3)
      let fields: DemoFields = [("children", .number(children)), ("with_children", .flag(withChildren))]
      return isWidowed ? fields + [("widowed_on", random.day(asOf, ago: 10...4000))] : fields
    }
  }

  private mutating func keepMeals(_ person: Int) {
    tag("LL023", .person(person), source: "社区食堂")
    record("meal_service", .person(person), source: "社区食堂") { random, asOf in
      let fields: DemoFields = [("since", random.day(asOf, ago: 200...900)), ("place", random.text(["社区食堂", "送餐上门"]))]
      return random.chance(0.12) ? fields + [("until", random.day(asOf, ago: 1...190))] : fields
    }
  }
}
