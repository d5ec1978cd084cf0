import Accounts
import FilterLanguage
import Foundation
import HummingbirdTesting
import Kernel
import Testing

/// Work orders as a subject of questions: list, search, facets, explanation, and who sees which.
@Suite struct WorkOrderSearchTests {
  private static func ticket(_ number: Int, _ kind: String, _ address: String, _ reported: String) -> String {
    """
    {"source":"12345","external_id":"S-\(number)","kind":"\(kind)","title":"第\(number)件","text":"请处理",\
    "address":"\(address)","reported_at":"\(reported)","category":"\(number == 3 ? "噪音" : "市容")"}
    """
  }

  /// Three orders: two in 延中, of which one is late, and one whose house is in 雁荡.
  private static func prepared(_ app: HTTPOffice) async throws -> String {
    let token = try await app.logIn()
    let csv = "地址,居委会\n瑞金二路26弄12号101室,延中居委会\n雁荡路10号102室,雁荡居委会\n"
    let quiet = Conversation(app.client)
    try await quiet.send(
      "POST", "/v1/imports?subject=houses&area=310101023&apply=true", token: token,
      headers: ["Content-Type": "text/csv"], bytes: Array(csv.utf8))
    await app.app.imports.settle()
    for body in [
      ticket(1, "投诉", "瑞金二路26弄12号101室", "2026-10-12T08:30:00+08:00"),
      ticket(2, "咨询", "瑞金二路26弄12号101室", "2026-11-20T15:00:00+08:00"),
      ticket(3, "求助", "雁荡路10号102室", "2026-11-20T16:00:00+08:00"),
    ] {
      let answer = try await quiet.send("POST", "/v1/work_orders", token: token, body: body)
      try #require(answer.status == .created)
    }
    return token
  }

  private static func total(_ app: HTTPOffice, _ path: String, _ token: String) async throws -> Int {
    let allowed = CharacterSet.urlQueryAllowed
    let answer = try await Conversation(app.client).send(
      "GET", path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path, token: token)
    let body = try JSONReader.read(Array(String(buffer: answer.body).utf8))
    guard case .number(let total)? = body["total"] else { return -1 }
    return Int(total)
  }

  @Test func list_facetsAndExplanation_answerOverTheWire() async throws {
    try await HTTPOffice.run { app in
      let token = try await Self.prepared(app)
      let talk = Conversation(app.client)
      talk.hide(token, as: "TOKEN")
      let columns = "number,kind,category,state,address,committee,overdue,reported_at"
      try await talk.send(
        "GET", "/v1/work_orders?where=overdue%20=%20true&select=\(columns)", token: token)
      try await talk.send(
        "POST", "/v1/work_orders/search", token: token,
        body:
          #"{"where":{"field":"kind","op":"=","value":"complaint"},"select":["number","kind"],"sort":"due_at.desc"}"#)
      try await talk.send(
        "GET", "/v1/work_orders/facets?by=category,kind,state,committee,overdue,month", token: token)
      try await talk.send(
        "GET", "/v1/work_orders/explain?where=kind%20=%20complaint%20and%20any%20house(count(residents())%20=%200)",
        token: token)
      try await talk.send("GET", "/v1/work_orders/facets?by=tag", token: token)
      try talk.mustMatch("work_orders_search")
    }
  }

  @Test func overdue_followsTheClockAndMidnight() async throws {
    try await HTTPOffice.run { app in
      let token = try await Self.prepared(app)
      let late = "/v1/work_orders?where=overdue = true"
      #expect(try await Self.total(app, late, token) == 1)
      // The consultation of yesterday afternoon has one working day: Monday.
      app.clock.advance(seconds: 4 * 86_400)
      _ = try await app.app.keepUp()
      let later = try await app.logIn()
      #expect(try await Self.total(app, late, later) == 2)
      #expect(try await Self.total(app, late + "&as_of=2026-11-21", later) == 1)
      app.clock.advance(seconds: -4 * 86_400)
      _ = try await app.app.keepUp()
      #expect(try await Self.total(app, late, later) == 1)
    }
  }

  @Test func department_seesOrdersOfItsUnit_andNoHouse() async throws {
    try await HTTPOffice.run { app in
      let token = try await Self.prepared(app)
      _ = try await AddUser(name: "城管", role: .department, unit: "城管中队", password: HTTPOffice.password)
        .run(in: app.app, by: .operatorAtConsole)
      let own = try await app.logIn("城管")
      #expect(try await Self.total(app, "/v1/work_orders", own) == 0)
      let quiet = Conversation(app.client)
      for (order, body) in [
        (1, #"{"action":"dispatch","unit":"城管中队"}"#), (2, #"{"action":"dispatch","unit":"房管所"}"#),
        (2, #"{"action":"assist","units":["城管中队"]}"#), (3, #"{"action":"dispatch","unit":"房管所"}"#),
      ] {
        let answer = try await quiet.send("POST", "/v1/work_orders/\(order)/actions", token: token, body: body)
        try #require(answer.status == .ok)
      }
      #expect(try await Self.total(app, "/v1/work_orders", own) == 2)
      #expect(try await Self.total(app, "/v1/work_orders?where=committee = 延中", own) == 2)
      #expect(try await Self.total(app, "/v1/work_orders?where=any house()", own) == 0)
      #expect(try await Self.total(app, "/v1/houses", own) == 0)
      #expect(try await quiet.send("GET", "/v1/work_orders/2", token: own).status == .ok)
      #expect(try await quiet.send("GET", "/v1/work_orders/3", token: own).status == .notFound)
    }
  }
}
