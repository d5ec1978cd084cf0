import FilterLanguage
import Kernel
import TagIndex

/// SplitMix64, so that a failing run can be run again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }
  mutating func pick<T>(_ list: [T]) -> T { list[roll(list.count)] }
  mutating func id(_ count: Int) -> UInt32 { UInt32(roll(count) + 1) }
}

/// Small worlds in which everything that can be odd is odd often.
struct RandomWorld {
  static let today = Day(number: 20_778)
  static let committees: [UInt32] = [7, 8, 9, 10, 11]
  static let roads = ["长乐路", "进贤路", "茂名南路"]
  var dice: Dice
  private(set) var size = (
    buildings: 8, houses: 18, people: 36, shops: 7, assets: 12, links: 70, marks: 90, visits: 40, orders: 40
  )

  init(seed: UInt64) { dice = Dice(seed: seed) }

  static let datasets = [
    Vocabulary.Dataset(
      code: "renovation", name: "装修", subject: .house,
      attributes: [
        .init(name: "fee", title: "费用", type: .number), .init(name: "done", title: "完工", type: .flag),
        .init(name: "ends", title: "结束", type: .date), .init(name: "note", title: "说明", type: .text),
      ]),
    Vocabulary.Dataset(code: "aid", name: "救助", subject: .person, attributes: []),
  ]

  static let catalogue = Catalogue(
    tags: [
      TagEntry(id: 1, code: "A1", subject: .person), TagEntry(id: 2, code: "A2", subject: .person),
      TagEntry(id: 3, code: "H1", subject: .house), TagEntry(id: 4, code: "S1", subject: .shop),
      TagEntry(id: 5, code: "B1", subject: .building),
      TagEntry(id: 6, code: "OLD", subject: .person, rule: .field(.age, .compare(.greaterOrEqual, .number(60)))),
      TagEntry(
        id: 7, code: "ALONE", subject: .person,
        rule: .and([.tag(code: "OLD"), .related(.any, .house, .count(.residents, .everything, .equal, 1))])),
      TagEntry(
        id: 8, code: "OLDHOME", subject: .house, rule: .related(.all, .residents, .tag(code: "OLD"))),
      TagEntry(
        id: 9, code: "MIXED", subject: .person,
        rule: .related(.any, .housemates, .and([.tag(code: "A1"), .field(.role, .compare(.equal, .text("tenant")))]))),
    ], datasets: datasets)

  mutating func make() -> PlainWorld {
    var world = PlainWorld(catalogue: RandomWorld.catalogue, now: minute(of: RandomWorld.today))
    world.apply(areas())
    var delta = FactsDelta()
    delta.buildings = (1...UInt32(size.buildings)).map { building($0) }
    delta.houses = (1...UInt32(size.houses)).map { house($0) }
    delta.people = (1...UInt32(size.people)).map { person($0) }
    delta.shops = (1...UInt32(size.shops)).map { shop($0) }
    delta.assets = (1...UInt32(size.assets)).map { asset($0) }
    delta.occupancies = (1...UInt32(size.links)).map { link($0) }
    delta.taggings = (1...UInt32(size.marks)).map { mark($0) }
    delta.visits = (1...UInt32(size.visits)).map { visit($0) }
    delta.records = (1...30).map { record($0) }
    delta.workOrders = (1...UInt32(size.orders)).map { order($0) }
    world.apply(delta)
    return world
  }

  private func areas() -> FactsDelta {
    var delta = FactsDelta()
    func area(_ id: UInt32, _ name: String, _ level: AreaFacts.Level, _ parent: UInt32?) {
      delta.areas.append(AreaFacts(id: id, code: "C\(id)", name: name, level: level, parent: parent))
    }
    area(1, "上海市", .city, nil)
    area(2, "黄浦区", .district, 1)
    area(3, "静安区", .district, 1)
    area(4, "瑞金二路街道", .subdistrict, 2)
    area(5, "淮海中路街道", .subdistrict, 2)
    area(6, "石门二路街道", .subdistrict, 3)
    let names = ["延中居民区", "雁荡居委会", "南昌居民区", "瑞兴居委会", "长乐居民区"]
    for (index, id) in RandomWorld.committees.enumerated() {
      area(id, names[index], .committee, [4, 4, 5, 5, 6][index])
    }
    for index in 0..<8 { area(UInt32(12 + index), "第\(index)微网格", .grid, RandomWorld.committees[index % 5]) }
    return delta
  }

