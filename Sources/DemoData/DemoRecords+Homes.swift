extension DemoScene {
  mutating func keepRecordsOfHomes() {
    let living = Set(households.map(\.house))
    for house in dwellings {
      keepProperty(house)
      if !living.contains(house), random.chance(0.85) {
        record("vacancy", .house(house), source: "走访登记") {
          [("since", $0.day($1, ago: 20...900)), ("reason", $0.text(["待出租", "待装修", "长期外出", "动迁安置"]))]
        }
      }
      if random.chance(0.014) { keepRenovation(house) }
      if random.chance(0.06) { keepDog(house) }
      if random.chance(0.006) { keepMediation(house) }
      if random.chance(0.02) {
        record("address_check", .house(house), source: "地址核对") {
          [("matched", .flag($0.chance(0.9))), ("checked_on", $0.day($1, ago: 1...400))]
        }
      }
      if random.chance(0.12) {
        record("safety_check", .house(house), source: "走访登记") {
          [
            ("on", $0.day($1, ago: 1...300)), ("kind", $0.text(["消防", "用电", "燃气"])), ("passed", .flag($0.chance(0.94))),
          ]
        }
      }
    }
    for household in households { keepHouseholdRecords(household) }
  }

  private mutating func keepProperty(_ house: Int) {
    let plot = plots[batch.houses[house].building]
    let rights = random.pick(plot == .tower ? Self.newRights : plot == .walkUp ? Self.walkUpRights : Self.oldRights)
    let isShared = plot == .oldLane && random.chance(0.5)
    let hasToilet = plot != .oldLane || random.chance(0.88)
    record("property", .house(house), source: "房管系统") { _, _ in
      [("rights", .text(rights)), ("shared_kitchen", .flag(isShared)), ("own_toilet", .flag(hasToilet))]
    }
    if random.chance(0.3) {
      let isBottled = plot == .oldLane && random.chance(0.15)
      record("gas", .house(house), source: "燃气公司") {
        [
          ("kind", .text(isBottled ? "瓶装" : "管道")), ("last_check", $0.day($1, ago: 5...800)),
          ("alarm", .flag($0.chance(0.4))),
        ]
      }
    }
  }

  private mutating func keepRenovation(_ house: Int) {
    record("renovation", .house(house), source: "装修告知登记") { random, asOf in
      let started = asOf.adding(days: -random.int(1...300))
      let end = started.adding(days: random.int(45...150))
      return [
        ("started", .day(started)), ("planned_end", .day(end)),
        ("status", random.text(end < asOf ? ["完工", "完工", "完工", "施工中"] : ["施工中", "施工中", "停工"])),
      ]
    }
  }

  private mutating func keepDog(_ house: Int) {
    record("dog", .house(house), source: "养犬登记") { random, asOf in
      let until = asOf.adding(days: random.int(-90...360))
      return [
        ("cert_until", .day(until)), ("breed", random.text(["泰迪", "柯基", "柴犬", "比熊", "田园犬"])),
        ("vaccinated_on", .day(min(asOf, until.adding(years: -1)))),
      ]
    }
  }

  private mutating func keepMediation(_ house: Int) {
    for _ in 0..<(random.chance(0.15) ? 3 : 1) {
      record("mediation", .house(house), source: "人民调解") {
        [
          ("on", $0.day($1, ago: 1...340)), ("kind", $0.text(["漏水", "噪声", "公用部位", "家庭", "养犬"])),
          ("status", .text($0.chance(0.8) ? "已结" : "未结")),
        ]
      }
    }
  }

  private mutating func keepHouseholdRecords(_ household: DemoHousehold) {
    let house = DemoSubject.house(household.house)
    if household.isPoor {
      record("aid_review", house, source: "民政救助系统") {
        [("kind", .text("低保")), ("next_review", $0.day($1, ago: -170...10))]
      }
    }
    if household.kind == .elderAlone, random.chance(0.5) {
      record("water_meter", house, source: "智能水表") {
        $0.chance(0.02)
          ? [("last_use", $0.day($1, ago: 2...9)), ("alert", .flag(true))]
          : [("last_use", $0.day($1, ago: 0...1)), ("alert", .flag(false))]
      }
    }
    if random.chance(household.kind == .elderAlone ? 0.4 : 0.02) {
      record("smoke_alarm", house, source: "设备安装名册") {
        [("installed", $0.day($1, ago: 30...1500)), ("working", .flag($0.chance(0.96)))]
      }
    }
    if household.kind.hasElders, random.chance(0.05) {
      record("home_adaptation", house, source: "适老化改造") {
        [("status", $0.text(["意向", "评估", "施工", "完成", "完成"])), ("on", $0.day($1, ago: 5...700))]
      }
    }
  }

  private static let newRights = DemoChoices<String>([("商品房", 0.9), ("售后公房", 0.1)])
  private static let walkUpRights = DemoChoices<String>([("售后公房", 0.62), ("商品房", 0.3), ("系统公房", 0.08)])
  private static let oldRights = DemoChoices<String>([("直管公房", 0.6), ("售后公房", 0.2), ("私房", 0.16), ("系统公房", 0.04)])
}
