extension DemoScene {
  mutating func keepRecordsOfShops() {
    for (place, shop) in batch.shops.enumerated() where shop.opened != nil && shop.status != "歇业" && !shop.isCompany {
      let subject = DemoSubject.shop(place)
      if DemoTrades.foodCategories.contains(shop.category) { keepFoodRecords(subject, shop, place) }
      if random.chance(0.85) {
        record("gate_duty", subject, source: "门责协议") { random, asOf in
          let signed = asOf.adding(days: -random.int(10...1150))
          return [("signed_on", .day(signed)), ("until", .day(signed.adding(years: 3)))]
        }
      }
      if random.chance(0.75) {
        record("shop_inspection", subject, source: "联合检查") {
          [
            ("on", $0.day($1, ago: 1...600)), ("kind", $0.text(["食品", "消防", "市容"])), ("passed", .flag($0.chance(0.92))),
          ]
        }
      }
      if random.chance(0.7) {
        record("fire_check", subject, source: "消防检查") {
          [("on", $0.day($1, ago: 1...500)), ("passed", .flag($0.chance(0.93))), ("dwelling", .flag($0.chance(0.015)))]
        }
      }
      keepLicenceRecords(subject, shop)
    }
  }

  private mutating func keepFoodRecords(_ subject: DemoSubject, _ shop: DemoShop, _ place: Int) {
    if let until = shop.licenceUntil {
      record("food_licence", subject, source: "市场监管") { random, _ in
        [
          ("number", .text("JY1310199" + DemoNumbers.padded(place + 1, 7))), ("until", .day(until)),
          ("scope", random.text(["热食类制售", "冷热饮制售", "预包装食品销售"])),
        ]
      }
    }
    if shop.category == "餐饮" {
      record("shop_gas", subject, source: "燃气检查") {
        [
          ("kind", .text($0.chance(0.12) ? "瓶装" : "管道")), ("alarm", .flag($0.chance(0.95))),
          ("last_check", $0.day($1, ago: 5...500)),
        ]
      }
      record("kitchen_waste", subject, source: "绿化市容") {
        [("until", $0.day($1, ago: -360...25)), ("carrier", .text("虚构清运公司"))]
      }
    }
    if shop.category == "咖啡" || shop.category == "酒吧", random.chance(0.2) {
      record("outdoor_seating", subject, source: "外摆备案") {
        [("until", $0.day($1, ago: -200...30)), ("area", .number($0.int(3...20)))]
      }
    }
  }

  private mutating func keepLicenceRecords(_ subject: DemoSubject, _ shop: DemoShop) {
    if shop.creditCode == nil {
      record("licence_check", subject, source: "市场监管") { [("on", $0.day($1, ago: 1...120)), ("result", .text("无照"))] }
    } else if random.chance(0.2) {
      record("licence_check", subject, source: "市场监管") {
        [("on", $0.day($1, ago: 1...400)), ("result", $0.text(["一致", "一致", "一致", "证照不符"]))]
      }
    }
    if shop.status == "装修" {
      record("shop_renovation", subject, source: "装修登记") { random, asOf in
        let started = asOf.adding(days: -random.int(1...90))
        return [
          ("started", .day(started)), ("planned_end", .day(started.adding(days: random.int(30...100)))),
          ("status", .text("施工中")),
        ]
      }
    }
    if shop.category == "美发" {
      record("health_licence", subject, source: "卫生监督") { [("until", $0.day($1, ago: -900...20))] }
    }
  }
}
