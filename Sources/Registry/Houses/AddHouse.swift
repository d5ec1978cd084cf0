import Addresses
import Kernel
import Platform

/// A new house. Who: a caller that may import rosters, for a committee of the caller's areas.
package enum AddHouse {
  package struct Request: Sendable {
    package var address: String
    /// The committee's code.
    package var committee: String
    /// The grid's code.
    package var grid: String?
    /// dwelling, shopfront, office, other.
    package var kind: String
    package var area: Double?
    package var stored: StoredValues

    package init(
      address: String, committee: String, grid: String?, kind: String, area: Double?, stored: StoredValues = [:]
    ) {
      (self.address, self.committee, self.grid) = (address, committee, grid)
      (self.kind, self.area, self.stored) = (kind, area, stored)
    }
  }

  /// - Throws: `bad_address`, `unknown_area`, `address_taken`, `building_elsewhere`.
  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.importRosters)
    let tree = try app.index.areas
    let committee = try area(request.committee, .committee, "committee", tree, caller, app)
    let grid = try request.grid.map { code throws(Problem) in
      let grid = try area(code, .grid, "grid", tree, caller, app)
      guard grid.parent == committee.id else { throw bad("grid", "unknown_area", "该微网格不属于这个居民区。") }
      return grid
    }
    guard let district = tree.path(committee.id).first(where: { $0.level == .district }) else {
      throw bad("committee", "unknown_area", "该居民区不在任何区内。")
    }
    let draft = try draft(request, committee: committee.id, grid: grid?.id, district: district)
    return try await app.write(as: caller) { writer, access in
      guard try writer.read.houseIDs(address: draft.address, district: draft.district).isEmpty else {
        throw addressTaken
      }
      try mustBeRead(request.address, writer.read.unreadParts(Address.parse(request.address), district: draft.district))
      let building = try writer.read.building(of: draft)
      try mustBeOwn(building, caller, tree)
      try mustLieWithIt(building, draft, tree)
      let id = try writer.insertHouse(draft)
      try access.requireVisible(.houses, id)
      try writer.audit(caller, AuditEntry("houses.create", subject: .houses, id: id))
      return id
    }
  }

  /// A new room in a building belongs where the building does: nobody reaches into another committee by its address.
  private static func mustBeOwn(
    _ building: PlaceHit?, _ caller: Caller, _ tree: AreaTree
  ) throws(Problem) {
    guard let building, let within = CallerAreas.within(caller, tree) else { return }
    let places = [building.committee, building.grid].compactMap { $0.map { UInt32(truncatingIfNeeded: $0) } }
    guard !places.contains(where: within.contains) else { return }
    throw addressTaken
  }

  /// Nothing of the text may be left over: the house would get the address of another.
  private static func mustBeRead(_ text: String, _ unread: [String]) throws(Problem) {
    guard let part = unread.first else { return }
    throw bad("address", "bad_address", "地址里有看不懂的部分「\(part.prefix(40))」。请改写成 长乐路372弄5号201室 的样子，每个部分都要写明弄、号、室。")
  }

  /// One building is one committee's.
  private static func mustLieWithIt(
    _ building: PlaceHit?, _ draft: HouseDraft, _ tree: AreaTree
  ) throws(Problem) {
    guard let building, building.committee != draft.committee else { return }
    let name = tree.byID[UInt32(truncatingIfNeeded: building.committee)]?.name ?? "另一个居民区"
    throw bad("committee", "building_elsewhere", "这栋楼登记在\(name)，同一栋楼的房屋应登记在同一个居民区。")
  }

  private static let addressTaken = Problem(
    .conflict, "address_taken", "这个地址已有登记。", notes: [.init(.pointer("/address"), "这个地址已有登记。")])

  private static func draft(
    _ request: Request, committee: UInt32, grid: UInt32?, district: AreaFacts
  ) throws(Problem) -> HouseDraft {
    let address = Address.parse(request.address)
    guard let canonical = address.canonical, let building = address.buildingCanonical,
      let road = address.road ?? address.compound, address.number != nil || address.building != nil,
      address.alternatives.isEmpty
    else {
      throw bad("address", "bad_address", "地址应写到号或室，例如 长乐路372弄5号201室。")
    }
    if let named = address.district, named != district.name {
      throw bad("address", "bad_address", "地址写的是\(named)，居民区却在\(district.name)。")
    }
    return HouseDraft(
      district: Int64(district.id), committee: Int64(committee), grid: grid.map(Int64.init), address: canonical,
      buildingAddress: building, road: road, lane: address.lane, sublane: address.sublane, number: address.number,
      building: address.building, room: address.room, kind: request.kind, area: request.area, stored: request.stored)
  }

  private static func area(
    _ code: String, _ level: AreaFacts.Level, _ field: String, _ tree: AreaTree, _ caller: Caller, _ app: AppContext
  ) throws(Problem) -> AreaFacts {
    guard let area = tree.area(code: code), area.level == level,
      tree.isOwn(area, caller)
    else { throw bad(field, "unknown_area", "您的辖区内没有编号为「\(code)」的\(level == .grid ? "微网格" : "居民区")。") }
    return area
  }

  private static func bad(_ field: String, _ code: String, _ detail: String) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}
