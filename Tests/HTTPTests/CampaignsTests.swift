import Accounts
import FilterLanguage
import Foundation
import HTTPTypes
import Kernel
import Testing

/// A street hands out masks: made, entered by two who meet at a door, gone round again, counted.
@Suite struct CampaignsTests {
  private static let made = #"""
    {"code":"KZ2026","name":"冬季口罩","item":"口罩","each":2,"subject":"houses","where":"","since":"2026-11-01",
    "until":"2026-12-31"}
    """#

  private static func office(
    _ body: @escaping @Sendable (Conversation, String, String) async throws -> Void
  ) async throws {
    try await HTTPOffice.run { app in
      let (talk, admin) = (Conversation(app.client), try await app.logIn())
      try await talk.addHouse(admin)
      let area = String(buffer: try await talk.send("GET", "/v1/areas?level=committee", token: admin).body)
      let code = try #require(area.firstMatch(of: /"code":"([0-9]+)"/)?.output.1)
      try await talk.send(
        "POST", "/v1/houses", token: admin, body: #"{"address":"瑞金二路1号102室","committee":"\#(code)"}"#)
      _ = try await AddUser(name: "街道办", role: .street, areas: ["310101023"], password: HTTPOffice.password)
        .run(in: app.app, by: .operatorAtConsole)
      try await body(talk, try await app.logIn("街道办"), try await app.logIn("王小敏"))
    }
  }

  @Test func campaign_isMadeEnteredAndCounted() async throws {
    try await Self.office { talk, street, worker in
      func send(
        _ method: String, _ path: String, _ token: String, _ headers: [String: String] = [:], _ body: String? = nil
      ) async throws -> (status: Int, text: String, tag: String?) {
        let answer = try await talk.send(method, "/v1/campaigns\(path)", token: token, headers: headers, body: body)
        return (Int(answer.status.code), String(buffer: answer.body), answer.headers[.eTag])
      }
      #expect(try await send("POST", "", worker, [:], Self.made).status == 403)
      let keyed = ["Idempotency-Key": "one"]
      let made = try await send("POST", "", street, keyed, Self.made)
      #expect(made.status == 201 && made.text.contains(#""total":2"#), "\(made.text)")
      #expect(try await send("POST", "", street, keyed, Self.made).text == made.text)
      #expect(try await send("POST", "", street, [:], Self.made).text.contains("code_taken"))
      let first = try await send("PUT", "/1/rounds/1/deliveries/1", worker, [:], #"{"state":"given","code":"A-1"}"#)
      #expect(first.status == 200 && first.tag == "\"1\"" && first.text.contains(#""quantity":2"#), "\(first.text)")
      let second = try await send("PUT", "/1/rounds/1/deliveries/1", street, [:], #"{"state":"refused"}"#)
      #expect(second.status == 409 && second.text.contains("already_delivered") && second.text.contains("王小敏"))
      let stale = try await send(
        "PUT", "/1/rounds/1/deliveries/1", street, ["If-Match": "\"9\""], #"{"state":"refused"}"#)
      #expect(stale.status == 412)
      let batch =
        #"{"items":[{"subject_id":2,"state":"nobody_home"},{"subject_id":9,"state":"given"},{"state":"given"}]}"#
      let many = try await send("POST", "/1/deliveries", worker, keyed, batch)
      #expect(many.status == 200 && many.text.contains(#""index":2,"status":400"#), "\(many.text)")
      #expect(try await send("POST", "/1/deliveries", worker, keyed, batch).text == many.text)
      let next = try await send("POST", "/1/rounds", street)
      #expect(next.status == 201 && next.text.contains(#""follows":1"#), "\(next.text)")
      let late = try await send("PUT", "/1/rounds/1/deliveries/2", worker, ["If-Match": "*"], #"{"state":"given"}"#)
      #expect(late.status == 409 && late.text.contains("round_over"))
      for path in [
        "", "/1", "/1/deliveries?state=waiting", "/1/progress?by=building", "/1/progress?by=worker&round=1",
        "/1/newcomers",
      ] {
        #expect(try await send("GET", path, worker).status == 200, "\(path)")
      }
      let sheet = try await send("GET", "/1/sheet.html?building_id=1", worker)
      #expect(sheet.status == 200 && sheet.text.contains("瑞金二路1号102室"))
      #expect(try await send("POST", "/1/newcomers", street).text.contains(#""added":0"#))
      let closed = try await send("PATCH", "/1", street, ["If-Match": "*"], #"{"closed":true}"#)
      #expect(closed.status == 200 && closed.text.contains(#""closed_by":"街道办""#))
      let over = try await send("PUT", "/1/rounds/2/deliveries/2", worker, [:], #"{"state":"given"}"#)
      #expect(over.text.contains("campaign_closed"))
      #expect(try await send("POST", "/1/rounds", street).text.contains("campaign_closed"))
    }
  }
}
