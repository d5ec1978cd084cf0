import FilterLanguage
import Foundation
import Kernel
import Testing

@Suite struct CallersTests {
  @Test func logIn_andOutAgain() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let answer = try await talk.send(
        "POST", "/v1/login", body: #"{"name":"王小敏","password":"correct horse"}"#)
      let token = try #require(try JSONReader.read(Array(answer.body.readableBytesView))["token"]?.string)
      talk.hide(token, as: "TOKEN")
      let device = try #require(try JSONReader.read(Array(answer.body.readableBytesView))["device"]?.string)
      talk.hide(device, as: "DEVICE")
      try await talk.send("GET", "/v1/me", token: token)
      try await talk.send(
        "POST", "/v1/me/password", token: token, body: #"{"old":"wrong","password":"battery staple"}"#)
      try await talk.send(
        "POST", "/v1/me/password", token: token, body: #"{"old":"correct horse","password":"battery staple"}"#)
      try await talk.send("POST", "/v1/logout", token: token)
      try await talk.send("GET", "/v1/me", token: token)
      try await talk.send("POST", "/v1/login", body: #"{"name":"王小敏","password":"correct horse"}"#)
      try await talk.send("POST", "/v1/login", body: #"{"name":"王小敏"}"#)
      try talk.mustMatch("login")
    }
  }

  @Test func users_madeChangedAndListed() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let made = #"{"name":"李书记","role":"secretary","areas":["310101"],"title":"书记","password":"ten letters+"}"#
      try await talk.send("POST", "/v1/users", token: token, body: made)
      try await talk.send("POST", "/v1/users", token: token, body: made)
      try await talk.send("GET", "/v1/users/3", token: token)
      try await talk.send("GET", "/v1/users/3", token: token, headers: ["If-None-Match": "\"1\""])
      try await talk.send("PATCH", "/v1/users/3", token: token, body: #"{"title":null}"#)
      try await talk.send(
        "PATCH", "/v1/users/3", token: token, headers: ["If-Match": "\"1\""], body: #"{"title":null,"disabled":true}"#)
      try await talk.send(
        "PATCH", "/v1/users/3", token: token, headers: ["If-Match": "\"1\""], body: #"{"disabled":false}"#)
      try await talk.send("GET", "/v1/users?limit=2", token: token)
      try await talk.send("GET", "/v1/users?limit=2&cursor=2", token: token)
      try await talk.send("GET", "/v1/users/99", token: token)
      try talk.mustMatch("users")
    }
  }

  @Test func users_askedByAWorker_areForbiddenButForTheirOwn() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn("王小敏"))
      #expect(try await talk.send("GET", "/v1/users", token: token).status == .forbidden)
      #expect(try await talk.send("GET", "/v1/users/1", token: token).status == .forbidden)
      #expect(try await talk.send("GET", "/v1/users/2", token: token).status == .ok)
      #expect(try await talk.send("GET", "/v1/audit", token: token).status == .forbidden)
      #expect(try await talk.send("GET", "/v1/tokens", token: token).status == .forbidden)
      #expect(try await talk.send("GET", "/v1/tokens?caller_id=2", token: token).status == .ok)
    }
  }

  @Test func tokens_madeUsedAndRevoked() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let answer = try await talk.send(
        "POST", "/v1/tokens", token: token,
        body: #"{"name":"12345","role":"integration","areas":["310101"],"expires":"90d"}"#)
      let made = try #require(try JSONReader.read(Array(answer.body.readableBytesView))["token"]?.string)
      talk.hide(made, as: "OTHER-TOKEN")
      try await talk.send("GET", "/v1/me", token: made)
      try await talk.send("GET", "/v1/tokens?caller_id=3", token: token)
      try await talk.send("DELETE", "/v1/tokens/2", token: token)
      try await talk.send("GET", "/v1/me", token: made)
      try await talk.send("GET", "/v1/audit?subject=callers&subject_id=3", token: token)
      try await talk.send("GET", "/v1/audit?action=login&limit=1", token: token)
      try await talk.send("GET", "/v1/audit?subject=planets", token: token)
      try talk.mustMatch("tokens")
    }
  }
}

extension JSONValue {
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
}
