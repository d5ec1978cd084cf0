import FilterLanguage
import Kernel
import TagIndex

/// One question put to a `PlainWorld`.
struct PlainAnswer {
  let world: PlainWorld
  let asOf: Day
  let scope: Scope

  func select(_ subject: Subject, _ expression: Expression) -> [UInt32] {
    everything(subject).filter { holds(expression, subject, $0, link: nil) }.sorted()
  }

  private func everything(_ subject: Subject) -> [UInt32] {
    switch subject {
    case .people: world.people.keys.filter(sees(person:))
    case .houses: world.houses.keys.filter(sees(house:))
    case .buildings: world.buildings.keys.filter(sees(building:))
    case .shops: world.shops.keys.filter(sees(shop:))
    case .assets: world.assets.keys.filter(sees(asset:))
    case .workOrders: world.orders.keys.filter(sees(order:))
    case .visits, .records: []
    }
  }

  // MARK: who is there

  private func isIn(_ committee: UInt32, _ grid: UInt32?) -> Bool {
    guard let roots else { return true }
    return [committee, grid].compactMap { $0 }.contains { start in
      var at: UInt32? = start
      while let id = at {
        if roots.contains(id) { return true }
        at = world.areas[id]?.parent
      }
      return false
    }
  }

  private var roots: [UInt32]? {
    switch scope {
    case .everything: nil
    case .areas(let roots), .unit(_, let roots): roots
    }
  }

  private func sees(order id: UInt32) -> Bool {
    guard let order = world.orders[id] else { return false }
    guard case .unit(let unit, let roots) = scope else {
      return isIn(order.area, nil) || order.givenTo.contains { isIn($0, nil) }
    }
    return (order.unit == unit || order.assisting.contains(unit))
      && (roots.isEmpty || isIn(order.area, nil) || roots.contains { isAbove(order.area, $0) })
  }

  private func isAbove(_ area: UInt32, _ root: UInt32) -> Bool {
    var at = world.areas[root]?.parent
    while let id = at {
      if id == area { return true }
      at = world.areas[id]?.parent
    }
    return false
  }

  private func sees(house id: UInt32) -> Bool { world.houses[id].map { isIn($0.committee, $0.grid) } ?? false }
  private func sees(building id: UInt32) -> Bool { world.buildings[id].map { isIn($0.committee, $0.grid) } ?? false }

  private func sees(person id: UInt32) -> Bool {
    guard let person = world.people[id], person.death.map({ $0 > asOf }) ?? true else { return false }
    return scope == .everything || care(world.occupancies.values.filter { $0.person == id })
  }

  private func sees(shop id: UInt32) -> Bool {
    world.shops[id] != nil && (scope == .everything || care(world.occupancies.values.filter { $0.shop == id }))
  }

  private func sees(asset id: UInt32) -> Bool {
    guard let asset = world.assets[id] else { return false }
    return scope == .everything || asset.house.map(sees(house:)) ?? false
      || asset.building.map(sees(building:)) ?? false
  }

  private func care(_ links: [OccupancyFacts]) -> Bool {
    let current = links.filter { isCurrent($0, on: world.today) }
    if !current.isEmpty { return current.contains { sees(house: $0.house) } }
    let ended = links.filter { $0.until.map { $0 <= world.today } ?? false }
    let last = ended.max { ($0.until ?? asOf, $0.id) < ($1.until ?? asOf, $1.id) }
    return (last.map { [$0] } ?? links).contains { sees(house: $0.house) }
  }

  private func isCurrent(_ link: OccupancyFacts, on day: Day) -> Bool {
    (link.since.map { $0 <= day } ?? true) && (link.until.map { day < $0 } ?? true)
  }

  // MARK: relations

  private func held(by id: UInt32, _ subject: Subject) -> [OccupancyFacts] {
    world.occupancies.values.filter {
      (subject == .people ? $0.person : $0.shop) == id && isCurrent($0, on: asOf) && sees(house: $0.house)
    }
  }

