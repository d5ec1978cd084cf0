import FilterLanguage
import Kernel

/// Makes the tests of fields in a question ready for one frame.
struct FieldCompiler {
  let frame: Frame
  let sealed: [SealedTest: [UInt32]]
  let fold: @Sendable (String) -> String

  var world: World { frame.world }

  func field(_ field: Field, _ test: Test, _ subject: Subject, linked: Bool) throws(Problem) -> any Node {
    if let node = try place(field, test, subject) { return node }
    if SealedTest.isSealed(field) { return try sealedNode(field, test) }
    if let node = stored(field, test, subject) { return node }
    let node: (any Node)? =
      switch subject {
      case .people: try person(field, test, linked: linked)
      case .houses: house(field, test)
      case .buildings: building(field, test)
      case .shops: shop(field, test)
      case .assets: asset(field, test)
      case .workOrders: order(field, test)
      case .visits: visit(field, test)
      case .records(let dataset): attribute(dataset, field, test)
      }
    guard let node else {
      throw Problem(.invalid, "unknown_field", "\(subject.word) 不能这样比较 \(field)。")
    }
    return node
  }

  private func person(_ field: Field, _ test: Test, linked: Bool) throws(Problem) -> (any Node)? {
    let people = world.people
    switch field {
    case .name: return text(test, people.name)
    case .birthDate: return spans(test).map { DayNode($0, people.birth, buckets: people.births) }
    case .age:
      let births = DaySpans.births(age: NumberTest(test), on: frame.asOf)
      return DayNode(births, people.birth, buckets: people.births)
    case .turns(let years):
      return spans(test).map { DayNode($0.births(completing: years), people.birth, buckets: people.births) }
    case .sex: return word(test, people.sex)
    case .hukou: return word(test, people.hukou)
    case .ethnicity: return word(test, people.ethnicity)
    case .education: return word(test, people.education)
    case .role:
      guard let test = TextTest(test) else { return nil }
      let roles = OccupancyFacts.Role.allCases.filter { test.holds($0.word) }.map(\.rawValue)
      return occupancy(.role(Set(roles)), linked: linked)
    case .since: return spans(test).map { occupancy(.since($0), linked: linked) }
    case .until: return spans(test).map { occupancy(.until($0), linked: linked) }
    case .lastVisited: return spans(test).map { LastVisitNode($0, frame) }
    case .updatedAt: return day(test, people.updated)
    default: return nil
    }
  }

  private func stored(_ field: Field, _ test: Test, _ subject: Subject) -> (any Node)? {
    guard case .stored(let name) = field else { return nil }
    switch world.stored(name, subject) {
    case .numbers(let column):
      let view = column.view
      return NumberNode(NumberTest(test)) { view[$0] }
    case .words(let column): return word(test, column)
    case nil: return nil
    }
  }

  private func house(_ field: Field, _ test: Test) -> (any Node)? {
    let houses = world.houses
    switch field {
    case .kind: return word(test, houses.kind)
    case .use: return use(test)
    case .residents: return residents(NumberTest(test))
    case .area:
      let area = houses.area.view
      return NumberNode(NumberTest(test)) { area[$0] }
    case .updatedAt: return day(test, houses.updated)
    default: return nil
    }
  }

  private func use(_ test: Test) -> (any Node)? {
    guard let test = TextTest(test) else { return nil }
    let passing = HouseUse.allCases.filter { test.holds($0.word) }
    if frame.isToday {
      return SetNode(.shared(passing.compactMap { self.world.houses.uses[Int($0.rawValue)] }))
    }
    let (occupancies, death, day) = (world.occupancies, world.people.death, frame.day)
    return NumberNode(NumberTest(.compare(.equal, .number(1))), cost: .walk) { id in
      passing.contains(HouseUse.of(id, occupancies: occupancies, death: death, on: day)) ? 1 : 0
    }
  }

  /// 0 is a number too.
  private func residents(_ test: NumberTest) -> any Node {
    if frame.isToday { return SmallNumberNode(test, world.houses.residents) }
    let walk = Walk(.residents, frame)
    return NumberNode(test, cost: .walk) { Double(CountNode.count($0, walk)) }
  }

  private func building(_ field: Field, _ test: Test) -> (any Node)? {
    let buildings = world.buildings
    switch field {
    case .elevators:
      let (world, frame) = (world, frame)
      return NumberNode(NumberTest(test), cost: .walk) { Double(Elevators.count(of: $0, world, frame)) }
    case .updatedAt: return day(test, buildings.updated)
    default: return nil
    }
  }