  private mutating func spot() -> (committee: UInt32, grid: UInt32?) {
    let grid = UInt32(12 + dice.roll(8))
    let committee = RandomWorld.committees[Int(grid - 12) % 5]
    return (committee, dice.chance(70) ? grid : nil)
  }

  private mutating func day(_ around: Int = 600) -> Day {
    RandomWorld.today.adding(days: dice.roll(around) - around * 2 / 3)
  }
  private mutating func maybe(_ percent: Int, _ around: Int = 600) -> Day? { dice.chance(percent) ? day(around) : nil }
  private mutating func instant() -> Instant { Instant(milliseconds: Int64(day().number) * 86_400_000 + 3_600_000) }

  mutating func building(_ id: UInt32) -> BuildingFacts {
    let at = spot()
    let road = dice.pick(RandomWorld.roads)
    return BuildingFacts(
      id: id, district: 2, committee: at.committee, grid: at.grid, address: "\(road)\(dice.roll(40))号", road: road,
      compound: dice.chance(50) ? dice.pick(["锦园", "花园公寓"]) : nil,
      stored: stored(.buildings), updatedAt: instant())
  }

  mutating func house(_ id: UInt32) -> HouseFacts {
    let at = spot()
    return HouseFacts(
      id: id, building: dice.id(size.buildings), committee: at.committee, grid: at.grid,
      address: "\(dice.pick(RandomWorld.roads))\(dice.roll(40))号\(dice.roll(9))室",
      kind: dice.pick(["dwelling", "shopfront", "office", "other"]),
      area: dice.chance(70) ? Double(dice.roll(80)) : nil,
      stored: stored(.houses), updatedAt: instant())
  }

  /// Some of the stored fields, near the lower end of what each can hold: questions ask there.
  private mutating func stored(_ subject: SubjectKind) -> StoredValues {
    var values: StoredValues = [:]
    for field in StoredField.of(subject) where dice.chance(75) {
      switch field.kind {
      case .number(let bounds, _, _):
        let low = field.name == "built" ? 1920 : max(0, bounds.lowerBound)
        values[field.name] = .number(low + Double(dice.roll(field.name == "built" ? 90 : 9)))
      case .word(let words): values[field.name] = .text(dice.pick(words).code)
      }
    }
    return values
  }

  mutating func person(_ id: UInt32) -> PersonFacts {
    let birth = Day(year: 1920 + dice.roll(107), month: dice.pick([1, 2, 2, 11, 12]), day: dice.pick([1, 21, 22, 28]))
    let leap = dice.chance(15) ? Day(year: 1936 + 4 * dice.roll(20), month: 2, day: 29) : nil
    return PersonFacts(
      id: id, name: dice.pick(["张", "王", "陈"]) + dice.pick(["建国", "秀英", "敏", "国"]),
      sex: dice.chance(90) ? dice.pick(["男", "女"]) : nil, birth: dice.chance(92) ? leap ?? birth : nil,
      death: dice.chance(12) ? day() : nil, hukou: dice.chance(80) ? dice.pick(["本市", "外省市", "外籍"]) : nil,
      ethnicity: dice.chance(60) ? dice.pick(["汉族", "回族"]) : nil,
      education: dice.chance(60) ? dice.pick(["本科", "大专", "小学"]) : nil, updatedAt: instant())
  }

  mutating func shop(_ id: UInt32) -> ShopFacts {
    ShopFacts(
      id: id, name: dice.pick(["老大昌", "红房子", "春江"]), creditCode: nil, kind: dice.pick(["storefront", "company"]),
      category: dice.chance(80) ? dice.pick(["餐饮", "酒吧"]) : nil,
      status: dice.chance(80) ? dice.pick(["营业", "装修"]) : nil,
      opened: maybe(70), licenceUntil: maybe(70), closes: dice.chance(70) ? Int32(dice.roll(30) * 60) : nil,
      updatedAt: instant())
  }

