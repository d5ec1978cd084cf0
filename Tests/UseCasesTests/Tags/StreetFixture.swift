import Assembly
import Kernel
import Platform
import Registry
import Storage
import Support
import TagIndex

/// One street with two committees, 延中 and 巨鹿, and in each of them a house with one old resident. The day is
/// 2026-11-21.
struct StreetFixture {
  struct Home: Sendable {
    let committee: Int64
    let house: Int64
    let building: Int64
    let person: Int64
  }

  let app: AppContext
  let clock: TestClock
  let street: Int64
  let yanzhong: Home
  let julu: Home

  static func run(_ body: (StreetFixture) async throws -> Void) async throws {
    try await withTemporaryStore { store, clock in
      let (street, homes) = try await store.write { writer in try build(writer) }
      var settings = SecuritySettings()
      settings.webhookReach = try WebhookReach(allowed: ["10.0.0.0/8"])
      let app = AppContext(store: store, security: settings, questions: .patient, followers: API.followers)
      try await app.open()
      try await body(
        StreetFixture(app: app, clock: clock, street: street, yanzhong: homes[0], julu: homes[1]))
      let chain = try await store.read { try $0.auditChain() }
      guard chain.firstBroken == nil else { throw BrokenStreet() }
    }
  }

  private static func build(_ writer: Writer) throws -> (Int64, [Home]) {
    guard let street = try writer.read.areas().first(where: { $0.level == .subdistrict && $0.name.contains("瑞金") }),
      let district = street.parent
    else { throw BrokenStreet() }
    let homes = try ["延中居委会", "巨鹿居委会"].enumerated().map { index, name in
      let committee = try writer.insertArea(name: name, level: .committee, parent: Int64(street.id))
      let number = "\(index + 1)号"
      let house = try writer.insertHouse(
        HouseDraft(
          district: Int64(district), committee: committee, grid: nil, address: "南昌路\(number)201室",
          buildingAddress: "南昌路\(number)", road: "南昌路", number: number, room: "201室"))
      let person = try writer.insertPerson(
        PersonDraft(name: "王\(index)", sex: "女", birth: Day("1936-12-24"), source: "manual"))
      _ = try writer.insertOccupancy(
        OccupancyDraft(
          house: house, subject: .person(person), role: "owner", since: Day("2001-05-01"), source: "manual"))
      let building = try writer.read.buildingIDs(address: "南昌路\(number)", district: nil).first ?? 0
      return Home(committee: committee, house: house, building: building, person: person)
    }
    return (Int64(street.id), homes)
  }

  func caller(_ role: Role, at area: Int64? = nil, unit: String? = nil) -> Caller {
    let areas = role.seesAllAreas ? [] : [area ?? street]
    return Caller(id: nil, name: role.rawValue, role: role, areas: areas, unit: unit, origin: "test")
  }

  var admin: Caller { caller(.admin) }
  /// A social worker of 延中.
  var worker: Caller { caller(.worker, at: yanzhong.committee) }
  var secretary: Caller { caller(.secretary, at: yanzhong.committee) }

  var ourPerson: TagTarget { TagTarget(.person, yanzhong.person) }
  var otherPerson: TagTarget { TagTarget(.person, julu.person) }
}

struct BrokenStreet: Error {}
