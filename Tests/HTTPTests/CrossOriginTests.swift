import HTTPTypes
import HummingbirdTesting
import Testing
@testable import FilterLanguage
@testable import Kernel
@testable import Server

/// Pages of other sites, forms in parts, and small things that clients do.
@Suite struct CrossOriginTests {
  private static let origin = "https://wall.example"
  private static let preflight = ["Origin": origin, "Access-Control-Request-Method": "PATCH"]

  @Test func otherSites_areNotLetIn_unlessNamed() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      #expect(try await talk.send("OPTIONS", "/v1/me", headers: Self.preflight).status == .methodNotAllowed)
      let answer = try await talk.send("GET", "/healthz", headers: ["Origin": Self.origin])
      #expect(answer.headers[.accessControlAllowOrigin] == nil)
    }
  }

  @Test func namedSite_isLetIn_andNoOther() async throws {
    try await HTTPOffice.run(origins: [Self.origin]) { app in
      let talk = Conversation(app.client)
      let asked = try await talk.send("OPTIONS", "/v1/people/1", headers: Self.preflight)
      #expect(asked.status == .noContent && asked.headers[.accessControlAllowOrigin] == Self.origin)
      #expect(asked.headers[.accessControlAllowMethods]?.contains("PATCH") == true)
      #expect(asked.headers[.accessControlAllowHeaders]?.contains("Authorization") == true)
      let refused = try await talk.send("GET", "/v1/me", headers: ["Origin": Self.origin])
      #expect(refused.status == .unauthorized && refused.headers[.accessControlAllowOrigin] == Self.origin)
      #expect(refused.headers[.vary]?.contains("Origin") == true)
      let other = try await talk.send("GET", "/healthz", headers: ["Origin": "https://other.example"])
      #expect(other.status == .ok && other.headers[.accessControlAllowOrigin] == nil)
      let missing = try await talk.send("GET", "/nowhere", headers: ["Origin": Self.origin])
      #expect(missing.status == .notFound && missing.headers[.accessControlAllowOrigin] == Self.origin)
    }
  }

  private static func parts(_ fields: [(String, String)], end: String = "--") -> String {
    fields.map { "--XX\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--XX\(end)\r\n"
  }

  @Test func form_inParts_isReadAsAForm() throws {
    let text = Self.parts([("name=\"service_code\"", "WG001"), ("name=description", "路灯\r\n不亮"), ("name=\"lat\"", "")])
    let fields = try Multipart.read(Array(text.utf8), type: "multipart/form-data; boundary=\"XX\"")
    #expect(fields == [.init(name: "service_code", value: "WG001"), .init(name: "description", value: "路灯\r\n不亮")])
    for (text, type) in [
      (Self.parts([("name=\"media\"; filename=\"a.jpg\"", "x")]), "multipart/form-data; boundary=XX"),
      (Self.parts([("name=\"a\"", "1"), ("name=\"a\"", "2")]), "multipart/form-data; boundary=XX"),
      (Self.parts([("name=\"a\"", "1")], end: ""), "multipart/form-data; boundary=XX"),
      (Self.parts([("x=\"a\"", "1")]), "multipart/form-data; boundary=XX"),
      (Self.parts([("name=\"a\"", "1")]), "multipart/form-data"), ("", "multipart/form-data; boundary=XX"),
    ] {
      #expect(throws: Problem.self) { try Multipart.read(Array(text.utf8), type: type) }
    }
  }

  @Test func path_keepsItsPlus_andItsEscapesMustBeWhole() async throws {
    #expect(PercentDecoding.decodePath("C+%E7%B1%BB") == "C+类")
    #expect(PercentDecoding.decode("a+b") == "a b")
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for path in ["/v1/tags/%zz", "/v1/tags/%E7%B1", "/v1/tags/a%00b"] {
        let answer = try await world.client.executeRequest(
          uri: path, method: .get, headers: [.authorization: "Bearer \(token)"], body: nil)
        #expect(answer.status == .badRequest, "\(path)")
      }
      let slash = try await world.client.executeRequest(
        uri: "/v1/tags/a%2Fb", method: .get, headers: [.authorization: "Bearer \(token)"], body: nil)
      #expect(slash.status == .notFound)
    }
  }

  @Test func body_withAByteOrderMark_isRead() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let json = "\u{FEFF}{\"where\":\"age > 100\",\"limit\":1}"
      #expect(try await talk.send("POST", "/v1/people/search", token: token, body: json).status == .ok)
      let wide: [UInt8] = [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]
      let told = try await talk.send(
        "POST", "/v1/people/search", token: token, headers: ["Content-Type": "application/json"], bytes: wide,
        shownBody: "")
      #expect(told.status == .badRequest && String(buffer: told.body).contains("UTF-16"))
    }
  }

  @Test func column_chosenTwice_isRefused_andAllAtOnceAreNot() async throws {
    try await TwoCommittees.run { world in
      let token = try await world.logIn("管理")
      for (subject, route) in world.routes.compactMap({ route in
        route.doc.id.hasPrefix("list_") ? (String(route.path.dropFirst(4)), route) : nil
      }) where route.doc.parameters.contains(where: { $0.name == "select" }) {
        let many = Array(repeating: "id", count: 64).joined(separator: ",")
        #expect(try await world.send(Probe(path: "/v1/\(subject)?select=\(many)"), token).status == .badRequest)
        let names = try JSONReader.read(
          Array(try await world.send(Probe(path: "/v1/\(subject)?select=nothing"), token).body.readableBytesView))
        let all = names["errors"]?.list.first?["suggestions"]?.list.compactMap(\.string) ?? []
        try #require(all.count > 5)
        let answer = try await world.send(
          Probe(path: "/v1/\(subject)?select=\(all.joined(separator: ","))"), token)
        #expect(answer.status == .ok, "\(subject): \(all.count) columns")
      }
    }
  }
}

extension JSONValue {
  fileprivate var list: [JSONValue] { if case .array(let values) = self { values } else { [] } }
}
