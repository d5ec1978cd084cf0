import Accounts
import FilterLanguage
import Foundation
import HummingbirdTesting
import Kernel
import Testing

/// 五张工单，一家面摊, over the wire.
@Suite struct AnalyticsTests {
  /// Seven matters, of which five are one noodle stall.
  private static let tickets: [(day: String, category: String, text: String, address: String)] = [
    ("11-03", "餐饮油烟", "楼下那家面摊油烟太大", "瑞金二路26弄12号101室"),
    ("11-05", "占道经营", "弄口做面的把桌子摆到人行道上", "瑞金二路26弄12号101室"),
    ("11-09", "管道堵塞", "下水道又堵了，挖出来全是油，瑞金二路26号附近那个下面条的倒的", ""),
    ("11-12", "暴露垃圾", "面馆收摊以后一次性碗筷扔一地", "瑞金二路26弄12号102室"),
    ("11-15", "夜间噪声", "吃面的人半夜还在喧哗，瑞金二路上的面店", ""),
    ("11-10", "路灯不亮", "雁荡路路灯坏了", "雁荡路10号102室"),
    ("11-16", "政策咨询", "咨询养老金认证", "雁荡路10号102室"),
  ]

  static func prepared(_ app: HTTPOffice) async throws -> String {
    let token = try await app.logIn()
    let csv = "地址,居委会\n瑞金二路26弄12号101室,延中居委会\n瑞金二路26弄12号102室,延中居委会\n雁荡路10号102室,雁荡居委会\n"
    let quiet = Conversation(app.client)
    try await quiet.send(
      "POST", "/v1/imports?subject=houses&area=310101023&apply=true", token: token,
      headers: ["Content-Type": "text/csv"], bytes: Array(csv.utf8))
    await app.app.imports.settle()
    for (index, ticket) in tickets.enumerated() {
      let address = ticket.address.isEmpty ? "" : #","address":"\#(ticket.address)""#
      let body = """
        {"source":"12345","external_id":"A-\(index)","kind":"\(index == 6 ? "咨询" : "投诉")","title":"市民来电",\
        "text":"\(ticket.text)","category":"\(ticket.category)","reported_at":"2026-\(ticket.day)T09:00:00+08:00",\
        "reporter":{"name":"来电人\(index)","phone":"1380000000\(index)"}\(address)}
        """
      let answer = try await quiet.send("POST", "/v1/work_orders", token: token, body: body)
      try #require(answer.status == .created, "\(String(buffer: answer.body))")
    }
    return token
  }

  static func json(_ response: TestResponse) throws -> JSONValue {
    try JSONReader.read(Array(String(buffer: response.body).utf8))
  }

  @Test func analytics_answersOverTheWire() async throws {
    try await HTTPOffice.run { app in
      let token = try await Self.prepared(app)
      let talk = Conversation(app.client)
      talk.hide(token, as: "TOKEN")
      try await talk.send("GET", "/v1/analytics/pareto?by=category&limit=3", token: token)
      try await talk.send("GET", "/v1/analytics/ladder?by=committee&limit=2", token: token)
      try await talk.send("GET", "/v1/analytics/performance?by=committee", token: token)
      let spots = try await talk.send("GET", "/v1/analytics/hotspots", token: token)
      let key = try #require(Self.json(spots)["items"]?.first?["key"]?.text)
      try await talk.send(
        "POST", "/v1/analytics/hotspots/\(key)/note", token: token, body: #"{"text":"上门看过"}"#)
      try await talk.send("GET", "/v1/analytics/pareto?by=nothing", token: token)
      try await talk.send("GET", "/v1/analytics/performance?weights=1,2", token: token)
      try talk.mustMatch("analytics")
    }
  }

  @Test func hotSpot_unitesWhatIsCalledOtherwise_andBecomesAnOrderOnce() async throws {
    try await HTTPOffice.run { app in
      let token = try await Self.prepared(app)
      let talk = Conversation(app.client)
      let spots = try Self.json(try await talk.send("GET", "/v1/analytics/hotspots", token: token))
      let spot = try #require(spots["items"]?.first)
      #expect(spot["observed"]?.number == 5)
      guard case .string(let key)? = spot["key"] else { throw Problem(.invalid, "test", "no key") }
      let note = try await talk.send(
        "POST", "/v1/analytics/hotspots/\(key)/note", token: token, body: #"{"text":"联合上门"}"#)
      #expect(note.status == .created)
      let first = try await talk.send("POST", "/v1/analytics/hotspots/\(key)/work_order", token: token)
      #expect(first.status == .created, "\(String(buffer: first.body))")
      let second = try await talk.send("POST", "/v1/analytics/hotspots/\(key)/work_order", token: token)
      #expect(second.status == .ok)
      #expect(first.headers[.location] == second.headers[.location])
      let notes = try Self.json(try await talk.send("GET", "/v1/analytics/notes", token: token))
      #expect(notes["total"]?.number == 2)
    }
  }

  @Test func figures_countWhatTheCallerSees() async throws {
    try await HTTPOffice.run { app in
      _ = try await Self.prepared(app)
      let areas = try app.app.index.areas.byID.values
      let code = try #require(areas.first { $0.name == "雁荡居委会" }?.code)
      _ = try await AddUser(name: "雁荡社工", role: .worker, areas: [code], password: HTTPOffice.password)
        .run(in: app.app, by: .operatorAtConsole)
      let token = try await app.logIn("雁荡社工")
      let talk = Conversation(app.client)
      let spots = try Self.json(try await talk.send("GET", "/v1/analytics/hotspots", token: token))
      #expect(spots["total"]?.number == 0)
      let pareto = try Self.json(try await talk.send("GET", "/v1/analytics/pareto?by=category", token: token))
      #expect(pareto["total"]?.number == 2)
      let performance = try Self.json(try await talk.send("GET", "/v1/analytics/performance", token: token))
      #expect(performance["whole"]?["count"]?.number == 2)
      let ladder = try Self.json(try await talk.send("GET", "/v1/analytics/ladder", token: token))
      #expect(ladder["total"]?.number == 2)
    }
  }
}

extension JSONValue {
  fileprivate var first: JSONValue? { if case .array(let values) = self { values.first } else { nil } }
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
