import Kernel

/// Walks the steps on a question's frame: only to rows that are there for it, over occupancies that hold on its day
/// (`anyTime`: over all). A row may be met twice, once a link.
///
/// Every link that is met counts against the frame's budget; once that is spent nothing more is met.
///
/// - residents, housemates, an order's people: those who own, rent or are family; a shop's people are all who hold its
///   house.
/// - visits: up to the question's day.
struct Walk {
  let frame: Frame
  let step: Step
  let anyTime: Bool
  private let ofHouse: ChainView
  private let ofPerson: ChainView
  private let ofShop: ChainView
  private let house: ColumnView<UInt32>
  private let person: ColumnView<UInt32>
  private let shop: ColumnView<UInt32>
  private let role: ColumnView<UInt8>
  private let since: ColumnView<Int32>
  private let until: ColumnView<Int32>
  private let death: ColumnView<Int32>
  private let committee: ColumnView<UInt32>
  private let day: Int32
  private let budget: WorkBudget
  /// Whether the scope is everything: then a look at the row decides what is there.
  private let seesAll: Bool

  init(_ step: Step, _ frame: Frame, anyTime: Bool = false) {
    self.frame = frame
    self.step = step
    self.anyTime = anyTime
    let occupancies = frame.world.occupancies
    ofHouse = occupancies.ofHouse.view
    ofPerson = occupancies.ofPerson.view
    ofShop = occupancies.ofShop.view
    house = occupancies.house.view
    person = occupancies.person.view
    shop = occupancies.shop.view
    role = occupancies.role.view
    since = occupancies.since.view
    until = occupancies.until.view
    death = frame.world.people.death.view
    committee = frame.world.houses.committee.view
    day = frame.day
    budget = frame.budget
    seesAll = frame.open == nil
  }

  /// Calls `visit` with each related row and the occupancy that led there (0 when none did) until it answers false.
  @inline(__always)
  func from(_ id: UInt32, _ visit: (_ target: UInt32, _ link: UInt32) -> Bool) {
    guard budget.spend() else { return }
    switch step {
    case .personHouse: houses(ofPerson, id, residing: false, visit)
    case .personHome: houses(ofPerson, id, residing: true, visit)
    case .shopHouse: houses(ofShop, id, residing: false, visit)
    case .residents: people(in: id, residing: true, visit)
    case .housePeople: people(in: id, residing: false, visit)
    case .housemates, .shopPeople: together(id, visit)
    case .houseShops: shops(in: id, visit)
    case .orderPeople:
      let at = frame.world.orders.house[id]
      if at != 0, sees(house: at) { people(in: at, residing: true, visit) }
    case .orderHouse, .orderShop, .houseOrders, .shopOrders, .buildingOrders: orders(id, visit)
    default: fixed(id, visit)
    }
  }

  @inline(__always)
  private func holds(_ link: UInt32) -> Bool { since[link] <= day && day < until[link] }

  @inline(__always)
  private func sees(person id: UInt32) -> Bool { death[id] > day && (seesAll || frame.sees(person: id)) }

  @inline(__always)
  private func sees(house id: UInt32) -> Bool { seesAll ? committee[id] != 0 : frame.sees(house: id) }

  @inline(__always)
  private func houses(_ chain: ChainView, _ id: UInt32, residing: Bool, _ visit: (UInt32, UInt32) -> Bool) {
    chain.sweep(id) { link in
      guard budget.spend() else { return false }
      guard !residing || isResident(link), anyTime || holds(link), sees(house: house[link]) else {
        return true
      }
      return visit(house[link], link)
    }
  }

  @inline(__always) @discardableResult
  private func people(in id: UInt32, residing: Bool, _ visit: (UInt32, UInt32) -> Bool) -> Bool {
    ofHouse.sweep(id) { link in
      guard budget.spend() else { return false }
      let who = person[link]
      guard who != 0, !residing || isResident(link), anyTime || holds(link), sees(person: who) else {
        return true
      }
      return visit(who, link)
    }
  }

  @inline(__always)
  private func isResident(_ link: UInt32) -> Bool { role[link] != OccupancyFacts.Role.operator.rawValue }

  /// People of the houses that a person lives in (but himself), or that a shop is in.
  private func together(_ id: UInt32, _ visit: (UInt32, UInt32) -> Bool) {
    let mates = step == .housemates
    (mates ? ofPerson : ofShop).sweep(id) { own in
      guard budget.spend() else { return false }
      guard holds(own), !mates || isResident(own), sees(house: house[own]) else { return true }
      return people(in: house[own], residing: mates) { who, link in mates && who == id ? true : visit(who, link) }
    }
  }

  private func shops(in id: UInt32, _ visit: (UInt32, UInt32) -> Bool) {
    ofHouse.sweep(id) { link in
      guard budget.spend() else { return false }
      let shop = shop[link]
      guard shop != 0, anyTime || holds(link), frame.sees(shop: shop) else { return true }
      return visit(shop, link)
    }
  }

  private func orders(_ id: UInt32, _ visit: (UInt32, UInt32) -> Bool) {
    let (orders, frame) = (frame.world.orders, frame)
    func meet(_ chain: ChainView) -> Bool {
      chain.sweep(id) { budget.spend() && (frame.sees(order: $0) ? visit($0, 0) : true) }
    }
    switch step {
    case .orderHouse:
      let at = orders.house[id]
      if at != 0, sees(house: at) { _ = visit(at, 0) }
    case .orderShop:
      let about = orders.shop[id]
      if about != 0, frame.sees(shop: about) { _ = visit(about, 0) }
    case .houseOrders: _ = meet(orders.ofHouse.view)
    case .shopOrders: _ = meet(orders.ofShop.view)
    case .buildingOrders:
      guard meet(orders.ofBuilding.view) else { return }
      frame.world.houses.ofBuilding.view.sweep(id) { house in
        orders.ofHouse.view.sweep(house) { budget.spend() && (frame.sees(order: $0) ? visit($0, 0) : true) }
      }
    default: break
    }
  }

  /// Steps that no occupancy is part of.
  private func fixed(_ id: UInt32, _ visit: (UInt32, UInt32) -> Bool) {
    let world = frame.world
    func meet(_ chain: Chain, _ there: (UInt32) -> Bool) {
      chain.view.sweep(id) { budget.spend() && (there($0) ? visit($0, 0) : true) }
    }
    func go(house: UInt32) { if house != 0, frame.sees(house: house) { _ = visit(house, 0) } }
    func go(building: UInt32) { if building != 0, frame.sees(building: building) { _ = visit(building, 0) } }
    switch step {
    case .buildingHouses: meet(world.houses.ofBuilding) { frame.sees(house: $0) }
    case .houseBuilding: go(building: world.houses.building[id])
    case .houseAssets: meet(world.assets.ofHouse) { frame.sees(asset: $0) }
    case .buildingAssets: meet(world.assets.ofBuilding) { frame.sees(asset: $0) }
    case .houseVisits: meet(world.visits.ofHouse) { world.visits.day[$0] <= frame.day }
    case .assetHouse: go(house: world.assets.house[id])
    case .assetOwnBuilding: go(building: world.assets.building[id])
    case .assetBuilding:
      let own = world.assets.building[id]
      go(building: own != 0 ? own : world.houses.building[world.assets.house[id]])
    case .records(let kind, let dataset):
      meet(world.records.ofSubject[kind.slot]) { world.records.dataset[$0] == dataset }
    default: break
    }
  }
}
