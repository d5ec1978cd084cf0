import FilterLanguage
import Kernel
import TagIndex

/// A street of two committees, three houses and a handful of people, on 2026-11-21.
///
/// 延中: house 1 (张三, owner, 90; 李四, tenant since 2026-11-01), house 2 (empty). 雁荡: house 3 (张三 too; 王五, alone no
/// more; 老大昌 trades there).
struct SmallStreet {
  static let today = Day(number: 20_778)
  /// Nine in the morning of that day.
  static let nine = Instant(milliseconds: Int64(today.number) * 86_400_000 + 3_600_000)
  static let instant = Instant(milliseconds: 1_790_000_000_000)
  var world: PlainWorld

  init(tags: [TagEntry] = []) {
    world = PlainWorld(catalogue: Catalogue(tags: tags, datasets: []), now: SmallStreet.nine)
    var delta = FactsDelta()
    delta.areas = [
      AreaFacts(id: 1, code: "310000", name: "上海市", level: .city, parent: nil),
      AreaFacts(id: 2, code: "310101", name: "黄浦区", level: .district, parent: 1),
      AreaFacts(id: 3, code: "310101001", name: "瑞金二路街道", level: .subdistrict, parent: 2),
      AreaFacts(id: 4, code: "1", name: "延中居委会", level: .committee, parent: 3),
      AreaFacts(id: 5, code: "2", name: "雁荡居民区", level: .committee, parent: 3),
    ]
    delta.buildings = [SmallStreet.building(1, 4, "长乐路2号"), SmallStreet.building(2, 5, "雁荡路10号")]
    delta.houses = [
      SmallStreet.house(1, 1, 4, "长乐路2号101室"), SmallStreet.house(2, 1, 4, "长乐路2号102室"),
      SmallStreet.house(3, 2, 5, "雁荡路10号"),
    ]
    delta.people = [
      SmallStreet.person(1, "张三", Day(year: 1936, month: 2, day: 29)),
      SmallStreet.person(2, "李四", Day(year: 1990, month: 5, day: 1)), SmallStreet.person(3, "王五", nil),
    ]
    delta.shops = [
      ShopFacts(
        id: 1, name: "老大昌", creditCode: nil, kind: "storefront", category: "餐饮", status: "营业", opened: nil,
        licenceUntil: nil, closes: nil, updatedAt: SmallStreet.instant)
    ]
    let november = Day(year: 2026, month: 11, day: 1)
    delta.occupancies = [
      OccupancyFacts(id: 1, house: 1, person: 1, shop: nil, role: .owner, since: nil, until: nil),
      OccupancyFacts(id: 2, house: 1, person: 2, shop: nil, role: .tenant, since: november, until: nil),
      OccupancyFacts(id: 3, house: 3, person: 1, shop: nil, role: .owner, since: nil, until: nil),
      OccupancyFacts(id: 4, house: 3, person: 3, shop: nil, role: .family, since: nil, until: nil),
      OccupancyFacts(id: 5, house: 3, person: nil, shop: 1, role: .operator, since: nil, until: nil),
    ]
    world.apply(delta)
  }

  static func building(_ id: UInt32, _ committee: UInt32, _ address: String) -> BuildingFacts {
    BuildingFacts(
      id: id, district: 2, committee: committee, grid: nil, address: address, road: "长乐路", compound: nil,
      stored: [:], updatedAt: instant)
  }

  static func house(_ id: UInt32, _ building: UInt32, _ committee: UInt32, _ address: String) -> HouseFacts {
    HouseFacts(
      id: id, building: building, committee: committee, grid: nil, address: address, kind: "dwelling", area: nil,
      stored: [:], updatedAt: instant)
  }

  static func person(_ id: UInt32, _ name: String, _ birth: Day?, death: Day? = nil) -> PersonFacts {
    PersonFacts(
      id: id, name: name, sex: nil, birth: birth, death: death, hukou: nil, ethnicity: nil, education: nil,
      updatedAt: instant)
  }

  func ids(
    _ subject: Subject, _ expression: Expression, asOf: Day = SmallStreet.today, scope: Scope = .everything
  ) throws -> [UInt32] {
    try world.index().select(Query(subject, expression, asOf: asOf, scope: scope)).ids.ids()
  }
}

func day(_ text: String) -> Day { Day(text) ?? SmallStreet.today }
