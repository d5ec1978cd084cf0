import Accounts
import FilterLanguage
import HummingbirdTesting
import Kernel
import Support
import Testing

/// A worker of one committee sees nothing of another's, on any route.
@Suite struct IsolationTests {
  /// An answer as far as it may tell rows apart.
  private struct Answer: Equatable {
    let status: Int
    let headers: [String]
    let body: String

    init(_ response: TestResponse, without side: Side) {
      status = Int(response.status.code)
      headers = response.headers.filter { !["content-length", "date", "x-request-id"].contains($0.name.canonicalName) }
        .map { "\($0.name.canonicalName): \($0.value)" }.sorted()
      body = side.blanked(String(buffer: response.body))
    }
  }

  private static let bound = ["secretary", "worker", "worker", "department", "integration", "resident"]

  /// Of all routes whose answers are the same twice: those that count requests are not.
  private static func probes(_ world: TwoCommittees) -> [Probe] {
    world.routes.compactMap(Probes.of).joined().filter { $0.path != "/metrics" }
  }

  @Test func everyRoute_isWalked() async throws {
    try await TwoCommittees.run { world in
      for route in world.routes { #expect(Probes.of(route) != nil, "no probes for \(route.doc.id)") }
    }
  }

  @Test(arguments: zip(bound, [true, true, false, true, false, true]))
  func bound_askingForAnothersRows_isToldWhatNobodysRowsTell(_ role: String, _ isFirst: Bool) async throws {
    try await TwoCommittees.run { world in
      let (own, other) = isFirst ? (world.first, world.second) : (world.second, world.first)
      let token = try await world.logIn(own.mark + role)
      for probe in Self.probes(world) {
        let theirs = probe.filled(other, own: own)
        let told = Answer(try await world.send(theirs, token), without: other)
        let nothing = Answer(try await world.send(probe.filled(.nobody, own: own), token), without: .nobody)
        if told != nothing { Issue.record("\(theirs): told \(told) where nobody's rows tell \(nothing)") }
      }
    }
  }

  @Test(arguments: zip(bound, [true, true, false, true, false, true]))
  func bound_askingForTheirOwn_meetsNobodyElse(_ role: String, _ isFirst: Bool) async throws {
    try await TwoCommittees.run { world in
      let (own, other) = isFirst ? (world.first, world.second) : (world.second, world.first)
      let token = try await world.logIn(own.mark + role)
      var seen = ""
      for probe in world.routes.compactMap(Probes.of).joined() {
        let mine = probe.filled(own, own: own)
        let text = String(buffer: try await world.send(mine, token).body)
        #expect(other.secrets.allSatisfy { !text.contains($0) }, "\(mine.method) \(mine.path): \(text)")
        // Everybody may read of themselves.
        if !["/v1/me", "/v1/users", "/v1/tokens"].contains(where: mine.path.hasPrefix) { seen += text }
      }
      #expect(seen.contains(own.mark) == (role != "resident"))
      let log = world.log.text
      #expect((own.secrets + other.secrets).allSatisfy { !log.contains($0) })
    }
  }

  @Test func outsider_meetsNeither() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("外街道")
      for probe in Self.probes(world) {
        for side in [world.first, world.second] {
          let theirs = probe.filled(side, own: side)
          let told = Answer(try await world.send(theirs, token), without: side)
          let nothing = Answer(try await world.send(probe.filled(.nobody, own: .nobody), token), without: .nobody)
          if told != nothing { Issue.record("\(theirs): told \(told) where nobody's rows tell \(nothing)") }
        }
      }
    }
  }

  @Test(arguments: ["auditor", "department", "resident", "worker"])
  func readers_writeNothingThatIsNotTheirs(_ role: String) async throws {
    try await TwoCommittees.run { world in
      let own = world.first
      let token = try await world.logIn(role == "auditor" ? "审计" : own.mark + role)
      let managing: Set = [
        "add_user", "change_user", "add_token", "add_tag", "change_tag", "add_dataset", "add_area", "rename_area",
        "start_import", "apply_import", "cancel_import", "undo_import", "rerun_import", "decide_import_row",
        "add_house", "add_duty",
        "change_duty",
        "end_duty", "decide_admission", "ask_for_data", "preview_data_request", "answer_data_request",
        "close_data_request", "set_schedule", "remove_schedule", "add_webhook", "change_webhook", "remove_webhook",
        "test_webhook", "add_campaign", "change_campaign", "add_campaign_round", "add_newcomers",
      ]
      // What a department may, in its areas.
      let asking: Set = ["ask_for_data", "preview_data_request", "close_data_request"]
      // Their own log-in, and what only asks although it is sent.
      let harmless: Set = [
        "log_in", "log_out", "change_own_password", "revoke_token", "tag_in_bulk", "ask", "ask_policy",
        "preview_dispatch", "begin_export",
      ]
      for route in world.routes where route.method != .get && !route.doc.id.hasPrefix("search_") {
        guard !harmless.contains(route.doc.id), role != "worker" || managing.contains(route.doc.id),
          role != "department" || !asking.contains(route.doc.id)
        else { continue }
        for probe in Probes.of(route) ?? [] {
          let status = try await world.send(probe.filled(own, own: own), token).status.code
          #expect([403, 404].contains(status), "\(role) \(route.doc.id) answered \(status)")
        }
      }
    }
  }

  @Test func totals_ofTheCommittees_addUpToTheStreets() async throws {
    try await TwoCommittees.run { world in
      var tokens: [String] = []
      for name in [world.first.mark + "worker", world.second.mark + "worker", "街道"] {
        tokens.append(try await world.logIn(name))
      }
      // One person lives in both.
      for (subject, shared) in [("people", 1), ("houses", 0), ("buildings", 0), ("shops", 0), ("assets", 0)] {
        for path in ["/v1/\(subject)", "/v1/\(subject)/facets?by=committee"] {
          var totals: [Int] = []
          for token in tokens {
            let body = try JSONReader.read(Array(try await world.send(Probe(path: path), token).body.readableBytesView))
            totals.append(Int(body["total"]?.number ?? -1))
          }
          #expect(totals[0] > 0 && totals[1] > 0)
          #expect(totals[0] + totals[1] == totals[2] + shared, "\(path) \(totals)")
        }
      }
    }
  }

  @Test func disabledCaller_isNobody() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + "resident")
      let id = world.first.id("user")
      _ = try await ChangeCaller(isDisabled: true).run(id, expected: nil, in: world.app, by: .operatorAtConsole)
      for route in world.routes where route.access == .token {
        for probe in (Probes.of(route) ?? []).prefix(1) {
          let probe = probe.filled(world.first, own: world.first)
          let answers = [try await world.send(probe, token), try await world.send(probe, "mp_unknown")]
          #expect(Answer(answers[0], without: .nobody) == Answer(answers[1], without: .nobody))
          #expect(answers[0].status == (route.keyParameter == nil ? .unauthorized : .forbidden))
        }
      }
    }
  }
}
