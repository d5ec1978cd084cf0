import FilterLanguage
import Foundation
import HTTPTypes
import Testing

/// The ETag of a row stands for all that its JSON says, and yet serves for `If-Match`.
@Suite struct RowTagsTests {
  @Test func row_withATagMore_isNotTheOldOne() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let area = try await talk.send(
        "POST", "/v1/areas", token: token, body: #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#)
      let code = try #require(area.headers[.location]?.split(separator: "/").last)
      let house = try await talk.send(
        "POST", "/v1/houses", token: token, body: #"{"address":"瑞金二路1号101室","committee":"\#(code)"}"#)
      let path = try #require(house.headers[.location])
      let first = try #require(house.headers[.eTag])
      let tags = try await talk.send("GET", "/v1/tags?subject=house&kind=assigned&limit=1", token: token)
      let tag = try #require(String(buffer: tags.body).firstMatch(of: /"code":"([A-Z0-9_]+)"/)?.1)

      #expect(try await talk.send("GET", path, token: token, headers: ["If-None-Match": first]).status == .notModified)
      #expect(try await talk.send("PUT", "\(path)/tags/\(tag)", token: token).status == .created)
      let second = try await talk.send("GET", path, token: token, headers: ["If-None-Match": first])
      #expect(second.status == .ok)
      #expect(second.headers[.eTag] != first)

      // The row itself has not changed: who read it before the tag came may write.
      let patch = try await talk.send(
        "PATCH", path, token: token, headers: ["If-Match": first], body: #"{"built":1930}"#)
      #expect(patch.status == .ok)
      let late = try await talk.send(
        "PATCH", path, token: token, headers: ["If-Match": first], body: #"{"built":1931}"#)
      #expect(late.status.code == 412)
    }
  }

  @Test func body_withThousandsOfUnknownFields_namesSome() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let body = "{" + (0..<5_000).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
      let answer = try await talk.send("POST", "/v1/people/search", token: token, body: body)
      #expect(answer.status == .badRequest)
      #expect(answer.body.readableBytes < 20_000)
      #expect(String(buffer: answer.body).contains("等 5000 个"))
    }
  }

  @Test func cursorOfCodes_thatIsNone_isRefused() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      for list in ["/v1/areas", "/v1/tags"] {
        for cursor in ["x", "-1", "1.1", "%7B%7D", "", String(repeating: "9", count: 40)] {
          let answer = try await talk.send("GET", "\(list)?cursor=\(cursor)", token: token)
          #expect(answer.status == .badRequest, "\(list) \(cursor)")
        }
      }
      #expect(try await talk.send("GET", "/v1/areas?cursor=310101", token: token).status == .ok)
    }
  }

  @Test func method_ofNoRoute_is405() async throws {
    try await HTTPOffice.run { app in
      let answer = try await Conversation(app.client).send("PROPFIND", "/v1/people")
      #expect(answer.status == .methodNotAllowed)
      #expect(answer.headers[try #require(HTTPField.Name("Allow"))] != nil)
    }
  }
}