  mutating func asset(_ id: UInt32) -> AssetFacts {
    let atHouse = dice.chance(40)
    return AssetFacts(
      id: id, kind: dice.pick(["elevator", "电梯", "hydrant"]), code: "E\(id)",
      building: atHouse ? nil : dice.id(size.buildings), house: atHouse ? dice.id(size.houses) : nil,
      status: dice.chance(60) ? dice.pick(["正常", "停用", "报废"]) : nil, due: maybe(70), updatedAt: instant())
  }

  mutating func link(_ id: UInt32) -> OccupancyFacts {
    let since = maybe(70)
    let until = dice.chance(45) ? (since ?? day()).adding(days: dice.roll(400)) : nil
    let isShop = dice.chance(20)
    return OccupancyFacts(
      id: id, house: dice.id(size.houses), person: isShop ? nil : dice.id(size.people),
      shop: isShop ? dice.id(size.shops) : nil,
      role: isShop ? .operator : dice.pick([.owner, .family, .tenant, .owner, .operator]), since: since, until: until)
  }

  mutating func mark(_ id: UInt32) -> TaggingFacts {
    let tag = dice.pick([1, 1, 2, 2, 3, 4, 5] as [UInt32])
    let count = tag <= 2 ? size.people : tag == 3 ? size.houses : tag == 4 ? size.shops : size.buildings
    let since = day()
    return TaggingFacts(
      id: id, tag: tag, subject: dice.id(count), since: since,
      until: dice.chance(40) ? since.adding(days: dice.roll(400)) : nil)
  }

  mutating func visit(_ id: UInt32) -> VisitFacts {
    VisitFacts(
      id: id, house: dice.id(size.houses), person: dice.chance(50) ? dice.id(size.people) : nil, on: day(120),
      purpose: dice.pick(["走访", "巡检"]))
  }

  mutating func record(_ id: UInt32) -> RecordFacts {
    guard dice.chance(60) else {
      return RecordFacts(id: id, dataset: "aid", subject: dice.id(size.people), fields: [:])
    }
    var fields: [String: RecordFacts.Value] = [:]
    if dice.chance(70) { fields["fee"] = .number(Double(dice.roll(100))) }
    if dice.chance(70) { fields["done"] = .flag(dice.chance(50)) }
    if dice.chance(70) { fields["ends"] = .day(day()) }
    if dice.chance(70) { fields["note"] = .text(dice.pick(["敲墙", "粉刷"])) }
    return RecordFacts(id: id, dataset: "renovation", subject: dice.id(size.houses), fields: fields)
  }

  static let units = ["城管", "房管所", "市场所"]

  /// Moments of orders crowd around the clock, so that it passes some of them.
  private mutating func moment() -> Instant {
    dice.chance(50)
      ? minute(of: RandomWorld.today) : Instant(milliseconds: instant().milliseconds + Int64(dice.roll(9)))
  }

  /// Any of a day's half hours, and a few seconds.
  mutating func minute(of day: Day) -> Instant {
    Instant(
      milliseconds: Int64(day.number) * 86_400_000 - 8 * 3_600_000 + Int64(dice.roll(48)) * 1_800_000
        + Int64(dice.roll(3)) * 20_000)
  }

  mutating func later(_ now: Instant, days: Int) -> Instant { minute(of: now.day.adding(days: days)) }

  mutating func order(_ id: UInt32) -> WorkOrderFacts {
    let stopped = dice.chance(50) ? moment() : nil
    return WorkOrderFacts(
      id: id, source: dice.pick(["12345", "社工上报"]), kind: dice.pick(WorkOrderKind.allCases).rawValue,
      category: dice.chance(80) ? dice.pick(["餐饮", "噪音"]) : nil, state: dice.pick(WorkOrderState.allCases).rawValue,
      unit: dice.chance(80) ? dice.pick(RandomWorld.units) : nil,
      assisting: RandomWorld.units.filter { _ in dice.chance(15) },
      givenTo: dice.chance(15) ? [UInt32(2 + dice.roll(18))] : [],
      duty: dice.chance(60) ? dice.pick(["WY01", "SR02"]) : nil,
      isUrgent: dice.chance(20), isSupervised: dice.chance(20), reportedAt: moment(), dueAt: moment(),
      closedAt: dice.chance(30) ? stopped : nil, stoppedAt: stopped,
      satisfaction: dice.chance(40) ? UInt8(1 + dice.roll(5)) : nil,
      house: dice.chance(50) ? dice.id(size.houses) : nil,
      building: dice.chance(40) ? dice.id(size.buildings) : nil, shop: dice.chance(30) ? dice.id(size.shops) : nil,
      area: UInt32(2 + dice.roll(18)), updatedAt: instant())
  }

