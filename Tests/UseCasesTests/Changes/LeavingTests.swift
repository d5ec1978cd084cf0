import FilterLanguage
import Kernel
import Storage
import Support
import Testing
@testable import ChangeFeed
@testable import Platform
@testable import Registry

/// Whoever follows the feed is told what leaves their sight, once, and nothing of what becomes of it.
@Suite struct LeavingTests {
  private static func follow(
    _ caller: Caller, since: Int64, _ app: AppContext
  ) async throws -> (lines: [String], next: Int64) {
    let answer = try await ReadChanges.run(since: since, limit: 500, caller: caller, app: app)
    return (answer.items.map { "\($0.action) \($0.subject.rawValue) \($0.id)\($0.state ?? "")" }, answer.nextSince)
  }

  @Test func house_thatMoves_leavesWithItsPeople_andArrives() async throws {
    try await StreetFixture.run { street in
      let app = street.app
      let ours = street.caller(.integration, at: street.yanzhong.committee)
      let theirs = street.caller(.integration, at: street.julu.committee)
      let whole = street.caller(.integration)
      let since = try await Self.follow(ours, since: 0, app).next
      _ = try await app.store.write { writer in
        var patch = HousePatch()
        patch.committee = .set(street.julu.committee)
        return try writer.updateHouse(street.yanzhong.house, patch)
      }
      let (house, person, building) = (street.yanzhong.house, street.yanzhong.person, street.yanzhong.building)
      let left = try await Self.follow(ours, since: since, app)
      #expect(Set(left.lines) == ["leave houses \(house)", "leave people \(person)", "leave buildings \(building)"])
      #expect(try await Self.follow(ours, since: left.next, app).lines.isEmpty)
      let arrived = try await Self.follow(theirs, since: since, app).lines
      #expect(Set(arrived).isSuperset(of: ["update houses \(house)", "update people \(person)"]))
      #expect(try await !Self.follow(whole, since: since, app).lines.contains { $0.hasPrefix("leave") })
    }
  }

  @Test func rowWithoutAPlace_thatGetsOne_isTold() async throws {
    try await StreetFixture.run { street in
      let app = street.app
      let ours = street.caller(.integration, at: street.yanzhong.committee)
      let shop = try await app.store.write { writer in
        try writer.insertShop(ShopDraft(name: "空铺", source: "manual"))
      }
      let since = try await Self.follow(ours, since: 0, app).next
      let link = try await Occupancies.add(
        OccupancyDraft(house: street.yanzhong.house, subject: .shop(shop), role: "operator", source: "manual"),
        caller: street.admin, app: app)
      #expect(
        try await Set(Self.follow(ours, since: since, app).lines) == [
          "create occupancies \(link)", "update shops \(shop)",
        ])
    }
  }

  @Test func answerOfACommittee_isToldToThoseWhoReadIt() async throws {
    try await DataStreet.run { street in
      let app = street.app
      let id = try await street.ask("age >= 60").row.id
      let (ours, theirs) = (street.street.yanzhong.committee, street.street.julu.committee)
      let since = try await Self.follow(street.asker, since: 0, app).next
      street.street.clock.advance(seconds: 60)
      try await street.say(.object, to: id, by: street.julu, reason: "没有这样的人")
      let line = "update data_requests \(id)"
      #expect(
        try await !Self.follow(street.street.caller(.integration, at: ours), since: since, app).lines.contains(line))
      for caller in [street.street.caller(.integration, at: theirs), street.asker, street.street.admin] {
        #expect(try await Self.follow(caller, since: since, app).lines.contains(line))
      }
    }
  }

  @Test func person_whoMovesAway_leaves() async throws {
    try await StreetFixture.run { street in
      let app = street.app
      let ours = street.caller(.integration, at: street.yanzhong.committee)
      let person = street.yanzhong.person
      let since = try await Self.follow(ours, since: 0, app).next
      let link = try await app.store.read { try $0.occupancies(ofPerson: person) }
      try await Occupancies.end(
        link[0].id, until: street.app.clock.today, version: nil, caller: street.admin, app: app)
      let ended = try await Self.follow(ours, since: since, app)
      // Known by the link that ended last.
      #expect(!ended.lines.contains("leave people \(person)"))
      _ = try await Occupancies.add(
        OccupancyDraft(
          house: street.julu.house, subject: .person(person), role: "owner", since: street.app.clock.today,
          source: "manual"), caller: street.admin, app: app)
      #expect(try await Self.follow(ours, since: ended.next, app).lines == ["leave people \(person)"])
    }
  }

  @Test func order_thatOthersGet_leaves() async throws {
    try await OrdersFixture.run { orders in
      let app = orders.app
      let id = try await orders.push().order.id
      let unit = try #require(try await app.store.read { try $0.workOrderSight(id) }?.unit)
      let first = Caller(id: nil, name: "甲", role: .integration, areas: [], unit: unit, origin: "test")
      let since = try await Self.follow(first, since: 0, app).next
      try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房管所" }
      #expect(try await Self.follow(first, since: since, app).lines == ["leave work_orders \(id)"])
      let second = Caller(id: nil, name: "乙", role: .integration, areas: [], unit: "房管所", origin: "test")
      #expect(
        try await Self.follow(second, since: since, app).lines.contains { $0.hasPrefix("update work_orders \(id)") })
    }
  }
}
