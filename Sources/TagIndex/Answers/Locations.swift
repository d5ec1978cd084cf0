import FilterLanguage
import Kernel

/// Where a row is, for a line of a list.
package struct Location: Sendable, Equatable {
  /// Nil for a building, and for an asset that stands at a building.
  package var house: UInt32?
  package var building: UInt32
  package var address: String
  package var road: String?
  package var compound: String?
  package var committee: UInt32
  package var grid: UInt32?
  /// For people and shops: whether the house is held on the day; false for the one given up last.
  package var isCurrent: Bool
}

extension TagIndex {
  /// The place of each row, in the order asked; nil where there is none that the asker may know of.
  ///
  /// Of several houses a person or shop counts to the one held since the latest day (an unknown day is the earliest; then
  /// the greatest occupancy id) or, holding none, to the one given up last.
  package func locations(of ids: [UInt32], _ subject: Subject, asOf: Day, scope: Scope) -> [Location?] {
    lock.readAlways {
      let frame = Frame(world, asOf: asOf, scope: scope, budget: WorkBudget(.unbounded))
      return ids.map { id in frame.home(of: id, subject).map { frame.location($0) } }
    }
  }

  /// The areas in which each row lies, in the order asked; nil where it lies in none that the asker may know of.
  ///
  /// A work order's areas are its own, house or no house; they decide who sees it. Everything else lies where it is.
  package func places(of ids: [UInt32], _ subject: Subject, asOf: Day, scope: Scope) -> [RowPlace?] {
    lock.readAlways {
      let frame = Frame(world, asOf: asOf, scope: scope, budget: WorkBudget(.unbounded))
      return ids.map { id in frame.place(of: id, subject) }
    }
  }
}

/// Where a row lies: in a grid of a committee, in a committee, or, for a work order, in whatever area it was put to.
package struct RowPlace: Sendable, Equatable {
  /// The committee; of an order that is no committee's, the area above.
  package var area: UInt32
  package var grid: UInt32?
}

/// A place by ids; 0 for none.
struct Home {
  var house: UInt32 = 0
  var building: UInt32 = 0
  var isCurrent = true
}

extension Frame {
  func place(of id: UInt32, _ subject: Subject) -> RowPlace? {
    guard subject == .workOrders else {
      guard let home = home(of: id, subject) else { return nil }
      let (committee, grid) = areas(of: home)
      return committee == 0 ? nil : RowPlace(area: committee, grid: grid == 0 ? nil : grid)
    }
    let area = world.orders.area[id]
    guard area != 0 else { return nil }
    guard world.areas.rows[area]?.level == .grid, let committee = world.areas.above(area, .committee) else {
      return RowPlace(area: area, grid: nil)
    }
    return RowPlace(area: committee, grid: area)
  }

  func home(of id: UInt32, _ subject: Subject) -> Home? {
    switch subject {
    case .people: return home(held: world.occupancies.ofPerson.view, id)
    case .shops: return home(held: world.occupancies.ofShop.view, id)
    case .houses: return sees(house: id) ? Home(house: id, building: world.houses.building[id]) : nil
    case .buildings: return sees(building: id) ? Home(building: id) : nil
    case .assets:
      let (house, building) = (world.assets.house[id], world.assets.building[id])
      if house != 0, sees(house: house) { return Home(house: house, building: world.houses.building[house]) }
      return building != 0 && sees(building: building) ? Home(building: building) : nil
    case .workOrders:
      // The place is part of the order: it is not asked whether the house itself is seen.
      let (house, building) = (world.orders.house[id], world.orders.building[id])
      if house != 0 { return Home(house: house, building: world.houses.building[house]) }
      return building != 0 ? Home(building: building) : nil
    case .visits, .records: return nil
    }
  }

  private func home(held chain: ChainView, _ id: UInt32) -> Home? {
    let occupancies = world.occupancies
    var current: UInt32 = 0
    var ended: UInt32 = 0
    chain.each(id) { link in
      guard sees(house: occupancies.house[link]) else { return }
      if holds(link) {
        if current == 0 || (occupancies.since[link], link) > (occupancies.since[current], current) { current = link }
      } else if occupancies.until[link] <= day {
        if ended == 0 || (occupancies.until[link], link) > (occupancies.until[ended], ended) { ended = link }
      }
    }
    let link = current != 0 ? current : ended
    guard link != 0 else { return nil }
    let house = occupancies.house[link]
    return Home(house: house, building: world.houses.building[house], isCurrent: current != 0)
  }

  func areas(of home: Home) -> (committee: UInt32, grid: UInt32) {
    home.house != 0
      ? (world.houses.committee[home.house], world.houses.grid[home.house])
      : (world.buildings.committee[home.building], world.buildings.grid[home.building])
  }

  func location(_ home: Home) -> Location {
    let (committee, grid) = areas(of: home)
    let address =
      home.house != 0
      ? world.houses.address.view.string(home.house) : world.buildings.address.view.string(home.building)
    func word(_ column: WordColumn) -> String? {
      let code = Int(column.view[home.building])
      return code == 0 ? nil : column.words.texts[code]
    }
    return Location(
      house: home.house == 0 ? nil : home.house, building: home.building, address: address ?? "",
      road: word(world.buildings.road), compound: word(world.buildings.compound), committee: committee,
      grid: grid == 0 ? nil : grid, isCurrent: home.isCurrent)
  }

  /// Whether a row is in its table, seen or not.
  func exists(_ id: UInt32, _ subject: Subject) -> Bool {
    switch subject {
    case .people: world.people.all.contains(id)
    case .houses: world.houses.all.contains(id)
    case .buildings: world.buildings.all.contains(id)
    case .shops: world.shops.all.contains(id)
    case .assets: world.assets.all.contains(id)
    case .workOrders: world.orders.all.contains(id)
    case .visits, .records: false
    }
  }
}