  private func people(in house: UInt32, residing: Bool, anyTime: Bool) -> [(UInt32, OccupancyFacts?)] {
    world.occupancies.values.compactMap { link in
      guard link.house == house, let who = link.person, !residing || link.role != .operator,
        anyTime || isCurrent(link, on: asOf), sees(person: who)
      else { return nil }
      return (who, link)
    }
  }

  private func related(
    _ relation: Relation, _ subject: Subject, _ id: UInt32, anyTime: Bool
  ) -> [(UInt32, OccupancyFacts?)] {
    switch (subject, relation) {
    case (.people, .house), (.shops, .house): return held(by: id, subject).map { ($0.house, nil) }
    case (.people, .housemates):
      return held(by: id, subject).filter { $0.role != .operator }
        .flatMap { people(in: $0.house, residing: true, anyTime: anyTime) }.filter { $0.0 != id }
    case (.shops, .people):
      return held(by: id, subject).flatMap { people(in: $0.house, residing: false, anyTime: anyTime) }
    case (.houses, .residents): return people(in: id, residing: true, anyTime: anyTime)
    case (.houses, .shops):
      return world.occupancies.values.filter { $0.house == id && isCurrent($0, on: asOf) }
        .compactMap(\.shop).filter(sees(shop:)).map { ($0, nil) }
    case (.houses, .assets):
      return world.assets.values.filter { $0.house == id && sees(asset: $0.id) }.map { ($0.id, nil) }
    case (.houses, .visits):
      return world.visits.values.filter { $0.house == id && $0.on <= asOf }.map { ($0.id, nil) }
    case (.houses, .building):
      return [world.houses[id]?.building].compactMap { $0 }.filter(sees(building:)).map { ($0, nil) }
    case (.buildings, .houses):
      return world.houses.values.filter { $0.building == id && sees(house: $0.id) }.map { ($0.id, nil) }
    case (.buildings, .assets):
      return world.assets.values.filter { $0.building == id && sees(asset: $0.id) }.map { ($0.id, nil) }
    case (.assets, .house):
      return [world.assets[id]?.house].compactMap { $0 }.filter(sees(house:)).map { ($0, nil) }
    case (.assets, .building):
      let own = world.assets[id]?.building ?? world.assets[id]?.house.flatMap { world.houses[$0]?.building }
      return [own].compactMap { $0 }.filter(sees(building:)).map { ($0, nil) }
    case (.workOrders, _), (_, .workOrders): return orders(relation, subject, id, anyTime)
    case (_, .records(let dataset)):
      return world.records.values.filter { $0.dataset == dataset && $0.subject == id }.map { ($0.id, nil) }
    default: return []
    }
  }

  private func orders(
    _ relation: Relation, _ subject: Subject, _ id: UInt32, _ anyTime: Bool
  ) -> [(UInt32, OccupancyFacts?)] {
    func met(_ there: (WorkOrderFacts) -> Bool) -> [(UInt32, OccupancyFacts?)] {
      world.orders.values.filter { there($0) && sees(order: $0.id) }.map { ($0.id, nil) }
    }
    switch (subject, relation) {
    case (.workOrders, .house):
      return [world.orders[id]?.house].compactMap { $0 }.filter(sees(house:)).map { ($0, nil) }
    case (.workOrders, .shop):
      return [world.orders[id]?.shop].compactMap { $0 }.filter(sees(shop:)).map { ($0, nil) }
    case (.workOrders, .people):
      return [world.orders[id]?.house].compactMap { $0 }.filter(sees(house:))
        .flatMap { people(in: $0, residing: true, anyTime: anyTime) }
    case (.houses, _): return met { $0.house == id }
    case (.shops, _): return met { $0.shop == id }
    case (.buildings, _):
      return met { $0.building == id || $0.house.flatMap { world.houses[$0] }?.building == id }
    default: return []
    }
  }

  private func speaksOfDates(_ expression: Expression) -> Bool {
    switch expression {
    case .and(let parts), .or(let parts): parts.contains(where: speaksOfDates)
    case .not(let inner): speaksOfDates(inner)
    case .field(.since, _), .field(.until, _): true
    default: false
    }
  }

  // MARK: expressions

