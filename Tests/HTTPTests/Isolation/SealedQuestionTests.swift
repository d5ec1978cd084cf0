import FilterLanguage
import Kernel
import Support
import Testing

/// Every door that takes a question counts, writes down or refuses one that asks for somebody's name or number.
@Suite struct SealedQuestionTests {
  /// How each subject leads to a person.
  private static func filter(_ path: String) -> String {
    let person = "phone = 13812346161"
    return switch path.split(separator: "/").dropFirst().first {
    case "people": person
    case "houses": "any residents(\(person))"
    case "buildings": "any houses(any residents(\(person)))"
    case "assets": "any house(any residents(\(person)))"
    default: "any people(\(person))"
    }
  }

  /// Each route that takes a filter, in its address or in its body.
  private static func probes(_ world: TwoCommittees) -> [Probe] {
    world.routes.flatMap { route -> [Probe] in
      // Those about one hot spot read it first.
      guard !route.doc.id.hasPrefix("explain_"), !route.path.contains("{") else { return [] }
      let filter = filter(route.path)
      if route.doc.parameters.contains(where: { $0.name == "where" }) {
        let facet = route.path.hasSuffix("/facets") || route.path.hasSuffix("/pareto") ? "&by=committee" : ""
        return [Probe(path: "\(route.path)?where=\(filter)\(facet)")]
      }
      guard route.path.hasSuffix("/search") else { return [] }
      return [Probe(method: "POST", path: route.path, body: #"{"where":"\#(filter)"}"#)]
    }
  }

  private static let stored: [Probe] = [
    ("/v1/ledgers", #"{"name":"某","subject":"people","where":"phone = 13812346161"}"#),
    ("/v1/runs", #"{"subject":"people","where":"phone = 13812346161"}"#),
    (
      "/v1/reveal_approvals",
      #"{"subject":"people","where":"phone = 13812346161","fields":["name"],"purpose":"核对名单","people":1,"until":"2026-11-22"}"#
    ),
    (
      "/v1/tags",
      #"{"code":"ZZ9","name":"某标签乙","line":"民政","subject":"person","level":"subdistrict","sensitivity":"no","rule":"phone = 13812346161"}"#
    ),
  ].map { Probe(method: "POST", path: $0.0, body: $0.1) }

  @Test(arguments: ["department", "integration"])
  func whoMayNotReveal_isRefusedAtEveryDoor(_ role: String) async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + role)
      let probes = Self.probes(world)
      #expect(probes.count >= 18)
      for probe in probes {
        let answer = try await world.send(probe, token)
        #expect(answer.status == .forbidden, "\(probe.path) \(String(buffer: answer.body))")
        #expect(String(buffer: answer.body).contains("missing_right"), "\(probe.path)")
      }
    }
  }

  @Test func whoMayReveal_isWrittenDownAtEveryDoor() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for probe in Self.probes(world) {
        let before = try await Self.lines(world)
        #expect(try await world.send(probe, token).status == .ok, "\(probe.path)")
        #expect(try await Self.lines(world) > before, "\(probe.path) left no line")
      }
    }
  }

  @Test func stored_isRefused() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for probe in Self.stored {
        let answer = try await world.send(probe, token)
        #expect(answer.status == .badRequest, "\(probe.path)")
        #expect(String(buffer: answer.body).contains("sealed_in_question"), "\(probe.path)")
      }
    }
  }

  private static func lines(_ world: TwoCommittees) async throws -> Int {
    try await world.app.store.read { try $0.auditCount(AuditFilter(action: "people.find")) }
  }
}
