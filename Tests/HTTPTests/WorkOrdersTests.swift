import FilterLanguage
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing
import TextClassifier

@Suite struct WorkOrdersTests {
  private static let ticket = """
    {"source":"12345","external_id":"SH-1","kind":"投诉","title":"夜间占道","text":"楼下烧烤摊占道，请打13800001234",\
    "address":"瑞金二路26弄12号101室","reported_at":"2026-11-21T08:30:00+08:00",\
    "reporter":{"name":"钱小姐","phone":"13800001234"},"category":"市容"}
    """

  private static func prepared(_ app: HTTPOffice) async throws -> (Conversation, String) {
    let duty = Duty(
      code: "CG01", category: "市容环境", subcategory: "占道经营", keywords: [["占道"]], unit: "城管中队")
    let (talk, token) = (Conversation(app.client), try await app.logIn())
    app.app.dispatchService.replace([duty])
    app.app.dispatchService.trust(DispatchPolicy(threshold: 0.01))
    let csv = "地址,居委会\n瑞金二路26弄12号101室,延中居委会\n瑞金二路26弄12号102室,延中居委会\n"
    try await Conversation(app.client).send(
      "POST", "/v1/imports?subject=houses&area=310101023&apply=true", token: token,
      headers: ["Content-Type": "text/csv"], bytes: Array(csv.utf8))
    await app.app.imports.settle()
    talk.hide(token, as: "TOKEN")
    return (talk, token)
  }

  @Test func ticket_fromPushToClose() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      try await talk.send("POST", "/v1/work_orders", token: token, body: Self.ticket)
      try await talk.send("POST", "/v1/work_orders", token: token, body: Self.ticket)
      let worker = try await app.logIn("王小敏")
      for (body, who) in [
        (#"{"action":"accept"}"#, worker), (#"{"action":"resolve","outcome":"solved","result":"已清理"}"#, worker),
        (#"{"action":"verify","satisfaction":"very","solved":true}"#, token), (#"{"action":"close"}"#, token),
      ] {
        let answer = try await Conversation(app.client).send(
          "POST", "/v1/work_orders/1/actions", token: who, body: body)
        #expect(answer.status == .ok)
      }
      try await talk.send("GET", "/v1/work_orders/1", token: token)
      try await talk.send("GET", "/v1/work_orders/1/events?limit=2", token: token)
      try await talk.send("POST", "/v1/work_orders/1/actions", token: token, body: #"{"action":"accept"}"#)
      try await talk.send("POST", "/v1/work_orders/1/reveal", token: token, body: #"{"reason":"回电核实"}"#)
      try await talk.send("GET", "/v1/dispatch/quality?from=2026-11-01", token: token)
      try await talk.send("POST", "/v1/dispatch/preview", token: token, body: #"{"text":"有人占道"}"#)
      try talk.mustMatch("work_orders")
    }
  }

  @Test func batch_answersItemByItem() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      let lines = [
        Self.ticket, "not json", #"{"source":"12345"}"#, "", Self.ticket,
        Self.ticket.replacing("SH-1", with: "SH-2").replacing("101室", with: ""),
      ]
      try await talk.send(
        "POST", "/v1/work_orders/batch", token: token, headers: ["Content-Type": "application/x-ndjson"],
        bytes: Array(lines.joined(separator: "\n").utf8))
      try await talk.send(
        "POST", "/v1/work_orders/batch", token: token, headers: ["Content-Type": "image/png"], bytes: [1])
      try talk.mustMatch("work_orders_batch")
    }
  }

  @Test func ticket_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      func ticket(_ more: String) -> String {
        #"{"source":"12345","external_id":"X","kind":"投诉","title":"题","text":"文""# + more + "}"
      }
      for body in [
        "{}", ticket(#","knid":1"#), ticket(#","reported_at":"2027-01-01T00:00:00+08:00""#),
        ticket(#","reported_at":"昨天""#), ticket(#","lat":31.2"#), ticket(#","lat":131.2,"lon":121"#),
        ticket(#","house_id":99"#), ticket(#","reporter":"某""#), ticket(#","reporter":{"age":3}"#),
        ticket(#","urgent":"yes""#), #"{"source":" ","external_id":"X","kind":"吵","title":"题","text":"文"}"#,
        #"{"source":" ","external_id":"X","kind":"投诉","title":"题","text":"文"}"#,
      ] {
        try await talk.send("POST", "/v1/work_orders", token: token, body: body)
      }
      try await Conversation(app.client).send("POST", "/v1/work_orders", token: token, body: Self.ticket)
      for body in [
        "{}", #"{"action":"dance"}"#, #"{"action":"return"}"#, #"{"action":"accept","into":3}"#,
        #"{"action":"note","note":"在家","reason":null}"#,
        #"{"action":"reassign","duty":"XX99"}"#,
      ] {
        try await talk.send("POST", "/v1/work_orders/1/actions", token: token, body: body)
      }
      try await talk.send(
        "POST", "/v1/work_orders/1/actions", token: token, headers: ["If-Match": "\"7\""], body: #"{"action":"accept"}"#
      )
      try await talk.send("PATCH", "/v1/work_orders/1", token: token, body: #"{"category":"噪音"}"#)
      try await talk.send("GET", "/v1/work_orders/77", token: token)
      try talk.mustMatch("work_orders_refused")
    }
  }

  @Test func attachment_upAndDown() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      try await Conversation(app.client).send("POST", "/v1/work_orders", token: token, body: Self.ticket)
      let pdf = Array("%PDF-1.7 hello".utf8)
      try await talk.send(
        "POST",
        "/v1/work_orders/1/attachments?name=现场.pdf".addingPercentEncoding(
          withAllowedCharacters: .urlQueryAllowed) ?? "", token: token, headers: ["Content-Type": "image/jpeg"],
        bytes: pdf)
      try await talk.send("GET", "/v1/work_orders/1/attachments", token: token)
      try await talk.send("GET", "/v1/attachments/1", token: token)
      try await talk.send("POST", "/v1/work_orders/1/attachments", token: token, bytes: Array("<html>".utf8))
      try await talk.send("GET", "/v1/attachments/9", token: token)
      try talk.mustMatch("attachments")
      let large = try await Conversation(app.client).send(
        "POST", "/v1/work_orders/1/attachments", token: token, bytes: pdf + Array(repeating: 32, count: 10 << 20),
        shownBody: "…")
      #expect(large.status == .contentTooLarge)
    }
  }

  @Test func photoOfAVisit_upAndDown() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      let made = try await Conversation(app.client).send(
        "POST", "/v1/visits", token: token, body: #"{"house_id":1,"note":"看望"}"#)
      #expect(made.status == .created)
      let key = ["Idempotency-Key": "photo-1", "Content-Type": "image/jpeg"]
      let jpeg = [0xFF, 0xD8, 0xFF] + Array("door".utf8)
      for _ in 0..<2 {
        try await talk.send(
          "POST", "/v1/visits/1/attachments?name=door.jpg", token: token, headers: key, bytes: jpeg, shownBody: "…")
      }
      try await talk.send("GET", "/v1/visits/1/attachments", token: token)
      try await talk.send("GET", "/v1/visits/1", token: token)
      try await talk.send("POST", "/v1/visits/1/attachments", token: token, bytes: Array("%PDF-1.7".utf8))
      try await talk.send("POST", "/v1/visits/9/attachments", token: token, bytes: jpeg, shownBody: "…")
      try talk.mustMatch("visit_photos")
    }
  }
}
