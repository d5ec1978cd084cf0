import HTTPTypes
import HummingbirdTesting
import Support
import Testing
@testable import Assembly
@testable import ChangeFeed
@testable import FilterLanguage
@testable import Kernel
@testable import Storage

/// Followers of the feed after a backup was restored.
@Suite struct FeedEpochTests {
  private static func changes(
    _ world: TwoCommittees, _ query: String, _ token: String
  ) async throws -> (status: Int, body: JSONValue) {
    let answer = try await world.send(Probe(path: "/v1/changes?\(query)"), token)
    return (answer.status.code, try JSONReader.read(Array(answer.body.readableBytesView)))
  }

  @Test func cursor_aheadOfTheFeedOrOfAnotherLife_isGone() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let first = try await Self.changes(world, "since=0&limit=1", token).body
      let epoch = try #require(first["epoch"]?.string)
      for query in [
        "since=1", "since=1&epoch=\(epoch)", "since=1-\(epoch)", "since=latest", "since=0&epoch=other", "",
      ] where query != "since=0&epoch=other" {
        #expect(try await Self.changes(world, query, token).status == 200, "\(query)")
      }
      for query in ["since=99999999", "since=1&epoch=other", "since=1-other", "since=9223372036854775807"] {
        let told = try await Self.changes(world, query, token)
        #expect(told.status == 410 && told.body["code"] == .string("cursor_from_another_life"), "\(query)")
      }
      for query in ["since=-1", "since=abc", "since=1.5", "since=", "since=1-", "since=99999999999999999999"] {
        #expect(try await Self.changes(world, query, token).status == 400, "\(query)")
      }
      try await world.app.store.write { try $0.renewFeedEpoch() }
      #expect(try await Self.changes(world, "since=1&epoch=\(epoch)", token).status == 410)
      // A number alone cannot tell; those who send one go on as before.
      #expect(try await Self.changes(world, "since=1", token).status == 200)
    }
  }

  @Test func latest_isBehindEverything() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let newest = try await world.app.store.read { try $0.lastChange() }
      let told = try await Self.changes(world, "since=latest", token).body
      #expect(told["next_since"] == .number(Double(newest)) && told["items"] == .array([]))
    }
  }

  @Test func lastEvent_goesBeforeSince_andMustBeOne() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for (last, status) in [("abc", 400), ("latest", 400), ("99999999", 410), ("1-other", 410)] {
        let probe = Probe(path: "/v1/events?since=1", headers: ["Last-Event-ID": last])
        #expect(try await world.send(probe, token).status.code == status, "\(last)")
      }
      // HEAD asks the same and does not wait for events.
      let probe = Probe(method: "HEAD", path: "/v1/events?since=99999999", headers: ["Last-Event-ID": "1"])
      let answer = try await world.send(probe, token)
      #expect(answer.status == .ok)
      #expect(answer.headers.first { $0.name.canonicalName == "x-accel-buffering" }?.value == "no")
    }
  }

  @Test func followers_areBounded_andLeave() throws {
    let seats = FeedSeats(perCaller: 20, total: 200)
    let caller = Caller(id: 7, name: "大屏", role: .integration, areas: [1], origin: "local")
    var held = try (0..<20).map { _ in try seats.take(caller) }
    #expect(throws: Problem.self) { try seats.take(caller) }
    _ = try seats.take(Caller(id: 8, name: "另一个", role: .integration, areas: [1], origin: "local"))
    held.removeLast()
    _ = try seats.take(caller)
  }

  @Test func copy_putIntoPlaceByHand_isAnotherLife() async throws {
    try await withTemporaryStore { store, clock in
      let path = store.path + ".copy"
      try await store.backup(to: path)
      let copy = try Store(path: path, keys: store.keys, clock: clock.clock, setUp: API.setUp)
      let (here, there) = (try await store.read { try $0.feedEpoch() }, try await copy.read { try $0.feedEpoch() })
      #expect(!here.isEmpty && !there.isEmpty && here != there)
      try copy.close()
    }
  }
}
