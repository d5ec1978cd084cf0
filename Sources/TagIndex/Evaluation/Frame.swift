import FilterLanguage
import Kernel

/// The world as one question sees it: on its day, within its scope. Lives no longer than the read lock that it was made
/// under, so it may keep views of the columns.
package final class Frame {
  let world: World
  let day: Int32
  let asOf: Day
  /// Whether the sets kept for the index's day are right for the question's.
  let isToday: Bool
  let scope: Scope
  /// What the question may still cost.
  let budget: WorkBudget
  /// The members of computed tags that this question has asked for already, by code.
  var members: [String: Bitmap] = [:]
  /// The same day without bounds, for what is the same for everybody.
  var unbounded: Frame {
    if open == nil { return self }
    if let everywhere { return everywhere }
    let made = Frame(world, asOf: asOf, scope: .everything, budget: budget)
    everywhere = made
    return made
  }
  private var everywhere: Frame?
  /// The scope's areas and all below, by area id; nil for everything.
  let open: Set<UInt32>?
  /// Indexed by area id, for the many tests of houses.
  private let openAreas: [Bool]
  private let house: ColumnView<UInt32>
  private let since: ColumnView<Int32>
  private let until: ColumnView<Int32>
  private let committee: ColumnView<UInt32>
  private let grid: ColumnView<UInt32>
  private let death: ColumnView<Int32>
  private var caredPeople: DenseSet?
  private lazy var ofUnit: Bitmap =
    if case .unit(let unit, _) = scope { world.orders.concerning(unit) } else { Bitmap() }
  private var universes: [Subject: Bitmap] = [:]

  init(_ world: World, asOf: Day, scope: Scope, budget: WorkBudget) {
    self.world = world
    self.budget = budget
    self.asOf = asOf
    self.scope = scope
    day = asOf.number
    isToday = asOf.number == world.today
    if let roots = scope.roots {
      let areas = world.areas.below(roots)
      open = areas
      var flags = [Bool](repeating: false, count: Int(areas.max() ?? 0) + 1)
      for area in areas { flags[Int(area)] = true }
      flags[0] = false
      openAreas = flags
    } else {
      open = nil
      openAreas = []
    }
    house = world.occupancies.house.view
    since = world.occupancies.since.view
    until = world.occupancies.until.view
    committee = world.houses.committee.view
    grid = world.houses.grid.view
    death = world.people.death.view
  }

  /// Whether an occupancy holds on the question's day.
  @inline(__always)
  func holds(_ link: UInt32) -> Bool { since[link] <= day && day < until[link] }

  /// Whether a house is there, and the asker may know.
  @inline(__always)
  func sees(house id: UInt32) -> Bool {
    let committee = committee[id]
    if open == nil { return committee != 0 }
    return committee != 0 && (isOpen(committee) || isOpen(grid[id]))
  }

  func sees(building id: UInt32) -> Bool {
    let committee = world.buildings.committee[id]
    if open == nil { return committee != 0 }
    return committee != 0 && (isOpen(committee) || isOpen(world.buildings.grid[id]))
  }

  /// The committees and grids, at or below an area, that together hold just what the asker may know of it: a committee that is
  /// seen whole stands for its grids.
  func visible(within area: UInt32) -> [UInt32] {
    let placed = world.areas.below([area]).filter { (world.areas.rows[$0]?.level ?? .city) >= .committee }
    guard open != nil else { return placed.filter { $0 == area || world.areas.rows[$0]?.level == .committee } }
    return placed.filter { id in
      guard isOpen(id), let row = world.areas.rows[id] else { return false }
      return id == area || row.level == .committee || !isOpen(row.parent ?? 0)
    }
  }

  @inline(__always)
  private func isOpen(_ area: UInt32) -> Bool { Int(area) < openAreas.count && openAreas[Int(area)] }

  /// Whether a person is there, alive on the question's day, and the asker may know.
  @inline(__always)
  func sees(person id: UInt32) -> Bool {
    guard death[id] > day else { return false }
    if open == nil { return true }
    if let caredPeople { return caredPeople.contains(id) }
    let dense = DenseSet(universe(.people))
    caredPeople = dense
    return dense.contains(id)
  }

  func sees(shop id: UInt32) -> Bool { universe(.shops).contains(id) }

  func sees(asset id: UInt32) -> Bool {
    let (house, building) = (world.assets.house[id], world.assets.building[id])
    return open == nil || (house != 0 && sees(house: house)) || (building != 0 && sees(building: building))
  }

  func sees(order id: UInt32) -> Bool {
    let area = world.orders.area[id]
    guard area != 0, let open else { return area != 0 }
    guard case .unit(_, let roots) = scope else {
      return open.contains(area) || open.contains { world.orders.given[Int($0)]?.contains(id) == true }
    }
    return ofUnit.contains(id) && (roots.isEmpty || open.contains(area) || above.contains(area))
  }

  /// The orders of the scope: those of its areas and those given to its committees; for a unit those that concern it and do not
  /// surely lie elsewhere. As `WorkOrderAccessPolicy` has it.
  private var orders: Bitmap {
    guard let open else { return world.orders.all }
    guard case .unit(_, let roots) = scope else {
      return Bitmap.union(
        open.flatMap { [world.orders.places[Int($0)], world.orders.given[Int($0)]] }.compactMap { $0 })
    }
    let lying = Bitmap.union(open.union(above).compactMap { world.orders.places[Int($0)] })
    return roots.isEmpty ? ofUnit : ofUnit.and(lying)
  }

  /// What lies above the scope's areas.
  private var above: Set<UInt32> {
    var found: Set<UInt32> = []
    for root in scope.roots ?? [] {
      var at = world.areas.rows[root]?.parent
      while let area = at, found.insert(area).inserted { at = world.areas.rows[area]?.parent }
    }
    return found
  }

  /// Everybody and everything of a kind that is there for the question. Not to be changed: it may be the index's own.
  func universe(_ subject: Subject) -> Bitmap {
    if let known = universes[subject] { return known }
    let found = makeUniverse(subject)
    universes[subject] = found
    return found
  }

  /// Everybody and everything of a kind that the asker may know of, the dead among people too. Not to be changed.
  func everyone(_ subject: Subject) -> Bitmap {
    subject == .people ? restrict(world.people.all, world.people.care) : universe(subject)
  }

  private func makeUniverse(_ subject: Subject) -> Bitmap {
    switch subject {
    case .people:
      let living = isToday ? world.people.alive : world.people.alive(on: day)
      return restrict(living, world.people.care)
    case .houses: return restrict(world.houses.all, world.houses.places)
    case .buildings: return restrict(world.buildings.all, world.buildings.places)
    case .shops: return restrict(world.shops.all, world.shops.care)
    case .assets: return open == nil ? world.assets.all : world.assets.all.filter(budget) { sees(asset: $0) }
    case .workOrders: return orders
    case .visits, .records: return Bitmap()
    }
  }

  private func restrict(_ all: Bitmap, _ family: BitmapFamily) -> Bitmap {
    guard let open else { return all }
    let cared = Bitmap.union(open.compactMap { family[Int($0)] })
    cared.formAnd(all)
    return cared
  }
}