  func holds(_ expression: Expression, _ subject: Subject, _ id: UInt32, link: OccupancyFacts?) -> Bool {
    switch expression {
    case .everything: return true
    case .and(let parts): return parts.allSatisfy { holds($0, subject, id, link: link) }
    case .or(let parts): return parts.contains { holds($0, subject, id, link: link) }
    case .not(let inner): return !holds(inner, subject, id, link: link)
    case .tag(let code):
      guard let tag = world.catalogue.tags.first(where: { $0.code == code }) else { return false }
      if let rule = tag.rule { return holds(rule, subject, id, link: nil) }
      return world.taggings.values.contains {
        $0.tag == tag.id && $0.subject == id && $0.since <= asOf && ($0.until.map { asOf < $0 } ?? true)
      }
    case .related(let quantifier, let relation, let inner):
      guard let target = relation.target(from: subject) else { return false }
      let rows = related(relation, subject, id, anyTime: target == .people && speaksOfDates(inner))
      let hits = rows.filter { holds(inner, target, $0.0, link: target == .people ? $0.1 : nil) }
      switch quantifier {
      case .any: return !hits.isEmpty
      case .no: return hits.isEmpty
      case .all: return !rows.isEmpty && hits.count == rows.count
      }
    case .count(let relation, let inner, let op, let number):
      guard let target = relation.target(from: subject) else { return false }
      let rows = related(relation, subject, id, anyTime: target == .people && speaksOfDates(inner))
      let hits = Set(
        rows.filter { holds(inner, target, $0.0, link: target == .people ? $0.1 : nil) }.map(\.0))
      return compare(Double(hits.count), op, Double(number))
    case .field(let field, let test):
      return values(field, subject, id, link).contains { passes($0, test, isAddress: field == .address) }
    }
  }

  enum Found {
    case text(String)
    case number(Double)
    case day(Day)
    case flag(Bool)
    /// An area and those above it, of one level.
    case area(AreaFacts)
  }

  private func values(_ field: Field, _ subject: Subject, _ id: UInt32, _ link: OccupancyFacts?) -> [Found] {
    if let found = place(field, subject, id) { return found }
    switch subject {
    case .people: return world.people[id].map { person(field, $0, link) } ?? []
    case .houses: return world.houses[id].map { house(field, $0) } ?? []
    case .buildings:
      guard let row = world.buildings[id] else { return [] }
      switch field {
      case .stored(let name): return stored(row.stored[name])
      case .elevators:
        let own = world.assets.values.filter {
          $0.building == id && ["elevator", "电梯"].contains($0.kind) && !["停用", "报废"].contains($0.status ?? "")
            && sees(asset: $0.id)
        }
        return [.number(Double(own.count))]
      default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
      }
    case .shops:
      guard let row = world.shops[id] else { return [] }
      switch field {
      case .name: return [.text(row.name)]
      case .kind: return [.text(row.kind)]
      case .category: return text(row.category)
      case .status: return text(row.status)
      case .opened: return day(row.opened)
      case .licenceUntil: return day(row.licenceUntil)
      case .closes: return number(row.closes)
      default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
      }
    case .assets:
      guard let row = world.assets[id] else { return [] }
      switch field {
      case .kind: return [.text(row.kind == "电梯" ? "elevator" : row.kind)]
      case .status: return text(row.status)
      case .due: return day(row.due)
      default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
      }
    case .workOrders: return world.orders[id].map { order(field, $0) } ?? []
    case .visits:
      guard let row = world.visits[id] else { return [] }
      return field == .visitedOn ? [.day(row.on)] : [.text(row.purpose)]
    case .records:
      guard case .attribute(let name) = field, let value = world.records[id]?.fields[name] else { return [] }
      switch value {
      case .text(let value): return [.text(value)]
      case .number(let value): return [.number(value)]
      case .day(let value): return [.day(value)]
      case .flag(let value): return [.flag(value)]
      }
    }
  }

