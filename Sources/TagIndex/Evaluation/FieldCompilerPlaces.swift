import FilterLanguage
import Kernel

/// Where a row is. People and shops are where the houses are that they hold on the question's day (any of them); an asset
/// is where its house or building is, and so is a work order, whose areas are its own.
extension FieldCompiler {
  /// Nil when the field is none of a place.
  func place(_ field: Field, _ test: Test, _ subject: Subject) throws(Problem) -> (any Node)? {
    guard let level = FieldCompiler.level(field) else {
      switch field {
      case .address, .road, .compound: break
      default: return nil
      }
      return try around(subject) { at throws(Problem) in try self.text(field, test, at) }
    }
    let areas = try self.areas(level, test, within: subject == .workOrders ? level : nil)
    if subject == .workOrders { return orderPlace(areas) }
    if subject == .people || subject == .shops, frame.isToday, frame.open.map({ areas.isSubset(of: $0) }) ?? true {
      let family = subject == .people ? world.people.places : world.shops.places
      return SetNode(.shared(areas.compactMap { family[Int($0)] }))
    }
    return try around(subject) { at throws(Problem) in
      let family = at == .houses ? self.world.houses.places : self.world.buildings.places
      return SetNode(.shared(areas.compactMap { family[Int($0)] }))
    }
  }

  static func level(_ field: Field) -> AreaFacts.Level? {
    switch field {
    case .committee: .committee
    case .grid: .grid
    case .subdistrict: .subdistrict
    case .district: .district
    default: nil
    }
  }

  /// A question about the houses or buildings that a subject is in.
  private func around(
    _ subject: Subject, _ make: (Subject) throws(Problem) -> any Node
  ) throws(Problem) -> any Node {
    func any(_ step: Step, _ target: Subject) throws(Problem) -> any Node {
      RelationNode(
        .any, step, InnerQuestion(try make(target), target: target, isOfLinks: false), frame, anyTime: false)
    }
    switch subject {
    case .houses, .buildings: return try make(subject)
    case .people: return try any(.personHouse, .houses)
    case .shops: return try any(.shopHouse, .houses)
    case .assets: return OrNode([try any(.assetHouse, .houses), try any(.assetOwnBuilding, .buildings)])
    case .workOrders: return OrderSpotNode(houses: try make(.houses), buildings: try make(.buildings), world)
    case .visits, .records: throw Problem(.invalid, "unknown_field", "\(subject.word) 没有地点。")
    }
  }

  private func text(_ field: Field, _ test: Test, _ at: Subject) throws(Problem) -> any Node {
    if field == .address {
      guard let test = TextTest(test, fold: fold) else { throw Problem(.invalid, "unknown_field", "地址不能这样比较。") }
      return TextNode(test, at == .houses ? world.houses.address : world.buildings.address, isPrefix: true)
    }
    guard let test = TextTest(test) else { throw Problem(.invalid, "unknown_field", "地名不能这样比较。") }
    let column = field == .road ? world.buildings.road : world.buildings.compound
    let buildings = WordNode(column) { test.holds($0) }
    guard at == .houses else { return buildings }
    return SetNode(self.houses(of: buildings))
  }

  private func houses(of buildings: any Node) -> Bitmap {
    let found = buildings.select(within: world.buildings.all, frame.budget)
    let houses = world.houses.ofBuilding.view
    var ids: [UInt32] = []
    found.each(frame.budget) { houses.each($0) { ids.append($0) } }
    ids.sort()
    return Bitmap(ids)
  }

  /// The committees, or grids, that pass a test of an area's name; with `within` all areas from that level down.
  private func areas(
    _ level: AreaFacts.Level, _ test: Test, within top: AreaFacts.Level?
  ) throws(Problem) -> Set<UInt32> {
    var named: Set<UInt32> = []
    for name in SealedTest.values(test) {
      let found = world.areas.named(name, level)
      if found.isEmpty { throw unknown(name, level) }
      named.formUnion(found)
    }
    let leaf = level == .grid ? AreaFacts.Level.grid : .committee
    func isLeaf(_ area: UInt32) -> Bool {
      guard let area = world.areas.rows[area] else { return false }
      return top.map { area.level >= $0 } ?? (area.level == leaf)
    }
    let below = world.areas.below(named)
    guard case .compare(.notEqual, _) = test else { return below.filter(isLeaf) }
    // Not in it, but in another of that level.
    return Set(
      world.areas.rows.keys.filter { area in
        isLeaf(area) && !below.contains(area) && world.areas.above(area, level) != nil
      })
  }

  /// Names what the asker may know of: areas of the scope and those they lie in.
  private func unknown(_ name: String, _ level: AreaFacts.Level) -> Problem {
    let rows = world.areas.rows.values.filter { $0.level == level }
    let known = rows.filter { area in
      guard let open = frame.open else { return true }
      return open.contains(area.id) || open.contains { world.areas.above($0, level) == area.id }
    }
    let names = Set(known.map { AreaName.bare($0.name, level) }).sorted()
    let near = Nearest.first(5, to: AreaName.bare(name, level), among: names)
    return Problem(
      .invalid, "unknown_area", "没有区划「\(name)」。",
      notes: [Problem.Note(.parameter("where"), "没有区划「\(name)」。", suggestions: near)])
  }
}

extension Bitmap {
  /// The union for reading only: of one set, that set itself.
  package static func shared(_ parts: [Bitmap]) -> Bitmap { parts.count == 1 ? parts[0] : union(parts) }
}
