import FilterLanguage
import Foundation
import Kernel
import Support
import Testing

/// Numbers of people that somebody types into a text are starred out wherever the text is shown, stand nowhere in the
/// file, and are lost nowhere.
@Suite struct TypedTextTests {
  private static let secrets = [
    "13812349901", "310101195501018884", "E12349903", "13812349904", "13812349905", "13812349906", "13812349907",
    "13812349908", "13812349909", "13812349910", "13812349911", "13812349912", "13812349913", "13812349914",
  ]

  /// Every door that takes a text.
  private static func writes(_ world: TwoCommittees) -> [(String, String, String)] {
    let side = world.first
    let (house, person, order, run) = (side.id("house"), side.id("person"), side.id("order"), side.id("run"))
    let request = """
      {"title":"某要数","purpose":"核对\(secrets[5])","basis":"电话\(secrets[6])","despite":"还要\(secrets[6])",\
      "subject":"people","where":"age > 1","areas":["\(side.codes["committee_code"] ?? "")"],"due":"2026-11-30",\
      "keep_until":"2026-12-31"}
      """
    return [
      ("POST", "/v1/visits", #"{"house_id":\#(house),"purpose":"找\#(secrets[0])","note":"儿子\#(secrets[0])"}"#),
      ("POST", "/v1/records", #"{"dataset":"aid","subject_id":\#(person),"data":{"kind":"身份证\#(secrets[1])"}}"#),
      ("PUT", "/v1/people/\(person)/tags/DJ004", #"{"evidence":"护照\#(secrets[2])"}"#),
      ("PUT", "/v1/runs/\(run)/rows/\(person)/marks", #"{"remark":"打\#(secrets[3])"}"#),
      (
        "POST", "/v1/work_orders",
        #"{"source":"12345","external_id":"typed-1","kind":"投诉","title":"找\#(secrets[4])","text":"我是\#(secrets[4])","address":"\#(side.word("address"))联系\#(secrets[4])","category":"噪声\#(secrets[4])"}"#
      ), ("POST", "/v1/work_orders/\(order)/actions", #"{"action":"note","note":"回电\#(secrets[7])"}"#),
      ("POST", "/v1/data_requests", request),
      (
        "PUT", "/v1/campaigns/\(side.id("campaign"))/rounds/1/deliveries/\(person)",
        #"{"state":"collected","note":"问\#(secrets[13])","collected_by":"李梅\#(secrets[13])","relation":"女儿"}"#
      ), ("POST", "/v1/admissions", #"{"title":"要\#(secrets[8])","text":"填报\#(secrets[8])","from_unit":"某局"}"#),
      (
        "POST", "/v1/ledgers",
        #"{"name":"名册","about":"找\#(secrets[9])","subject":"people","where":"age > 1"}"#
      ), ("POST", "/v1/people/\(person)/reveal", #"{"reason":"打\#(secrets[10])核对"}"#),
      (
        "POST", "/v1/reveal_approvals",
        #"{"run":\#(run),"fields":["name"],"purpose":"找\#(secrets[11])","people":1,"until":"2026-11-22"}"#
      ),
    ]
  }

  private static func write(_ world: TwoCommittees, _ token: String) async throws {
    let street = try await world.logIn("街道")
    for (method, path, body) in writes(world) {
      let headers = ["If-Match": "*"]
      let answer = try await world.send(
        Probe(method: method, path: path, body: body, headers: headers), path == "/v1/data_requests" ? street : token)
      let text = String(buffer: answer.body)
      #expect((200..<300).contains(Int(answer.status.code)), "\(method) \(path) \(text)")
      // The answer to a reveal is what was asked for.
      if !path.hasSuffix("/reveal") {
        #expect(secrets.allSatisfy { !text.contains($0) }, "\(method) \(path) \(text)")
      }
    }
  }

  @Test func read_atEveryDoor_hasNoNumber() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      try await Self.write(world, token)
      for route in world.routes where route.method == .get {
        for probe in Probes.of(route) ?? [] {
          let text = String(buffer: try await world.send(probe.filled(world.first, own: world.first), token).body)
          let found = Self.secrets.filter { text.contains($0) }
          #expect(found.isEmpty, "\(probe.path) shows \(found)")
        }
      }
      let log = world.log.text
      #expect(Self.secrets.allSatisfy { !log.contains($0) })
      for suffix in ["", "-wal"] {
        let bytes = FileManager.default.contents(atPath: world.app.store.path + suffix) ?? Data()
        for text in Self.secrets { #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) in the file\(suffix)") }
      }
    }
  }

  @Test func thing_withANumberInItsName_isRefused() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for (path, body) in [
        ("/v1/ledgers", #"{"name":"找13812349920","subject":"people","where":"age > 1"}"#),
        ("/v1/ledgers", #"{"name":"找","subject":"people","where":"address ~ 13812349920"}"#),
        (
          "/v1/ledgers",
          #"{"name":"找","subject":"people","where":"age > 1","columns":[{"name":"name","title":"打13812349920"}]}"#
        ),
        (
          "/v1/ledgers",
          #"{"name":"找","subject":"people","where":"age > 1","notes":[{"name":"note","title":"打13812349920"}]}"#
        ), ("/v1/tokens", #"{"name":"系统13812349920","role":"admin"}"#),
        ("/v1/users", #"{"name":"社工13812349920","role":"admin"}"#),
        (
          "/v1/tags",
          #"{"code":"ZZ9","name":"找13812349920","line":"民政","subject":"person","level":"city","sensitivity":"no"}"#
        ), ("/v1/areas", #"{"name":"13812349920","level":"committee","parent":"310101023"}"#),
        ("/v1/units", #"{"name":"局13812349920"}"#),
        ("/v1/shops", #"{"name":"店13812349920","house_id":\#(world.first.id("house"))}"#),
      ] {
        let answer = try await world.send(Probe(method: "POST", path: path, body: body), token)
        let text = String(buffer: answer.body)
        #expect(answer.status == .badRequest && text.contains("number_in_field"), "\(path) \(body): \(text)")
      }
    }
  }

  /// Every text of every body of every route that writes, with a number of its own at its end.
  @Test func everyText_ofEveryRoute_leavesNoNumberInTheFile() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      var sent: [(number: String, by: String)] = []
      func number(_ by: String) -> String {
        let number = "1391" + String(String(sent.count + 10_000_000).suffix(7))
        sent.append((number, by))
        return number
      }
      func marked(_ value: JSONValue, _ by: String, _ place: inout Int, only: Int) -> JSONValue {
        switch value {
        case .string(let text):
          place += 1
          return place - 1 == only ? .string(text + "打" + number(by)) : value
        case .array(let items): return .array(items.map { marked($0, by, &place, only: only) })
        case .object(let members):
          return .object(
            members.map { .init($0.name, marked($0.value, "\(by).\($0.name)", &place, only: only)) })
        case .null, .bool, .number: return value
        }
      }
      for route in world.routes where route.method != .get {
        for probe in Probes.of(route) ?? [] {
          let filled = probe.filled(world.first, own: world.first)
          guard let body = filled.body, let value = try? JSONReader.read(body) else { continue }
          var only = 0
          while true {
            var (place, request) = (0, filled)
            request.body = marked(value, route.doc.id, &place, only: only).text
            guard only < place else { break }
            only += 1
            _ = try await world.send(request, token)
          }
        }
      }
      let file = "姓名,联系方式\(number("header"))\n某人,某处\n"
      let roster = Probe(
        method: "POST", path: "/v1/imports?subject=people&file_name=\(number("file")).csv", body: file, type: "text/csv"
      )
      _ = try await world.send(roster, token)
      await world.app.imports.settle()
      let tag = Probe(
        method: "PUT", path: "/v1/people/\(world.first.id("person"))/tags/DJ004",
        body: #"{"evidence":"见\#(number("evidence"))","source":"问\#(number("source"))"}"#)
      _ = try await world.send(tag, token)
      try await world.app.store.checkpoint()
      let bytes = FileManager.default.contents(atPath: world.app.store.path) ?? Data()
      let plain = sent.filter { bytes.range(of: Data($0.number.utf8)) != nil }.map(\.by)
      #expect(plain.isEmpty, "in the file: \(Set(plain).sorted())")
      #expect(sent.count > 60)
      let log = world.log.text
      #expect(sent.allSatisfy { !log.contains($0.number) })
    }
  }

  @Test func reveal_givesWhatWasTyped_toWhoMay() async throws {
    try await TwoCommittees.run { world in
      let admin = try await world.logIn("管理")
      try await Self.write(world, admin)
      let worker = try await world.logIn(world.first.mark + "worker")
      let visits = try await world.send(Probe(path: "/v1/visits?house_id=\(world.first.id("house"))"), worker)
      guard case .array(let items)? = try JSONReader.read(String(buffer: visits.body))["items"],
        let visit = items.first(where: { $0["note"] == "儿子138****9901" }), case .number(let id)? = visit["id"]
      else { throw Problem(.notFound, "no_visit", String(buffer: visits.body)) }
      let body = "{\"subject\":\"visits\",\"id\":\(Int(id)),\"reason\":\"回访联系\"}"
      let ask = Probe(method: "POST", path: "/v1/texts/reveal", body: body)
      let text = String(buffer: try await world.send(ask, worker).body)
      #expect(text.contains(#""note":"儿子13812349901""#) && text.contains(#""purpose":"找13812349901""#))
      let (stranger, reader) = (
        try await world.logIn(world.second.mark + "worker"), try await world.logIn(world.first.mark + "department")
      )
      #expect(try await world.send(ask, stranger).status == .notFound)
      #expect(try await world.send(ask, reader).status == .forbidden)
      let line = try await world.app.store.read {
        try $0.auditLines(AuditFilter(action: "visits.reveal"), before: nil, limit: 1)
      }
      #expect(line.first?.changes.map(\.field) == ["note", "purpose"] && line.first?.reason == "回访联系")
    }
  }

  @Test func sendingBackWhatWasShown_losesNothing() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      let person = world.first.id("person")
      func send(_ method: String, _ path: String, _ body: String) async throws -> JSONValue {
        let answer = try await world.send(
          Probe(method: method, path: path, body: body, headers: ["If-Match": "*"]), token)
        return try JSONReader.read(String(buffer: answer.body))
      }
      let made = try await send(
        "POST", "/v1/records", #"{"dataset":"aid","subject_id":\#(person),"data":{"kind":"打13812349901","amount":1}}"#)
      guard case .number(let id)? = made["id"] else { throw Problem(.notFound, "no_record", made.text) }
      let shown = try await send("PATCH", "/v1/records/\(Int(id))", #"{"data":{"kind":"打138****9901","amount":2}}"#)
      #expect(shown["data"]?["kind"] == "打138****9901" && shown["data"]?["amount"] == 2)
      let whole = try await send(
        "POST", "/v1/texts/reveal", #"{"subject":"records","id":\#(Int(id)),"reason":"核对补贴"}"#)
      #expect(whole["texts"]?["kind"] == "打13812349901")
      _ = try await send("PATCH", "/v1/records/\(Int(id))", #"{"data":{"kind":"已核实"}}"#)
      let none = try await send(
        "POST", "/v1/texts/reveal", #"{"subject":"records","id":\#(Int(id)),"reason":"核对补贴"}"#)
      #expect(none["texts"] == .object([]))
    }
  }
}
