import Kernel

extension World {
  /// Brings the rows up to a commit, and what follows from them on the index's day.
  func apply(_ delta: FactsDelta) {
    relinking(structure(of: delta)) {
      put(delta)
      remove(delta.removed)
    }
  }

  /// The rows whose places, care, residents or use may follow from another row of the delta.
  private func structure(of delta: FactsDelta) -> Touched {
    var links = FactsDelta()
    (links.people, links.houses, links.shops, links.occupancies) =
      (delta.people, delta.houses, delta.shops, delta.occupancies)
    links.removed = delta.removed.filter { [.people, .houses, .shops, .occupancies].contains($0.key) }
    guard !links.isEmpty else { return Touched() }
    return neighbours(of: touched(by: links))
  }

  private func relinking(_ near: Touched, _ change: () -> Void) {
    for id in near.people { unlinkPerson(id) }
    for id in near.shops { unlinkShop(id) }
    for id in near.houses { unlinkHouse(id) }
    change()
    for id in near.people { linkPerson(id) }
    for id in near.shops { linkShop(id) }
    for id in near.houses { linkHouse(id) }
  }

  private func put(_ delta: FactsDelta) {
    for facts in delta.areas { areas.put(facts) }
    for facts in delta.buildings { buildings.put(facts) }
    for facts in delta.houses { houses.put(facts) }
    for facts in delta.people { people.put(facts, today: today) }
    for facts in delta.shops { shops.put(facts) }
    for facts in delta.assets { assets.put(facts) }
    for facts in delta.occupancies { occupancies.put(facts) }
    for facts in delta.taggings { taggings.put(facts, today: today) }
    for facts in delta.visits { visits.put(facts) }
    for facts in delta.records { records.put(facts) }
    for facts in delta.workOrders { orders.put(facts, now: now) }
  }

  private func remove(_ removed: [SubjectKind: [UInt32]]) {
    for id in removed[.taggings] ?? [] { taggings.drop(id, today: today) }
    for id in removed[.visits] ?? [] { visits.drop(id) }
    for id in removed[.records] ?? [] { records.drop(id) }
    for id in removed[.workOrders] ?? [] { orders.drop(id) }
    for id in removed[.occupancies] ?? [] { occupancies.drop(id) }
    for id in removed[.assets] ?? [] { assets.drop(id) }
    for id in removed[.shops] ?? [] { shops.drop(id) }
    for id in removed[.people] ?? [] { people.drop(id) }
    for id in removed[.houses] ?? [] { houses.drop(id) }
    for id in removed[.buildings] ?? [] { buildings.drop(id) }
    for id in removed[.areas] ?? [] { areas.drop(id) }
  }

  /// Moves the index to another day: what held then and no longer, or not yet then and now, is drawn anew.
  func advance(to day: Int32) {
    let (old, new) = (today, day)
    guard old != new else { return }
    var touched = Touched()
    for link in 0..<UInt32(occupancies.house.count)
    where occupancies.house[link] != 0 && differs(link, min(old, new), max(old, new)) {
      touched.houses.insert(occupancies.house[link])
      if occupancies.person[link] != 0 { touched.people.insert(occupancies.person[link]) }
      if occupancies.shop[link] != 0 { touched.shops.insert(occupancies.shop[link]) }
    }
    let died = people.deaths.filter { min(old, new) < $0.value && $0.value <= max(old, new) }
    for id in died.keys { occupancies.ofPerson.each(id) { touched.houses.insert(occupancies.house[$0]) } }
    relinking(touched) { today = new }
    for id in died.keys { if new < old { people.alive.add(id) } else { people.alive.remove(id) } }
    for row in taggings.rows(changingBetween: old, and: new) {
      taggings.refresh(taggings.tag[row], taggings.subject[row], on: new)
    }
  }
}

extension World {
  /// Whether an occupancy holds or has ended on only one of two days. One that began and ended between them has ended: it
  /// may be the last that somebody gave up.
  private func differs(_ link: UInt32, _ early: Int32, _ late: Int32) -> Bool {
    let until = occupancies.until[link]
    return holds(link, on: early) != holds(link, on: late) || (early < until && until <= late)
  }
}

extension FactsDelta {
  /// Whether nothing was changed.
  package var isEmpty: Bool {
    areas.isEmpty && buildings.isEmpty && houses.isEmpty && people.isEmpty && shops.isEmpty && assets.isEmpty
      && occupancies.isEmpty && taggings.isEmpty && visits.isEmpty && records.isEmpty && workOrders.isEmpty
      && removed.isEmpty
      && !catalogueChanged
  }
}
