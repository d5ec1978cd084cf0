import Hummingbird
import HummingbirdTesting
import Testing
@testable import FilterLanguage
@testable import Server

/// A server that dies between the commit and the answer: the same request with its key must do nothing a second time.
@Suite struct KeyedCrashTests {
  private struct Crash: Error {}

  /// Done, and never answered.
  private static func crashing(_ route: Route) -> Route {
    guard route.method == .post else { return route }
    return Route(
      method: route.method, path: route.path, access: route.access, intake: route.intake, doc: route.doc,
      keepsAnswer: route.keepsAnswer, keyParameter: route.keyParameter, refuse: route.refuse
    ) { call, app in
      _ = try await route.run(call, app)
      throw Crash()
    }
  }

  /// Everything that says that something was done.
  private static func traces(_ world: TwoCommittees) async throws -> [Int64] {
    try await world.app.store.read { reader in
      [try reader.lastChange(), Int64(try reader.auditChain().rows)]
    }
  }

  private static func withCrashes(
    _ world: TwoCommittees, _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Void
  ) async throws {
    let door = APIRouter(app: world.app, routes: world.routes.map(crashing), log: world.log.logger())
    try await Application(router: door.router()).test(.router) { try await body($0) }
  }

  /// What they answer is shown once; or what they do cannot be told a second time.
  private static let answersOnce: Set<String> = [
    "add_user", "add_token", "add_webhook", "reveal_person", "reveal_work_order", "reveal_texts",
  ]
  /// Their own log-in ends with them, or the key does not reach them.
  private static let leftOut: Set<String> = ["log_in", "log_out", "change_own_password"]

  @Test(arguments: ["secretary", "街道", "管理"]) func everyPost_afterACrash_isNotDoneTwice(_ role: String) async throws {
    try await TwoCommittees.run { world in
      let own = world.first
      let token = try await world.logIn(role == "secretary" ? own.mark + role : role)
      try await Self.withCrashes(world) { client in
        let dying = TwoCommittees(
          app: world.app, client: DescribedClient(client), routes: world.routes, log: world.log, first: own,
          second: world.second)
        var done = 0
        for route in world.routes where route.method == .post && !Self.leftOut.contains(route.doc.id) {
          for (number, probe) in (Probes.of(route) ?? []).enumerated() {
            var probe = probe.filled(own, own: own)
            probe.headers["Idempotency-Key"] = "\(route.doc.id)-\(number)"
            let before = try await Self.traces(world)
            let lost = try await dying.send(probe, token)
            guard lost.status == .internalServerError else { continue }
            let after = try await Self.traces(world)
            await world.app.imports.settle()
            await world.app.runs.settle()
            let settled = try await Self.traces(world)
            let again = try await world.send(probe, token)
            let once = Self.answersOnce.contains(route.doc.id) && after != before
            #expect(
              once ? again.status == .conflict : (200..<300).contains(again.status.code),
              "\(route.doc.id): \(again.status.code) \(String(buffer: again.body))")
            await world.app.imports.settle()
            await world.app.runs.settle()
            #expect(try await Self.traces(world) == settled, "\(route.doc.id) was done twice")
            let third = try await world.send(probe, token)
            #expect(third.status == again.status && third.body == again.body, "\(route.doc.id) answers otherwise")
            done += 1
          }
        }
        #expect(done >= 20, "\(done)")
      }
    }
  }

  @Test func request_resumed_withAnotherBody_isRefused() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let own = world.first
      try await Self.withCrashes(world) { client in
        let dying = TwoCommittees(
          app: world.app, client: DescribedClient(client), routes: world.routes, log: world.log, first: own,
          second: world.second)
        let body = #"{"house_id":\#(own.id("house")),"purpose":"走访"}"#
        var probe = Probe(method: "POST", path: "/v1/visits", body: body, headers: ["Idempotency-Key": "k"])
        #expect(try await dying.send(probe, token).status == .internalServerError)
        probe.body = body.replacing("走访", with: "巡检")
        let other = try await world.send(probe, token)
        #expect(other.status == .conflict && String(buffer: other.body).contains("idempotency_key_reused"))
        probe.body = body
        #expect(try await world.send(probe, token).status == .created)
      }
    }
  }

  @Test func post_thatFails_leavesNothingOfItsKey() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let own = world.first
      let taken = own.word("id_number")
      func body(_ number: String) -> String {
        #"{"name":"陈试","house_id":\#(own.id("house")),"role":"tenant","id_number":"\#(number)"}"#
      }
      var probe = Probe(method: "POST", path: "/v1/people", body: body(taken), headers: ["Idempotency-Key": "k"])
      #expect(try await world.send(probe, token).status == .conflict)
      probe.body = body(Side.idNumber("31010119500101007"))
      #expect(try await world.send(probe, token).status == .created)
    }
  }
}