  /// A commit that changes, adds and removes some rows; links to a removed person, house or shop go with it.
  mutating func delta(_ world: PlainWorld) -> FactsDelta {
    var delta = FactsDelta()
    for _ in 0...dice.roll(4) {
      switch dice.roll(12) {
      case 10: delta.workOrders.append(order(dice.id(size.orders + 8)))
      case 11: delta.removed[.workOrders, default: []].append(dice.id(size.orders))
      case 0: delta.people.append(person(dice.id(size.people + 4)))
      case 1: delta.houses.append(house(dice.id(size.houses)))
      case 2: delta.occupancies.append(link(dice.id(size.links + 20)))
      case 3: delta.taggings.append(mark(dice.id(size.marks + 20)))
      case 4: delta.visits.append(visit(dice.id(size.visits + 9)))
      case 5: delta.removed[.occupancies, default: []].append(dice.id(size.links))
      case 6: delta.removed[.taggings, default: []].append(dice.id(size.marks))
      case 7:
        switch dice.roll(5) {
        case 0: delta.assets.append(asset(dice.id(size.assets)))
        case 1: delta.shops.append(shop(dice.id(size.shops)))
        case 2: delta.buildings.append(building(dice.id(size.buildings)))
        case 3: delta.records.append(record(dice.id(40)))
        default: delta.removed[.records, default: []].append(dice.id(40))
        }
      case 8: delta.removed[.visits, default: []].append(dice.id(size.visits))
      default:
        let gone = dice.id(size.people)
        delta.removed[.people, default: []].append(gone)
        delta.removed[.occupancies, default: []] += world.occupancies.values.filter { $0.person == gone }.map(\.id)
        delta.removed[.taggings, default: []] += world.taggings.values.filter { $0.tag < 3 && $0.subject == gone }.map(
          \.id)
        delta.removed[.visits, default: []] += world.visits.values.filter { $0.person == gone }.map(\.id)
        delta.removed[.records, default: []] += world.records.values.filter {
          $0.dataset == "aid" && $0.subject == gone
        }.map(\.id)
      }
    }
    return RandomWorld.consistent(delta)
  }

  /// A row is either put or removed, and put once; nothing put hangs on a removed person.
  private static func consistent(_ delta: FactsDelta) -> FactsDelta {
    var delta = delta
    let gone = Set(delta.removed[.people] ?? [])
    func once<T>(_ rows: [T], _ kind: SubjectKind, _ id: (T) -> UInt32, _ person: (T) -> UInt32?) -> [T] {
      var seen = Set(delta.removed[kind] ?? [])
      return rows.filter { seen.insert(id($0)).inserted && !(person($0).map(gone.contains) ?? false) }
    }
    delta.people = once(delta.people, .people, { $0.id }, { $0.id })
    delta.houses = once(delta.houses, .houses, { $0.id }, { _ in nil })
    delta.buildings = once(delta.buildings, .buildings, { $0.id }, { _ in nil })
    delta.shops = once(delta.shops, .shops, { $0.id }, { _ in nil })
    delta.assets = once(delta.assets, .assets, { $0.id }, { _ in nil })
    delta.occupancies = once(delta.occupancies, .occupancies, { $0.id }, { $0.person })
    delta.taggings = once(delta.taggings, .taggings, { $0.id }, { $0.tag < 3 ? $0.subject : nil })
    delta.visits = once(delta.visits, .visits, { $0.id }, { $0.person })
    delta.workOrders = once(delta.workOrders, .workOrders, { $0.id }, { _ in nil })
    delta.records = once(delta.records, .records, { $0.id }, { $0.dataset == "aid" ? $0.subject : nil })
    return delta
  }
}
