import Campaigns
import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Storage
import Support

/// The street of `StreetFixture` with more doors: in each committee a staircase of four homes beside the first, and callers.
struct CampaignStreet: Sendable {
  let street: StreetFixture
  var app: AppContext { street.app }
  var office: Caller { named("街道办", .street, at: street.street) }
  var yanzhong: Caller { named("延中书记", .secretary, at: street.yanzhong.committee) }
  var julu: Caller { named("巨鹿书记", .secretary, at: street.julu.committee) }
  var worker: Caller { named("李社工", .worker, at: street.yanzhong.committee) }
  var other: Caller { named("王社工", .worker, at: street.yanzhong.committee) }

  static func run(_ body: (CampaignStreet) async throws -> Void) async throws {
    try await StreetFixture.run { street in
      let street = CampaignStreet(street: street)
      for home in [street.street.yanzhong, street.street.julu] {
        for room in ["202室", "301室", "302室", "401室"] { try await street.build(room, beside: home) }
      }
      try await body(street)
    }
  }

  func named(_ name: String, _ role: Role, at area: Int64) -> Caller {
    Caller(id: nil, name: name, role: role, areas: [area], origin: "test")
  }

  /// A home in the house of another, with as many residents.
  @discardableResult
  func build(_ room: String, beside home: StreetFixture.Home, residents: Int = 1) async throws -> Int64 {
    let number = home.committee == street.yanzhong.committee ? "1号" : "2号"
    return try await app.store.write { [id = street.street] writer in
      let district = try writer.read.areas().first { Int64($0.id) == id }?.parent ?? 0
      let house = try writer.insertHouse(
        HouseDraft(
          district: Int64(district), committee: home.committee, grid: nil, address: "南昌路\(number)\(room)",
          buildingAddress: "南昌路\(number)", road: "南昌路", number: number, room: room))
      for place in 0..<residents {
        let person = try writer.insertPerson(
          PersonDraft(name: "赵\(room.prefix(3))\(place)", sex: "男", birth: Day("1950-01-01"), source: "manual"))
        _ = try writer.insertOccupancy(
          OccupancyDraft(
            house: house, subject: .person(person), role: "owner", since: Day("2001-05-01"), source: "manual"))
      }
      return house
    }
  }

  func draft(_ code: String = "KZ2026") -> CampaignDraft {
    CampaignDraft(
      code: code, name: "冬季口罩", item: "口罩", since: Day("2026-11-01") ?? Day(number: 0),
      until: Day("2026-12-31") ?? Day(number: 0))
  }

  @discardableResult
  func start(
    _ filter: String = "", _ subject: Subject = .houses, by caller: Caller? = nil,
    change: (inout CampaignDraft) -> Void = { _ in }
  ) async throws -> CampaignView {
    var draft = draft()
    change(&draft)
    return try await StartCampaign.run(
      .init(draft, source: .filter(filter), subject: subject), caller: caller ?? office, app: app)
  }

  @discardableResult
  func enter(
    _ delivery: Delivery, at subject: Int64, in campaign: Int64, by caller: Caller? = nil, round: Int? = nil,
    expected: DeliveryRules.Expected = .nothing
  ) async throws -> EntryRow {
    let outcomes = try await EnterDeliveries.run(
      campaign, round: round, [.success(.init(subject, delivery, expected: expected))], caller: caller ?? worker,
      app: app)
    switch outcomes.first {
    case .entered(let entry)?: return entry
    case .failed(let problem)?: throw problem
    case nil: throw BrokenStreet()
    }
  }

  func doors(_ campaign: Int64, _ wish: ListDeliveries.Wish = .init(), by caller: Caller) async throws -> [EntryRow] {
    try await ListDeliveries.run(campaign, wish, caller: caller, app: app).page.items
  }

  func progress(
    _ campaign: Int64, by dimension: CampaignDimension = .committee, round: Int? = nil, _ caller: Caller
  ) async throws -> ReadProgress.Answer {
    try await ReadProgress.run(campaign, by: dimension, round: round, caller: caller, app: app)
  }

  func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }
}
