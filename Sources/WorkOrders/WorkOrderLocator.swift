import Addresses
import FilterLanguage
import Kernel
import Platform
import Registry
import Storage
import TagIndex

/// Finds where an order lies: the house that is named, several that may be meant, or an area only. Never a guess, and
/// nothing outside what exists for whoever pushes.
struct WorkOrderLocator: Sendable {
  let caller: Caller
  let index: LiveIndex
  let names: PlaceNames
  let today: Day
  private let scope: Scope

  init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    index = try app.index
    (self.caller, names, today) = (caller, app.places, app.clock.today)
    scope = index.scope(of: caller)
  }

  func place(_ draft: WorkOrderDraft, _ reader: Reader) throws -> WorkOrderLocation {
    let (houses, committees, namesHouse) = try houses(draft, reader)
    var location = try located(houses, namesHouse, reader) ?? WorkOrderLocation(area: area(draft, committees))
    if let said = draft.area, location.house == nil, isAbove(location.area, said) { location.area = said }
    if location.committee == nil { fillCommittee(&location) }
    location.shop = try draft.shop ?? shop(draft, location, reader)
    return location
  }

  /// The houses that are named, the committees that names of lanes and compounds leave as the only ones, and whether a house
  /// was named rather than its building.
  private func houses(
    _ draft: WorkOrderDraft, _ reader: Reader
  ) throws -> (houses: [Int64], committees: Set<Int64>, namesHouse: Bool) {
    if let house = draft.house { return ([house], [], true) }
    if let shop = draft.shop {
      let homes = try reader.homes(ofShop: shop, on: today).map(\.id).filter(isVisible)
      if !homes.isEmpty { return (homes, [], true) }
    }
    let said = draft.address.map { AddressList.split($0).pieces.map(\.address) }
    if said == nil { try names.catchUp(reader) }
    let addresses = said ?? names.addresses(in: draft.title + "。" + draft.text)
    var (houses, committees): ([Int64], Set<Int64>) = ([], [])
    var namesHouse = true
    for address in addresses {
      let resolution = try reader.resolve(address, coverage: .leading)
      let found = resolution.houses.filter(isVisible)
      if !found.isEmpty, !resolution.namesHouse { namesHouse = false }
      houses += found.filter { !houses.contains($0) }
      if found.isEmpty { committees.formUnion(try reader.committees(ofLane: address, district: nil)) }
    }
    return (houses, committees, namesHouse)
  }

  private func isVisible(_ house: Int64) -> Bool {
    index.index.knows(UInt32(truncatingIfNeeded: house), .houses, scope: scope)
  }

  /// nil where there is no house. The only house of a building that is named without its room is a candidate.
  private func located(_ houses: [Int64], _ namesHouse: Bool, _ reader: Reader) throws -> WorkOrderLocation? {
    let places = try reader.housePlaces(houses)
    guard let first = places.first else { return nil }
    func same<Value: Equatable>(_ path: KeyPath<HousePlace, Value>) -> Bool {
      places.allSatisfy { $0[keyPath: path] == first[keyPath: path] }
    }
    let committee = same(\.committee) ? first.committee : nil
    let grid = committee != nil && same(\.grid) ? first.grid : nil
    let streets = Set(places.compactMap { street(of: $0.committee) })
    let shared = streets.count == 1 ? streets.first : nil
    var location = WorkOrderLocation(area: grid ?? committee ?? shared ?? own)
    (location.committee, location.grid) = (committee, grid)
    location.building = same(\.building) ? first.building : nil
    location.house = places.count == 1 && namesHouse ? first.id : nil
    location.candidates = location.house != nil ? [] : places.prefix(Self.candidateLimit).map(\.id)
    return location
  }

  private static let candidateLimit = 20

  private func street(of area: Int64) -> Int64? {
    index.areas.path(UInt32(truncatingIfNeeded: area)).first { $0.level == .subdistrict }.map { Int64($0.id) }
  }

  /// A shop of the house whose name the text says, where that is one only.
  private func shop(_ draft: WorkOrderDraft, _ location: WorkOrderLocation, _ reader: Reader) throws -> Int64? {
    guard let house = location.house else { return nil }
    let text = draft.title + " " + draft.text
    let named = try reader.shopNames(house: house, on: today).filter { $0.name.count >= 2 && text.contains($0.name) }
    return named.count == 1 ? named.first?.id : nil
  }
}

/// Orders without a house.
extension WorkOrderLocator {
  /// The committee that is sure, the one area that is named, or the pusher's own.
  private func area(_ draft: WorkOrderDraft, _ committees: Set<Int64>) -> Int64 {
    let visible = CallerAreas.within(caller, index.areas) ?? Set(index.areas.byID.keys)
    let sure = committees.filter { visible.contains(UInt32(truncatingIfNeeded: $0)) }
    if sure.count == 1, committees.count == 1, let only = sure.first { return only }
    let text = "\(draft.address ?? "") \(draft.title) \(draft.text)"
    for level in [AreaFacts.Level.committee, .subdistrict] {
      let named = visible.compactMap { index.areas.byID[$0] }.filter { $0.level == level && Self.says(text, $0) }
      if named.count == 1, let only = named.first { return Int64(only.id) }
    }
    return (caller.role.seesAllAreas ? onlyStreet : nil) ?? self.own
  }

  private static func says(_ text: String, _ area: AreaFacts) -> Bool {
    if text.contains(area.name) { return true }
    guard area.level == .committee else { return false }
    let bare = AreaName.bare(area.name, .committee)
    return bare.count >= 2 && ["居民区", "居委", "社区"].contains { text.contains(bare + $0) }
  }

  /// The pusher's own area; of several the one that holds the others, else the first. For those bound to nothing, and to
  /// a unit alone, the top of the tree.
  private var own: Int64 {
    let tree = index.areas
    let own = caller.role.seesAllAreas ? [] : caller.areas.map { UInt32(truncatingIfNeeded: $0) }
    let highest = own.min { (tree.byID[$0]?.level ?? .grid, $0) < (tree.byID[$1]?.level ?? .grid, $1) }
    return Int64(highest ?? tree.byID.values.first { $0.parent == nil }?.id ?? 1)
  }

  /// Whether the first area holds the second: whoever named the smaller one knew better.
  private func isAbove(_ area: Int64, _ said: Int64) -> Bool {
    area != said && index.areas.path(UInt32(truncatingIfNeeded: said)).contains { Int64($0.id) == area }
  }

  /// The one street of this office: committees come with its houses.
  private var onlyStreet: Int64? {
    let streets = Set(index.areas.byID.values.filter { $0.level == .committee }.compactMap { street(of: Int64($0.id)) })
    return streets.count == 1 ? streets.first : nil
  }

  /// An order that lies in a committee or grid has that committee, whichever way it was found.
  private func fillCommittee(_ location: inout WorkOrderLocation) {
    let path = index.areas.path(UInt32(truncatingIfNeeded: location.area))
    location.committee = path.first { $0.level == .committee }.map { Int64($0.id) }
    location.grid = path.first { $0.level == .grid }.map { Int64($0.id) }
  }
}
