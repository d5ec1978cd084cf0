import FilterLanguage
import Foundation
import HummingbirdTesting
import Kernel
import Testing

@Suite struct WebhooksTests {
  private func text(_ response: TestResponse, _ name: String) throws -> String {
    try #require(JSONReader.read(Array(response.body.readableBytesView))[name]?.string)
  }

  @Test func webhook_fromItsSecretToItsEnd() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let made = try await talk.send(
        "POST", "/v1/webhooks", token: token, headers: ["Idempotency-Key": "k1"],
        body: #"{"name":"大屏","url":"http://10.0.0.8:9000/hook","events":["reminder.created","work_order.state"]}"#)
      talk.hide(try text(made, "secret"), as: "SECRET")
      try await talk.send("GET", "/v1/webhooks", token: token)
      try await talk.send(
        "PATCH", "/v1/webhooks/1", token: token, headers: ["If-Match": "\"1\""],
        body: #"{"events":["work_order.state"]}"#)
      try await talk.send("PATCH", "/v1/webhooks/1", token: token, body: #"{"active":false}"#)
      let tried = try await talk.send("POST", "/v1/webhooks/1/test", token: token)
      talk.hide(try text(tried, "delivery"), as: "DELIVERY")
      try await talk.send("GET", "/v1/webhooks/1/deliveries?state=pending", token: token)
      try await talk.send(
        "PATCH", "/v1/webhooks/1", token: token, headers: ["If-Match": "\"2\""], body: #"{"active":false}"#)
      try await talk.send("POST", "/v1/webhooks/1/test", token: token)
      try await talk.send("GET", "/v1/webhooks/1/deliveries", token: token)
      try await talk.send("DELETE", "/v1/webhooks/1", token: token, headers: ["If-Match": "*"])
      try await talk.send("GET", "/v1/webhooks/1", token: token)
      try talk.mustMatch("webhooks")
    }
  }

  @Test func webhook_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      for body in [
        #"{"url":"ftp://10.0.0.8/","events":["reminder.created"]}"#,
        #"{"url":"http://a:b@10.0.0.8/","events":["reminder.created"]}"#, #"{"url":"http://10.0.0.8/","events":[]}"#,
        #"{"url":"http://10.0.0.8/","events":["ping"]}"#, #"{"url":"http://10.0.0.8/","events":"all"}"#,
        #"{"events":["reminder.created"]}"#, #"{"url":"http://10.0.0.8/","events":["reminder.created"],"secret":"x"}"#,
      ] { try await talk.send("POST", "/v1/webhooks", token: token, body: body) }
      let worker = try await app.logIn("王小敏")
      talk.hide(worker, as: "TOKEN")
      try await talk.send("GET", "/v1/webhooks", token: worker)
      try talk.mustMatch("webhooks_refused")
    }
  }
}
