extension DemoScene {
  mutating func keepRecordsOfBuildings() {
    let lifted = Set(batch.assets.filter { $0.kind == "elevator" }.compactMap(\.building))
    for (place, plot) in plots.enumerated() {
      let subject = DemoSubject.building(place)
      if [.oldLane, .walkUp, .tower].contains(plot) { keepManagement(subject, plot) }
      if plot == .walkUp || plot == .tower { keepEquipment(subject, plot, storeys: batch.buildings[place].storeys) }
      if plot != .storefront, random.chance(0.07) { keepHazard(subject) }
      if plot == .walkUp { keepRetrofit(place, isDone: lifted.contains(place)) }
    }
    for asset in batch.assets where asset.kind == "elevator" { keepElevator(asset) }
  }

  private mutating func keepManagement(_ subject: DemoSubject, _ plot: DemoPlot) {
    let isManaged = random.chance(plot == .oldLane ? 0.85 : 0.98)
    record("property_management", subject, source: "房管系统") { random, asOf in
      isManaged
        ? [
          ("managed", .flag(true)), ("company", .text("虚构物业" + random.pick(["甲", "乙", "丙"]))),
          ("contract_until", random.day(asOf, ago: -1000...0)),
        ] : [("managed", .flag(false))]
    }
    if random.chance(0.25) {
      record("waste_check", subject, source: "分类检查") {
        [("on", $0.day($1, ago: 1...60)), ("score", .number($0.int(70...100)))]
      }
    }
  }

  private mutating func keepEquipment(_ subject: DemoSubject, _ plot: DemoPlot, storeys: Int) {
    record("structure", subject, source: "房管系统") { random, _ in
      [("height", .number(storeys * 3)), ("structure", .text(plot == .tower ? "钢混" : "砖混")), ("usage", .text("居住"))]
    }
    if random.chance(0.7) {
      record("maintenance_fund", subject, source: "房管系统") {
        [("remaining_percent", .number($0.int(8...95))), ("checked_on", $0.day($1, ago: 5...200))]
      }
    }
    if random.chance(0.4) {
      record("owners_committee", subject, source: "房管系统") { random, asOf in
        let elected = asOf.adding(days: -random.int(30...1900))
        return [("elected", .day(elected)), ("term_end", .day(elected.adding(years: 5)))]
      }
    }
    if random.chance(0.5) {
      record("water_tank", subject, source: "水箱清洗") { random, asOf in
        let cleaned = asOf.adding(days: -random.int(5...200))
        return [("cleaned_on", .day(cleaned)), ("next_due", .day(cleaned.adding(months: 6)))]
      }
    }
    if random.chance(0.3) {
      record("fire_facility", subject, source: "消防检查") {
        [
          ("on", $0.day($1, ago: 1...300)), ("kind", $0.text(["消火栓", "应急灯", "防火门"])),
          ("working", .flag($0.chance(0.93))),
        ]
      }
    }
  }

  /// A walk-up with an elevator got it through a project; others are on the way to one.
  private mutating func keepRetrofit(_ building: Int, isDone: Bool) {
    guard isDone || random.chance(0.08) else { return }
    record("elevator_retrofit", .building(building), source: "加梯项目") {
      let stage: DemoValue = isDone ? .text("竣工") : $0.text(["征询", "公示", "审批", "施工"])
      return [("stage", stage), ("on", $0.day($1, ago: 5...900))]
    }
  }

  private mutating func keepHazard(_ subject: DemoSubject) {
    record("hazard", subject, source: "巡查登记") { random, asOf in
      let found = asOf.adding(days: -random.int(1...200))
      return [
        ("kind", random.text(["外墙脱落", "楼道堆物", "消防设施", "高空坠物"])), ("found", .day(found)),
        ("due", .day(found.adding(days: random.int(15...90)))), ("status", random.text(["待整改", "整改中", "销号", "销号"])),
      ]
    }
  }

  private mutating func keepElevator(_ asset: DemoAsset) {
    guard let building = asset.building else { return }
    let code = asset.code
    record("elevator", .building(building), source: "特种设备") {
      [("code", .text(code)), ("in_use_since", $0.day($1, ago: 300...9500)), ("maintainer", .text("虚构电梯维保"))]
    }
    let events = random.chance(0.04) ? 2 : random.chance(0.1) ? 1 : 0
    for _ in 0..<events {
      record("elevator_event", .building(building), source: "96333") {
        [("on", $0.day($1, ago: 1...85)), ("kind", .text("困人"))]
      }
    }
  }
}