  private func shop(_ field: Field, _ test: Test) -> (any Node)? {
    let shops = world.shops
    switch field {
    case .name: return text(test, shops.name)
    case .kind: return word(test, shops.kind)
    case .category: return word(test, shops.category)
    case .status: return word(test, shops.status)
    case .opened: return day(test, shops.opened)
    case .licenceUntil: return day(test, shops.licenceUntil)
    case .closes: return NumberNode(NumberTest(test), shops.closes)
    case .updatedAt: return day(test, shops.updated)
    default: return nil
    }
  }

  private func asset(_ field: Field, _ test: Test) -> (any Node)? {
    let assets = world.assets
    switch field {
    case .kind:
      // Registers that were not taken in as rosters may have the Chinese word: 电梯 is an elevator.
      return TextTest(test, fold: { RosterWords.assetKind[$0] ?? $0 }).map { test in
        WordNode(assets.kind) { word in
          let known = RosterWords.assetKind[word] ?? word
          guard test.kind == .contains else { return test.holds(known) }
          return [known, word, FieldWords.chinese(known, .kind, .assets)].contains(where: test.holds)
        }
      }
    case .status: return word(test, assets.status)
    case .due: return day(test, assets.due)
    case .updatedAt: return day(test, assets.updated)
    default: return nil
    }
  }

  private func visit(_ field: Field, _ test: Test) -> (any Node)? {
    switch field {
    case .visitedOn: day(test, world.visits.day)
    case .purpose: word(test, world.visits.purpose)
    default: nil
    }
  }

  private func attribute(_ dataset: String, _ field: Field, _ test: Test) -> (any Node)? {
    guard case .attribute(let name) = field else { return nil }
    let (text, number, days) = (TextTest(test), NumberTest(test), DaySpans(test, asOf: frame.asOf))
    let read = world.records.reader(dataset, name) ?? { _ in nil }
    return AttributeNode(read) { value in
      switch value {
      case .text(let value): text?.holds(value) ?? false
      case .number(let value): number.holds(value)
      case .day(let value): days?.contain(value.number) ?? false
      case .flag(let value): test.holds(flag: value)
      }
    }
  }

  private func sealedNode(_ field: Field, _ test: Test) throws(Problem) -> any Node {
    if case .compare(let op, _) = test, op != .equal {
      throw Problem(.invalid, "sealed_field", "此项只能用 = 比较。")
    }
    var ids: [UInt32] = []
    for value in SealedTest.values(test) {
      guard let found = sealed[SealedTest(field, value)] else {
        throw Problem(.invalid, "sealed_field", "此项不能用在标签规则里。")
      }
      ids += found
    }
    return SetNode(Bitmap(ids))
  }

  private func occupancy(_ kind: OccupancyTest.Kind, linked: Bool) -> any Node {
    let test = OccupancyTest(kind, world.occupancies)
    return linked ? LinkNode(test) : OwnOccupancyNode(test, frame)
  }

  private func spans(_ test: Test) -> DaySpans? { DaySpans(test, asOf: frame.asOf) }
  private func day(_ test: Test, _ column: Column<Int32>) -> (any Node)? { spans(test).map { DayNode($0, column) } }
  private func text(_ test: Test, _ column: TextColumn) -> (any Node)? { TextTest(test).map { TextNode($0, column) } }
  private func word(_ test: Test, _ column: WordColumn) -> (any Node)? {
    TextTest(test).map { test in WordNode(column) { test.holds($0) } }
  }
}

/// Elevators of a building: its own assets of that kind, whatever language it is written in, that are neither out of
/// use (停用) nor scrapped (报废). One without a status counts.
enum Elevators {
  private static let kinds: Set<String> = ["elevator", "电梯"]
  private static let gone: Set<String> = ["停用", "报废"]

  static func count(of building: UInt32, _ world: World, _ frame: Frame) -> Int {
    let (kind, status) = (world.assets.kind, world.assets.status)
    var count = 0
    Walk(.buildingAssets, frame).from(building) { asset, _ in
      let isGone = gone.contains(status.words.texts[Int(status.view[asset])])
      if kinds.contains(kind.words.texts[Int(kind.view[asset])]), !isGone { count += 1 }
      return true
    }
    return count
  }
}
