import FilterLanguage
import Foundation
import Testing

@Suite struct RefusalTests {
  @Test func requests_thatAreWrong_sayWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await talk.send("GET", "/v1/planets", token: token)
      try await talk.send("DELETE", "/v1/people", token: token)
      try await talk.send("GET", "/v1/people")
      try await talk.send("GET", "/v1/people", token: "nonsense")
      try await talk.send("GET", "/v1/people", headers: ["Authorization": "Basic YTpi"])
      try await talk.send("GET", "/v1/people?wher=age", token: token)
      try await talk.send("GET", "/v1/people?limit=1&limit=2", token: token)
      try await talk.send("GET", "/v1/people?where=%ff", token: token)
      try await talk.send("GET", "/v1/people?where=%00", token: token)
      try await talk.send("GET", "/v1/people?where=aeg%20%3E%3D%2090", token: token)
      try await talk.send("GET", "/v1/people/abc", token: token)
      try talk.mustMatch("refusals")
    }
  }

  @Test func bodies_thatAreWrong_sayWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await talk.send("POST", "/v1/people/search", token: token, body: #"{"where":"","colour":"red"}"#)
      try await talk.send("POST", "/v1/people/search", token: token, body: #"{"where":"#)
      try await talk.send("POST", "/v1/people/search", token: token, body: #"{"where":"a\u0000b"}"#)
      try await talk.send("POST", "/v1/people/search", token: token, body: #"{"where":"\ud800"}"#)
      try await talk.send("POST", "/v1/people/search", token: token, body: #"{"limit":1,"limit":2}"#)
      try await talk.send("POST", "/v1/people/search", token: token, body: "[]")
      try await talk.send("POST", "/v1/people/search", token: token)
      try await talk.send(
        "POST", "/v1/people/search", token: token,
        body: String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
        shownBody: "10,000 arrays inside each other")
      try await talk.send(
        "POST", "/v1/people/search", token: token, headers: ["Content-Type": "text/xml"], body: "<a/>")
      try await talk.send(
        "POST", "/v1/people/search", token: token, headers: ["Content-Type": "application/json"],
        bytes: [UInt8](repeating: 0x20, count: 2 << 20), shownBody: "2 MB of spaces")
      try await talk.send(
        "POST", "/v1/imports?subject=people", token: token, headers: ["Content-Type": "text/html"], body: "<p>")
      try talk.mustMatch("bodies")
    }
  }
}
