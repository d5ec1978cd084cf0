import Kernel

extension DemoScene {
  /// Shops in the shopfronts, companies in the offices; the batch has one shop a place, and one in twenty stood there
  /// before.
  mutating func openShops() throws {
    for house in storefronts {
      let road = batch.buildings[batch.houses[house].building].road
      try open(DemoTrades.pick(on: road, &random), at: house, isCompany: false)
      if random.chance(0.05) { closeFormer(at: house) }
    }
    for house in offices { try open(DemoTrades.app, at: house, isCompany: true) }
  }

  private mutating func open(_ trade: DemoTrade, at house: Int, isCompany: Bool) throws {
    let status = random.pick(Self.statuses)
    let isOpen = status == "营业"
    let opened = status == "招租" ? nil : day(random.chance(0.06) ? 1...90 : 91...4500)
    let phone = random.chance(0.9) ? numbers.phone() : nil
    let hasCode = status != "招租" && random.chance(0.985)
    batch.shops.append(
      DemoShop(
        name: status == "招租" ? "空铺（原\(trade.name(&random))）" : trade.name(&random),
        creditCode: hasCode ? numbers.creditCode(isCompany: isCompany, shop: batch.shops.count) : nil,
        isCompany: isCompany, category: trade.category, status: status, opened: opened,
        licenceUntil: hasCode && trade.needsLicence ? licenceEnd() : nil,
        closes: isOpen || status == "装修" ? random.pick(trade.closes) : nil,
        contact: DemoNames.surname(&random) + random.pick(["老板", "店长", "经理", "阿姨", "师傅"]),
        phone: phone.map { .phone($0) },
        updated: confirmed()))
    guard status != "招租" else { return }
    batch.occupancies.append(
      DemoOccupancy(
        house: house, shop: batch.shops.count - 1, role: .operator, since: opened, updated: asOf))
  }

  /// A shop that gave up before the one that is there now.
  private mutating func closeFormer(at house: Int) {
    let now = batch.shops[batch.shops.count - 1]
    guard let until = now.opened else { return }
    let trade = DemoTrades.pick(on: "", &random)
    let since = until.adding(days: -random.int(100...2000))
    batch.shops.append(
      DemoShop(
        name: trade.name(&random), creditCode: numbers.creditCode(isCompany: false, shop: batch.shops.count),
        isCompany: false, category: trade.category, status: "歇业", opened: since, licenceUntil: nil, closes: nil,
        contact: nil, phone: nil, updated: until))
    batch.occupancies.append(
      DemoOccupancy(
        house: house, shop: batch.shops.count - 1, role: .operator, since: since, until: until, updated: until))
  }

  private mutating func licenceEnd() -> Day {
    let kind = random.unit()
    if kind < 0.035 { return day(1...120) }
    return asOf.adding(days: kind < 0.075 ? random.int(0...30) : random.int(31...1800))
  }

  private static let statuses = DemoChoices<String>([("营业", 0.87), ("装修", 0.05), ("招租", 0.05), ("歇业", 0.03)])
}
