import Foundation
import HummingbirdTesting
import Support
import Testing
@testable import Accounts
@testable import ChangeFeed
@testable import FilterLanguage
@testable import Imports
@testable import Kernel

/// Ways around the fence that each looked like a right of the caller's own.
@Suite struct ReachTests {
  private static func json(_ response: TestResponse) throws -> JSONValue {
    try JSONReader.read(Array(response.body.readableBytesView))
  }

  /// A place in an order is made of a row's values: it opens for nobody but the caller that it was given to, and in no
  /// other order.
  @Test func cursor_ofAnotherCaller_isRefused() async throws {
    try await TwoCommittees.run { world in
      let path = "/v1/people?limit=1&sort=name"
      let (ours, theirs) = (
        try await world.logIn(world.first.mark + "worker"), try await world.logIn(world.second.mark + "worker")
      )
      guard let cursor = try Self.json(try await world.send(Probe(path: path), theirs))["next_cursor"]?.string else {
        throw Problem(.notFound, "no_cursor", "")
      }
      #expect(try await world.send(Probe(path: "\(path)&cursor=\(cursor)"), theirs).status == .ok)
      for other in ["\(path)&cursor=\(cursor)", "\(path)&cursor=1.\(world.second.id("person"))"] {
        #expect(try Self.json(try await world.send(Probe(path: other), ours))["code"] == .string("bad_cursor"))
      }
      let otherOrder = try await world.send(Probe(path: "/v1/people?limit=1&sort=age&cursor=\(cursor)"), theirs)
      #expect(try Self.json(otherOrder)["code"] == .string("bad_cursor"))
    }
  }

