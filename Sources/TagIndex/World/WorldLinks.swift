import Kernel

/// What follows from rows of several tables on the index's day. A change takes the old conclusions out (`unlink`), then
/// changes the rows, then draws them anew (`link`): so nothing can be left over.
extension World {
  func linkPerson(_ id: UInt32) {
    let areas = areas(id, occupancies.ofPerson.view)
    for area in areas.places { people.places.add(id, to: area) }
    for area in areas.care { people.care.add(id, to: area) }
  }

  func unlinkPerson(_ id: UInt32) {
    let areas = areas(id, occupancies.ofPerson.view)
    for area in areas.places { people.places.remove(id, from: area) }
    for area in areas.care { people.care.remove(id, from: area) }
  }

  func linkShop(_ id: UInt32) {
    let areas = areas(id, occupancies.ofShop.view)
    for area in areas.places { shops.places.add(id, to: area) }
    for area in areas.care { shops.care.add(id, to: area) }
  }

  func unlinkShop(_ id: UInt32) {
    let areas = areas(id, occupancies.ofShop.view)
    for area in areas.places { shops.places.remove(id, from: area) }
    for area in areas.care { shops.care.remove(id, from: area) }
  }

  func linkHouse(_ id: UInt32) {
    guard houses.committee[id] != 0 else { return }
    houses.residents[id] = UInt16(clamping: residentCount(id))
    let use = HouseUse.of(id, occupancies: occupancies, death: people.death, on: today)
    houses.use[id] = use.rawValue
    houses.uses.add(id, to: Int(use.rawValue))
  }

  func unlinkHouse(_ id: UInt32) {
    houses.uses.remove(id, from: Int(houses.use[id]))
    if houses.residents[id] != 0 { houses.residents[id] = 0 }
  }

  /// The committees and grids of the houses that a person or shop holds on the index's day, and those in whose care he is:
  /// the same or, where he holds none, those of the house given up last or, where he has given up none, of those to come.
  /// An area may come twice.
  private func areas(_ id: UInt32, _ chain: ChainView) -> (places: [Int], care: [Int]) {
    var places: [Int] = []
    var last: UInt32 = 0
    var held = false
    chain.each(id) { link in
      if holds(link, on: today) {
        held = true
        append(occupancies.house[link], to: &places)
      } else if occupancies.until[link] <= today,
        last == 0 || (occupancies.until[link], link) > (occupancies.until[last], last)
      {
        last = link
      }
    }
    if held { return (places, places) }
    var care: [Int] = []
    if last != 0 {
      append(occupancies.house[last], to: &care)
    } else {
      chain.each(id) { append(occupancies.house[$0], to: &care) }
    }
    return (places, care)
  }

  private func append(_ house: UInt32, to found: inout [Int]) {
    if houses.committee[house] != 0 { found.append(Int(houses.committee[house])) }
    if houses.grid[house] != 0 { found.append(Int(houses.grid[house])) }
  }

  func holds(_ link: UInt32, on day: Int32) -> Bool {
    occupancies.since[link] <= day && day < occupancies.until[link]
  }

  private func residentCount(_ house: UInt32) -> Int {
    var seen: [UInt32] = []
    occupancies.ofHouse.each(house) { link in
      let who = occupancies.person[link]
      guard who != 0, occupancies.role[link] != OccupancyFacts.Role.operator.rawValue, holds(link, on: today),
        people.death[who] > today, !seen.contains(who)
      else { return }
      seen.append(who)
    }
    return seen.count
  }
}

/// What a house is used for on a day: let when a tenant or a shop's operator holds it, self when anybody does, else
/// vacant. The dead hold nothing: a house whose only owner has died is vacant until somebody is entered for it.
enum HouseUse: UInt8, CaseIterable {
  case own = 1
  case leased
  case vacant

  var word: String { self == .own ? "self" : self == .leased ? "let" : "vacant" }

  static func of(
    _ house: UInt32, occupancies: OccupancyTable, death: Column<Int32>, on day: Int32
  ) -> HouseUse {
    var use = HouseUse.vacant
    occupancies.ofHouse.each(house) { link in
      guard occupancies.since[link] <= day, day < occupancies.until[link] else { return }
      let who = occupancies.person[link]
      guard who == 0 || death[who] > day else { return }
      let role = OccupancyFacts.Role(rawValue: occupancies.role[link])
      if role == .tenant || role == .operator { use = .leased } else if use == .vacant { use = .own }
    }
    return use
  }
}
