extension DemoScene {
  mutating func assignHouseTags() {
    for household in households {
      let home = DemoSubject.house(household.house)
      if household.isPoor { tag("MZ001", home, since: 30...900, source: "民政救助系统") }
      if household.kind == .elderAlone {
        if random.chance(0.14) { tag("LL029", home, source: "设备安装名册") }
        if random.chance(0.3) { tag("GA021", home, source: "设备安装名册") }
      }
    }
    for house in dwellings {
      for (code, share, source) in Self.homeTags where random.chance(share) {
        tag(code, .house(house), since: 5...900, source: source)
      }
      if random.chance(0.006) { tag("XF007", .house(house), since: 1...85, ended: 0.3, source: "巡查登记") }
      if random.chance(0.003) { tag("GA016", .house(house), since: 1...350, source: "投诉核实") }
    }
  }

  private static let homeTags: [(String, Double, String)] = [
    ("MZ003", 0.006, "民政救助系统"), ("MZ004", 0.003, "民政救助系统"), ("MZ016", 0.004, "房管系统名册"),
    ("CL011", 0.005, "残联改造台账"), ("FG006", 0.012, "住房保障名册"), ("FG018", 0.002, "房管认定"),
    ("FG019", 0.004, "城管立案"), ("JY005", 0.0006, "派出所告诫书抄送"),
  ]

  mutating func assignShopTags() {
    for (place, shop) in batch.shops.enumerated() where shop.opened != nil && shop.status != "歇业" {
      let subject = DemoSubject.shop(place)
      if !shop.isCompany {
        tag("CG001", subject, source: "巡查登记")
        if random.chance(0.55) { tag("XF001", subject, source: "消防分类字典") }
      }
      for (code, share) in Self.shopTags where random.chance(share) { tag(code, subject) }
      if random.chance(0.03) { tag("CG004", subject, since: 1...85, source: "巡查登记") }
      if random.chance(shop.category == "咖啡" || shop.category == "酒吧" ? 0.12 : 0.01) {
        tag("SJ009", subject, since: 1...170, source: "人工认定")
      }
      if shop.category == "药店" { tag("SJ015", subject, source: "行业字典") }
      if shop.category == "教育" { tag("SJ016", subject, source: "行业字典") }
      if shop.category == "餐饮", random.chance(0.1) { tag("SJ002", subject, source: "街道备案") }
      if ["美发", "教育", "洗衣", "宠物"].contains(shop.category), random.chance(0.4) {
        tag("SJ013", subject, source: "单用途卡平台")
      }
    }
    // An empty shopfront is one too.
    for (place, shop) in batch.shops.enumerated() where shop.status == "招租" {
      tag("CG001", .shop(place), source: "巡查登记")
    }
  }

  private static let shopTags: [(String, Double)] = [
    ("DJ011", 0.05), ("SJ014", 0.012), ("TS006", 0.006), ("WM009", 0.05),
  ]

  mutating func assignBuildingTags() {
    for (place, plot) in plots.enumerated() {
      let subject = DemoSubject.building(place)
      for rule in Self.buildingTags where rule.plots.contains(plot) && random.chance(rule.share) {
        tag(rule.code, subject, since: 30...2500)
      }
      if plot == .other { tag("DJ012", subject, source: "阵地名录") }
    }
    let piles = batch.assets.filter { $0.kind == "charging_pile" }.compactMap(\.building)
    for building in Set(piles).sorted() { tag("XF012", .building(building), source: "充电桩台账") }
  }

  private static let buildingTags: [(code: String, share: Double, plots: Set<DemoPlot>)] = [
    ("FG007", 0.04, [.oldLane]), ("FG008", 0.6, [.oldLane]), ("FG011", 0.012, [.oldLane]), ("FG024", 0.004, [.oldLane]),
    ("CG013", 0.02, [.walkUp, .tower]), ("CG015", 0.01, [.walkUp, .tower, .oldLane]),
    ("WM010", 0.06, [.walkUp, .tower, .oldLane]),
    ("YJ002", 0.015, [.oldLane, .walkUp]), ("YJ003", 0.04, [.app, .other]), ("YJ005", 0.3, [.tower, .app]),
  ]
}