  @Test func oldLink_ofWhoHasMovedAway_isNotOpenedAgain() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + "worker")
      let list = try await world.send(
        Probe(path: "/v1/occupancies?house_id=\(world.first.id("house"))"), token)
      guard case .array(let links)? = try Self.json(list)["items"],
        let old = links.first(where: { $0["until"] == .string("2020-01-01") }), case .number(let id)? = old["id"],
        case .number(let person)? = old["person_id"]
      else { throw Problem(.notFound, "no_link", "") }
      for until in ["null", "\"2030-01-01\""] {
        let probe = Probe(
          method: "PATCH", path: "/v1/occupancies/\(Int(id))", body: #"{"until":\#(until)}"#, headers: ["If-Match": "*"]
        )
        let answer = try await world.send(probe, token)
        #expect(try Self.json(answer)["code"] == .string("registered_elsewhere"))
      }
      #expect(try await world.send(Probe(path: "/v1/people/\(Int(person))"), token).status == .notFound)
    }
  }

  /// What is unique in the whole street is refused alike, whoever has it, and trying leaves a line.
  @Test func takenNumber_isRefusedAlikeAndRecorded() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + "worker")
      var answers: [String] = []
      for side in [world.first, world.second] {
        let body = #"{"name":"某新人","house_id":\#(world.first.id("empty")),"id_number":"\#(side.word("id_number"))"}"#
        let answer = try await world.send(Probe(method: "POST", path: "/v1/people", body: body), token)
        #expect(answer.status == .conflict)
        answers.append(String(buffer: answer.body))
      }
      #expect(answers[0] == answers[1])
      let page = try await ReadAudit.run(
        AuditFilter(action: "people.number_refused"), in: world.app, by: .operatorAtConsole)
      #expect(page.items.map(\.subjectID) == [world.second.id("person")])
    }
  }

  @Test func house_inAnothersBuilding_isNotMade() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + "secretary")
      for address in ["building_address", "address"] {
        let room = address == "address" ? "" : "909室"
        let body =
          #"{"address":"\#(world.second.word(address))\#(room)","committee":"\#(world.first.codes["committee_code"] ?? "")"}"#
        let answer = try await world.send(Probe(method: "POST", path: "/v1/houses", body: body), token)
        #expect(try Self.json(answer)["code"] == .string("address_taken"))
      }
      let report = try await load(
        world, .houses, ["地址,居委会", "\(world.second.word("building_address"))909室,\(world.first.word("committee"))"])
      #expect(report.rows.map(\.reasons.first?.code) == ["outside_area"])
    }
  }

  @Test func roster_withAnothersShop_mergesWithNothing() async throws {
    try await TwoCommittees.run { world in
      let code = world.second.word("credit_code")
      let (id, rows) = try await load(
        world, .shops, ["名称,统一社会信用代码,地址,电话", "冒名店,\(code),\(world.first.word("address")),13912340000"])
      #expect(rows.map(\.status) == [.review])
      #expect(rows.allSatisfy { $0.candidates.isEmpty })
      let caller = secretary(world)
      for decision in [RowDecision(.merge), RowDecision(.merge, subjectID: world.second.id("shop"))] {
        let problem = try await refusal {
          _ = try await DecideImportRow.run(id, row: 1, decision, caller: caller, app: world.app)
        }
        #expect(problem != nil)
        #expect(problem?.notes.flatMap(\.suggestions).isEmpty == true)
      }
      let shop = try await world.app.store.read { [id = world.second.id("shop")] in try $0.shop(id) }
      #expect(shop?.name == world.second.word("shop_name"))
    }
  }

  /// A number of somebody elsewhere says no more with the right name than with a wrong one.
  @Test func roster_ofTags_tellsNothingOfAnothersNumber() async throws {
    try await TwoCommittees.run { world in
      var told: [[String]] = []
      for (number, name) in [
        (world.second.word("id_number"), world.second.word("name")), (world.second.word("id_number"), "别的人"),
        (Side.nobody.word("id_number"), "别的人"),
      ] {
        let (_, rows) = try await load(world, .taggings, ["身份证,姓名,标签", "\(number),\(name),入党积极分子"])
        told.append(rows.flatMap { ["\($0.status)"] + $0.reasons.map(\.code) })
      }
      #expect(told[0] == told[2] && told[1] == told[2])
    }
  }

  @Test func import_ofACallerWhoseAreasChange_isLeftBehind() async throws {
    try await TwoCommittees.run { world in
      let (id, _) = try await load(world, .people, ["姓名,地址", "某人,\(world.first.word("address"))"])
      let moved = Caller(
        id: secretary(world).id, name: "x", role: .secretary, areas: [Int64(area(world.second, world))], origin: "local"
      )
      let problem = try await refusal { _ = try await GetImport.run(id, caller: moved, app: world.app) }
      #expect(problem?.code == "not_found")
    }
  }

  @Test func events_endWithTheToken() async throws {
    try await TwoCommittees.run { world in
      let bearer = try await world.logIn("审计")
      let authenticator = world.app.security.authenticator
      let session = try await authenticator.session(bearer: bearer, origin: "local")
      let feed = EventFeed(since: 0, app: world.app) {
        try await authenticator.authenticate(bearer: bearer, origin: "local")
      }
      #expect(try await feed.next() != nil)
      #expect(try await feed.next() != nil)
      try await LogOut.run(in: world.app, session: session)
      #expect(try await feed.next() == nil)
    }
  }

  @Test func changes_nameNoRowOfAnother() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn(world.first.mark + "integration")
      let body = try Self.json(try await world.send(Probe(path: "/v1/changes?since=0&limit=500"), token))
      guard case .array(let items)? = body["items"] else { throw Problem(.notFound, "no_items", "") }
      let shown = Set(items.map { "\($0["subject"]?.string ?? "") \($0["id"]?.text ?? "")" })
      for (kind, hole) in [
        ("people", "person"), ("houses", "house"), ("buildings", "building"), ("shops", "shop"), ("assets", "asset"),
        ("visits", "visit"), ("records", "record"), ("occupancies", "occupancy"), ("work_orders", "order"),
        ("data_requests", "request"),
      ] {
        #expect(shown.contains("\(kind) \(world.first.id(hole))"))
        #expect(!shown.contains("\(kind) \(world.second.id(hole))"))
      }
      let states = items.filter { $0["subject"] == .string("work_orders") }.map { $0["state"]?.string }
      #expect(!states.isEmpty && Set(states) == ["dispatched"])
    }
  }

  private func area(_ side: Side, _ world: TwoCommittees) -> UInt32 {
    (try? world.app.index.areas.area(code: side.codes["committee_code"] ?? "")?.id) ?? 0
  }

  private func secretary(_ world: TwoCommittees) -> Caller {
    Caller(id: 9_000, name: "书记", role: .secretary, areas: [Int64(area(world.first, world))], origin: "local")
  }

  /// Imports as the first committee's secretary, up to the review.
  private func load(
    _ world: TwoCommittees, _ subject: ImportSubject, _ lines: [String]
  ) async throws -> (id: Int64, rows: [ImportRowReport]) {
    let caller = secretary(world)
    var request = StartImport.Request(
      subject: subject, file: Data(lines.joined(separator: "\n").utf8), fileName: "名册.csv")
    request.area = world.first.codes["committee_code"]
    let id = try await StartImport.run(request, caller: caller, app: world.app)
    try await RunImport.run(id, app: world.app)
    return (id, try await ListImportRows.run(id, caller: caller, app: world.app).rows)
  }
}
