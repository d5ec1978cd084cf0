import Kernel

/// Rows that a commit changed, or that stand near such rows.
struct Touched {
  var people: Set<UInt32> = []
  var houses: Set<UInt32> = []
  var buildings: Set<UInt32> = []
  var shops: Set<UInt32> = []
  var assets: Set<UInt32> = []
  var orders: Set<UInt32> = []

  var count: Int { people.count + houses.count + buildings.count + shops.count + assets.count + orders.count }

  mutating func formUnion(_ other: Touched) {
    people.formUnion(other.people)
    houses.formUnion(other.houses)
    buildings.formUnion(other.buildings)
    shops.formUnion(other.shops)
    assets.formUnion(other.assets)
    orders.formUnion(other.orders)
  }

  mutating func insert(slot: Int, _ id: UInt32) {
    switch slot {
    case 0: people.insert(id)
    case 1: houses.insert(id)
    case 2: shops.insert(id)
    default: buildings.insert(id)
    }
  }
}

extension World {
  /// The rows themselves and all that one link of person, house, building, shop, asset or order, of whatever time, leads
  /// to.
  func neighbours(of touched: Touched) -> Touched {
    var found = touched
    for id in touched.people { occupancies.ofPerson.each(id) { found.houses.insert(occupancies.house[$0]) } }
    for id in touched.shops {
      occupancies.ofShop.each(id) { found.houses.insert(occupancies.house[$0]) }
      orders.ofShop.each(id) { found.orders.insert($0) }
    }
    for id in touched.houses {
      occupancies.ofHouse.each(id) { link in
        if occupancies.person[link] != 0 { found.people.insert(occupancies.person[link]) }
        if occupancies.shop[link] != 0 { found.shops.insert(occupancies.shop[link]) }
      }
      // Somebody may have been visited in a house that they have no link to.
      visits.ofHouse.each(id) { if visits.person[$0] != 0 { found.people.insert(visits.person[$0]) } }
      assets.ofHouse.each(id) { found.assets.insert($0) }
      orders.ofHouse.each(id) { found.orders.insert($0) }
      if houses.building[id] != 0 { found.buildings.insert(houses.building[id]) }
    }
    for id in touched.buildings {
      houses.ofBuilding.each(id) { found.houses.insert($0) }
      assets.ofBuilding.each(id) { found.assets.insert($0) }
      orders.ofBuilding.each(id) { found.orders.insert($0) }
    }
    for id in touched.assets {
      if assets.house[id] != 0 { found.houses.insert(assets.house[id]) }
      if assets.building[id] != 0 { found.buildings.insert(assets.building[id]) }
    }
    for id in touched.orders { placesOfOrder(id, &found) }
    return found
  }

  /// The rows that a delta names, with the ends of links as they are before it is applied.
  func touched(by delta: FactsDelta) -> Touched {
    var touched = Touched()
    func ids(_ kind: SubjectKind, _ put: [UInt32]) -> [UInt32] { put + (delta.removed[kind] ?? []) }
    touched.people.formUnion(ids(.people, delta.people.map(\.id)))
    touched.houses.formUnion(ids(.houses, delta.houses.map(\.id)))
    touched.buildings.formUnion(ids(.buildings, delta.buildings.map(\.id)))
    touched.shops.formUnion(ids(.shops, delta.shops.map(\.id)))
    touched.assets.formUnion(ids(.assets, delta.assets.map(\.id)))
    for id in ids(.occupancies, delta.occupancies.map(\.id)) {
      ends(occupancies.person[id], occupancies.house[id], occupancies.shop[id], &touched)
    }
    for facts in delta.occupancies { ends(facts.person ?? 0, facts.house, facts.shop ?? 0, &touched) }
    for id in ids(.visits, delta.visits.map(\.id)) { ends(visits.person[id], visits.house[id], 0, &touched) }
    for facts in delta.visits { ends(facts.person ?? 0, facts.house, 0, &touched) }
    for id in ids(.houses, delta.houses.map(\.id)) where houses.building[id] != 0 {
      touched.buildings.insert(houses.building[id])
    }
    for facts in delta.houses { touched.buildings.insert(facts.building) }
    touchAssets(delta, &touched)
    touchOrders(delta, &touched)
    touchMarks(delta, &touched)
    return touched
  }

  private func ends(_ person: UInt32, _ house: UInt32, _ shop: UInt32, _ touched: inout Touched) {
    if person != 0 { touched.people.insert(person) }
    if house != 0 { touched.houses.insert(house) }
    if shop != 0 { touched.shops.insert(shop) }
  }

  private func touchAssets(_ delta: FactsDelta, _ touched: inout Touched) {
    for id in touched.assets {
      if assets.house[id] != 0 { touched.houses.insert(assets.house[id]) }
      if assets.building[id] != 0 { touched.buildings.insert(assets.building[id]) }
    }
    for facts in delta.assets {
      if let house = facts.house { touched.houses.insert(house) }
      if let building = facts.building { touched.buildings.insert(building) }
    }
  }

  private func touchOrders(_ delta: FactsDelta, _ touched: inout Touched) {
    for id in delta.workOrders.map(\.id) + (delta.removed[.workOrders] ?? []) {
      touched.orders.insert(id)
      placesOfOrder(id, &touched)
    }
    for facts in delta.workOrders {
      if let house = facts.house { touched.houses.insert(house) }
      if let building = facts.building { touched.buildings.insert(building) }
      if let shop = facts.shop { touched.shops.insert(shop) }
    }
  }

  private func placesOfOrder(_ id: UInt32, _ touched: inout Touched) {
    if orders.house[id] != 0 { touched.houses.insert(orders.house[id]) }
    if orders.building[id] != 0 { touched.buildings.insert(orders.building[id]) }
    if orders.shop[id] != 0 { touched.shops.insert(orders.shop[id]) }
  }

  /// Taggings and records touch whom they are about.
  private func touchMarks(_ delta: FactsDelta, _ touched: inout Touched) {
    for id in delta.taggings.map(\.id) + (delta.removed[.taggings] ?? []) {
      if let slot = taggings.kind(of: taggings.tag[id]) { touched.insert(slot: slot, taggings.subject[id]) }
    }
    for facts in delta.taggings {
      if let slot = taggings.kind(of: facts.tag) { touched.insert(slot: slot, facts.subject) }
    }
    for id in delta.records.map(\.id) + (delta.removed[.records] ?? []) {
      if let about = records.subject(of: id) { touched.insert(slot: about.slot, about.id) }
    }
    for facts in delta.records {
      if let slot = catalogue.dataset(facts.dataset)?.subject.slot { touched.insert(slot: slot, facts.subject) }
    }
  }
}