  private func order(_ field: Field, _ row: WorkOrderFacts) -> [Found] {
    switch field {
    case .source: return [.text(row.source)]
    case .kind: return text(WorkOrderKind(rawValue: row.kind)?.title)
    case .category: return text(row.category)
    case .state: return [.text(row.state)]
    case .unit: return text(row.unit)
    case .duty: return text(row.duty)
    case .urgent: return [.flag(row.isUrgent)]
    case .supervised: return [.flag(row.isSupervised)]
    case .overdue: return [.flag(isOverdue(row))]
    case .reportedAt: return [.day(row.reportedAt.day)]
    case .dueAt: return [.day(row.dueAt.day)]
    case .closedAt: return day(row.closedAt?.day)
    case .satisfaction: return row.satisfaction.map { [.number(Double($0))] } ?? []
    default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
    }
  }

  /// On the world's day by its minute, else by the end of the day.
  private func isOverdue(_ row: WorkOrderFacts) -> Bool {
    func minute(_ moment: Instant) -> Int64 { Int64((Double(moment.milliseconds) / 60_000).rounded(.down)) }
    if asOf == world.today { return row.stoppedAt == nil && minute(row.dueAt) < minute(world.now) }
    return row.dueAt.day <= asOf && (row.stoppedAt.map { $0.day > asOf } ?? true)
  }

  private func person(_ field: Field, _ row: PersonFacts, _ link: OccupancyFacts?) -> [Found] {
    let links = link.map { [$0] } ?? held(by: row.id, .people)
    switch field {
    case .name: return [.text(row.name)]
    case .birthDate: return day(row.birth)
    case .age:
      return row.birth.flatMap { Age.years(born: $0, on: asOf) }.map { [.number(Double($0))] } ?? []
    case .turns(let years): return row.birth.map { [.day(Age.day(completing: years, born: $0))] } ?? []
    case .sex: return text(row.sex)
    case .hukou: return text(row.hukou)
    case .ethnicity: return text(row.ethnicity)
    case .education: return text(row.education)
    case .role: return links.map { .text($0.role.word) }
    case .since: return links.compactMap(\.since).map { .day($0) }
    case .until: return links.compactMap(\.until).map { .day($0) }
    case .lastVisited:
      let houses = Set(held(by: row.id, .people).map(\.house))
      let days = world.visits.values.filter {
        $0.on <= asOf && sees(house: $0.house)
          && ($0.person == row.id || ($0.person == nil && houses.contains($0.house)))
      }
      return day(days.map(\.on).max())
    default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
    }
  }

  private func stored(_ value: StoredValue?) -> [Found] {
    switch value {
    case .number(let number): [.number(number)]
    case .text(let text): [.text(text)]
    case nil: []
    }
  }

  private func house(_ field: Field, _ row: HouseFacts) -> [Found] {
    switch field {
    case .kind: return [.text(row.kind)]
    case .area: return row.area.map { [.number($0)] } ?? []
    case .stored(let name): return stored(row.stored[name])
    case .residents:
      return [.number(Double(Set(people(in: row.id, residing: true, anyTime: false).map(\.0)).count))]
    case .use:
      let links = world.occupancies.values.filter { link in
        guard link.house == row.id, isCurrent(link, on: asOf), let who = link.person else {
          return link.house == row.id && isCurrent(link, on: asOf)
        }
        return world.people[who].map { person in person.death.map { $0 > asOf } ?? true } ?? false
      }
      if links.contains(where: { $0.role == .tenant || $0.role == .operator }) { return [.text("let")] }
      return [.text(links.isEmpty ? "vacant" : "self")]
    default: return field == .updatedAt ? [.day(row.updatedAt.day)] : []
    }
  }

  private func place(_ field: Field, _ subject: Subject, _ id: UInt32) -> [Found]? {
    guard [.address, .road, .compound, .committee, .grid, .subdistrict, .district].contains(field) else { return nil }
    if subject == .workOrders, let order = world.orders[id] { return orderPlace(field, order) }
    var found: [Found] = []
    let (houses, buildings) = spots(subject, id)
    for house in houses.compactMap({ world.houses[$0] }) {
      found += spot(field, house.address, world.buildings[house.building], house.committee, house.grid)
    }
    for building in buildings.compactMap({ world.buildings[$0] }) {
      found += spot(field, building.address, building, building.committee, building.grid)
    }
    return found
  }

