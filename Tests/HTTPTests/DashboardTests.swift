import Accounts
import Foundation
import HummingbirdTesting
import Kernel
import NIOCore
import Platform
import Support
import Testing
@testable import ChangeFeed

/// `/v1/dashboard`, and the token that a wall has.
@Suite struct DashboardTests {
  private static func wall(_ office: HTTPOffice, area: String = "310101") async throws -> CreateToken.Answer {
    try await CreateToken(name: "大屏", role: .wall, areas: [area]).run(in: office.app, by: .operatorAtConsole)
  }

  private static func json(_ answer: TestResponse) throws -> JSONValue {
    try JSONReader.read(Array(answer.body.readableBytesView))
  }

  @Test func dashboard_overTheWire() async throws {
    try await HTTPOffice.run { office in
      _ = try await AnalyticsTests.prepared(office)
      office.clock.advance(seconds: 60)
      let (street, wall) = (try await office.logIn(), try await Self.wall(office).token)
      let talk = Conversation(office.client)
      talk.hide(street, as: "TOKEN")
      talk.hide(wall, as: "WALL")
      try await talk.send("GET", "/v1/dashboard", token: street)
      let answer = try await talk.send("GET", "/v1/dashboard", token: wall)
      let eTag = try #require(answer.headers[.eTag])
      try await talk.send("GET", "/v1/dashboard", token: wall, headers: ["If-None-Match": eTag])
      try await talk.send("GET", "/v1/me", token: wall)
      try await talk.send("GET", "/v1/people", token: wall)
      try await talk.send("POST", "/v1/logout", token: wall)
      try talk.mustMatch("dashboard")
    }
  }

  @Test func unchangedPoll_touchesNoTable() async throws {
    try await HTTPOffice.run { office in
      let wall = try await Self.wall(office).token
      let talk = Conversation(office.client)
      let first = try await talk.send("GET", "/v1/dashboard", token: wall)
      let eTag = try #require(first.headers[.eTag])
      // Whatever asked a table would fail now.
      try office.app.store.close()
      let second = try await talk.send("GET", "/v1/dashboard", token: wall, headers: ["If-None-Match": eTag])
      #expect(second.status == .notModified)
      #expect(second.body.readableBytes == 0)
    }
  }

  @Test func wall_everyRouteButItsOwn_answers403() async throws {
    try await TwoCommittees.run { world in
      let code = world.first.codes["committee_code"] ?? ""
      let token = try await CreateToken(name: "大屏", role: .wall, areas: [code])
        .run(in: world.app, by: .operatorAtConsole).token
      let own: Set = ["get_dashboard", "get_me"]
      for route in world.routes where route.access == .token && route.doc.id != "follow_changes" {
        for probe in Probes.of(route) ?? [] {
          let answer = try await world.send(probe.filled(world.first, own: world.first), token)
          #expect(answer.status == (own.contains(route.doc.id) ? .ok : .forbidden), "\(route.doc.id)")
        }
      }
      #expect(Set(world.routes.filter(\.isForWalls).map(\.doc.id)) == own.union(["follow_changes"]))
    }
  }

  /// Nothing of a person, of a text, of a shop or a room; nothing under five.
  @Test func wall_isToldNothingOfAnybody() async throws {
    try await TwoCommittees.run { world in
      let side = world.first
      let token = try await CreateToken(name: "大屏", role: .wall, areas: [side.codes["committee_code"] ?? ""])
        .run(in: world.app, by: .operatorAtConsole).token
      let answer = try await world.send(Probe(path: "/v1/dashboard"), token)
      let text = String(buffer: answer.body)
      for word in [
        "name", "shop_name", "note", "evidence", "id_number", "phone", "shop_phone", "credit_code", "address",
      ] {
        #expect(!text.contains(side.word(word)), "\(word)")
      }
      #expect(world.second.secrets.allSatisfy { !text.contains($0) })
      let board = try Self.json(answer)
      #expect(board["hides_below"] == 5)
      #expect(board["people"]?["count"] == .null && board["tags"] == [])
      #expect(board["work_orders"]?["open"]?["count"] == .null)
      #expect(board["work_orders"]?["late"]?["count"] == 0)
    }
  }

  /// Whoever sees people without restricted tags meets none of them in the figures, and neither does who sees them.
  @Test(arguments: ["街道", "管理", "审计"]) func dashboard_namesNoRestrictedTag(_ name: String) async throws {
    try await TwoCommittees.run { world in
      let answer = try await world.send(Probe(path: "/v1/dashboard"), try await world.logIn(name))
      let text = String(buffer: answer.body)
      #expect(answer.status == .ok && text.contains("入党积极分子"))
      #expect(FieldJudge.restricted.allSatisfy { !text.contains($0) })
    }
  }

  @Test func dashboards_ofTheCommittees_addUpToTheStreets() async throws {
    try await TwoCommittees.run { world in
      var counts: [[Double?]] = []
      for name in [world.first.mark + "worker", world.second.mark + "worker", "街道"] {
        let board = try Self.json(try await world.send(Probe(path: "/v1/dashboard"), try await world.logIn(name)))
        counts.append(
          [board["houses"], board["shops"], board["work_orders"]?["open"], board["work_orders"]?["today"]].map {
            $0?["count"]?.number
          })
      }
      for index in 0..<4 {
        #expect((counts[0][index] ?? 0) + (counts[1][index] ?? 0) == counts[2][index])
        #expect(counts[0][index] != 0)
      }
    }
  }

  @Test func wall_hearsThatFiguresChanged_andNoRow() async throws {
    try await HTTPOffice.run { office in
      let made = try await Self.wall(office)
      let authenticator = office.app.security.authenticator
      let feed = WallFeed(app: office.app) { try await authenticator.authenticate(bearer: made.token, origin: "x") }
      #expect(String(buffer: try #require(try await feed.next())).hasPrefix(":"))
      let first = String(buffer: try #require(try await feed.next()))
      _ = try await AnalyticsTests.prepared(office)
      office.clock.advance(seconds: 60)
      let second = String(buffer: try #require(try await feed.next()))
      for event in [first, second] { #expect(event.contains(/^event: dashboard\ndata: \{"etag":"[^}]*"\}\n\n$/)) }
      #expect(first != second)
      try await RevokeToken.run(made.info.id, in: office.app, by: .operatorAtConsole)
      #expect(try await feed.next() == nil)
    }
  }

  @Test func wall_revoked_is401() async throws {
    try await HTTPOffice.run { office in
      let made = try await Self.wall(office)
      #expect(made.info.expiresAt == nil)
      let talk = Conversation(office.client)
      #expect(try await talk.send("GET", "/v1/dashboard", token: made.token).status == .ok)
      try await RevokeToken.run(made.info.id, in: office.app, by: .operatorAtConsole)
      #expect(try await talk.send("GET", "/v1/dashboard", token: made.token).status == .unauthorized)
    }
  }
}