  private func orderPlace(_ field: Field, _ order: WorkOrderFacts) -> [Found] {
    let levels: [Field: AreaFacts.Level] = [
      .committee: .committee, .grid: .grid, .subdistrict: .subdistrict, .district: .district,
    ]
    if let level = levels[field] {
      var at = world.areas[order.area]
      while let area = at {
        if area.level == level { return [.area(area)] }
        at = area.parent.flatMap { world.areas[$0] }
      }
      return []
    }
    if let id = order.house {
      return world.houses[id].map { spot(field, $0.address, world.buildings[$0.building], 0, nil) } ?? []
    }
    return order.building.flatMap { world.buildings[$0] }.map { spot(field, $0.address, $0, 0, nil) } ?? []
  }

  private func spots(_ subject: Subject, _ id: UInt32) -> ([UInt32], [UInt32]) {
    switch subject {
    case .people, .shops: (held(by: id, subject).map(\.house), [])
    case .houses: ([id], [])
    case .buildings: ([], [id])
    case .assets:
      (
        [world.assets[id]?.house].compactMap { $0 }.filter(sees(house:)),
        [world.assets[id]?.building].compactMap { $0 }.filter(sees(building:))
      )
    case .workOrders, .visits, .records: ([], [])
    }
  }

  private func spot(
    _ field: Field, _ address: String, _ building: BuildingFacts?, _ committee: UInt32, _ grid: UInt32?
  ) -> [Found] {
    switch field {
    case .address: return [.text(address)]
    case .road: return text(building?.road)
    case .compound: return text(building?.compound)
    case .grid: return grid.flatMap { world.areas[$0] }.map { [.area($0)] } ?? []
    default:
      let level: AreaFacts.Level =
        field == .committee ? .committee : field == .subdistrict ? .subdistrict : .district
      var at = world.areas[committee]
      while let area = at {
        if area.level == level { return [.area(area)] }
        at = area.parent.flatMap { world.areas[$0] }
      }
      return []
    }
  }

  private func text(_ value: String?) -> [Found] { value.map { [.text($0)] } ?? [] }
  private func day(_ value: Day?) -> [Found] { value.map { [.day($0)] } ?? [] }
  private func number(_ value: Int32?) -> [Found] { value.map { [.number(Double($0))] } ?? [] }

  // MARK: tests

  private func passes(_ found: Found, _ test: Test, isAddress: Bool) -> Bool {
    switch test {
    case .list(let values): return values.contains { passes(found, .compare(.equal, $0), isAddress: isAddress) }
    case .range(let low, let high):
      return (low.map { passes(found, .compare(.greaterOrEqual, $0), isAddress: false) } ?? true)
        && (high.map { passes(found, .compare(.lessOrEqual, $0), isAddress: false) } ?? true)
    case .period(let period):
      if case .day(let day) = found { return period.days(asOf: asOf).contains(day) }
      return false
    case .compare(let op, let value):
      switch (found, value) {
      case (.text(let left), .text(let right)):
        if op == .matches {
          let (left, right) = (Array(left.utf8), Array(right.utf8))
          if isAddress { return left.starts(with: right) }
          return right.isEmpty || left.indices.contains { left[$0...].starts(with: right) }
        }
        return compare(left, op, right)
      case (.number(let left), .number(let right)): return compare(left, op, right)
      case (.number(let left), .time(let right)): return compare(left, op, Double(right))
      case (.day(let left), .day(let right)): return compare(left, op, right.day(asOf: asOf))
      case (.flag(let left), .flag(let right)): return op == .equal ? left == right : left != right
      case (.area(let area), .text(let name)):
        let same = AreaName.bare(area.name, area.level) == AreaName.bare(name, area.level)
        return op == .equal ? same : !same
      default: return false
      }
    }
  }

  private func compare<V: Comparable>(_ left: V, _ op: Operator, _ right: V) -> Bool {
    switch op {
    case .equal: left == right
    case .notEqual: left != right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .matches: false
    }
  }
}
