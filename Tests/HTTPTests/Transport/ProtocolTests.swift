import FilterLanguage
import HummingbirdTesting
import Testing

/// What goes over the wire, byte by byte.
@Suite struct ProtocolTests {
  private static let login = #"{"name":"admin","password":"wrong password"}"#

  /// Each is refused as a problem, and the connection ends.
  private static let malformed: [(name: String, text: String)] = [
    ("chunk size is no number", post("Transfer-Encoding: chunked", "xyz\r\n{}\r\n0\r\n\r\n")),
    ("chunk is longer than it says", post("Transfer-Encoding: chunked", "2\r\n{}{}{}\r\n0\r\n\r\n")),
    ("chunk size beyond all bounds", post("Transfer-Encoding: chunked", "ffffffffffffffffff\r\n{}\r\n0\r\n\r\n")),
    ("chunk size is negative", post("Transfer-Encoding: chunked", "-2\r\n{}\r\n0\r\n\r\n")),
    ("body ends in a chunk", post("Transfer-Encoding: chunked", "ff\r\n{\"name\"")),
    ("body ends before its length", post("Content-Length: 100", "{\"name\"")),
    ("two lengths", post("Content-Length: 2\r\nContent-Length: 3", "{}")),
    ("two equal lengths in one", post("Content-Length: 2, 2", "{}")),
    ("length is no number", post("Content-Length: 2x", "{}")),
    ("length is negative", post("Content-Length: -2", "{}")),
    ("length beyond all bounds", post("Content-Length: 99999999999999999999", "{}")),
    ("length and chunks", post("Content-Length: 2\r\nTransfer-Encoding: chunked", "2\r\n{}\r\n0\r\n\r\n")),
    ("a coding nobody knows", post("Transfer-Encoding: gzip, chunked", "2\r\n{}\r\n0\r\n\r\n")),
    ("chunks that are not last", post("Transfer-Encoding: chunked, identity", "2\r\n{}\r\n0\r\n\r\n")),
    ("no host", "GET /healthz HTTP/1.1\r\n\r\n"),
    ("two hosts", "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
    ("space before the colon", "GET /healthz HTTP/1.1\r\nHost : a\r\n\r\n"),
    ("no colon", "GET /healthz HTTP/1.1\r\nHost: a\r\nnothing\r\n\r\n"),
    ("control character in a header", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: a\u{1}b\r\n\r\n"),
    ("NUL in a header", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: a\u{0}b\r\n\r\n"),
    ("Chinese in the address", "GET /v1/人 HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("space in the address", "GET /v1/a b HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("another version", "GET /healthz HTTP/2.0\r\nHost: a\r\n\r\n"),
    ("no version", "GET /healthz\r\n\r\n"),
    ("a method that is none", "GET@ /healthz HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("another protocol", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n"),
    ("a long header", "GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: \(String(repeating: "a", count: 100_000))\r\n\r\n"),
    ("a long address", "GET /healthz?\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: a\r\n\r\n"),
    ("many headers", "GET /healthz HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X-A: b\r\n", count: 1000))\r\n"),
  ]

  private static func post(_ header: String, _ body: String) -> String {
    "POST /v1/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n\(header)\r\n\r\n\(body)"
  }

  private func port(_ app: HTTPOffice) throws -> Int { try #require(app.client.port) }

  @Test func malformedRequest_isAProblemAndNothingElse() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      for (name, text) in Self.malformed {
        let answer = try await RawConnection.exchange(port: port(app), text)
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(name): \(answer)")
        #expect(answer.lowercased().contains("connection: close"), "\(name)")
        #expect(answer.contains(#""code":"#), "\(name): \(answer)")
        #expect(answer.components(separatedBy: "HTTP/1.1 ").count == 2, "\(name): \(answer)")
      }
    }
  }

  @Test func oldClient_getsNoChunksAndTheEnd() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      let token = try await app.logIn()
      let plain = try await RawConnection.exchange(port: port(app), "GET /healthz HTTP/1.0\r\n\r\n", isOpen: true)
      #expect(plain.lowercased().contains("connection: close") && plain.hasSuffix("\r\n\r\nok\n"))
      // A body whose length nobody knows before it ends.
      let events = try await RawConnection.exchange(
        port: port(app), "GET /v1/events?since=latest HTTP/1.0\r\nAuthorization: Bearer wrong\r\n\r\n", isOpen: true)
      #expect(events.hasPrefix("HTTP/1.1 401"))
      let kept = try await RawConnection.exchange(
        port: port(app),
        "GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /v1/me HTTP/1.0\r\nAuthorization: Bearer \(token)\r\n\r\n",
        isOpen: true)
      #expect(kept.components(separatedBy: "HTTP/1.1 200").count == 3)
    }
  }

  @Test func pipelinedRequests_areAnsweredInOrder() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      let get = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
      let post = Self.post("Content-Length: \(Self.login.utf8.count)", Self.login)
      let last = "GET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try await RawConnection.exchange(
        port: port(app), get + post + String(repeating: get, count: 50) + last, isOpen: true)
      let statuses = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
      #expect(statuses.map(String.init) == ["200", "401"] + Array(repeating: "200", count: 51))
      #expect(answer.hasSuffix(#"{"status":"ready"}"#))
    }
  }

  @Test func sideThatSendsNoMore_getsEveryAnswerToItsEnd() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      let one = try await RawConnection.exchange(
        port: port(app), "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n")
      let many = try await RawConnection.exchange(
        port: port(app), String(repeating: "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n", count: 30))
      #expect(one.utf8.count > 100_000 && many.utf8.count == one.utf8.count * 30)
    }
  }

  @Test func continue_isSentWhenTheBodyIsWanted() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      let expecting = "Content-Length: \(Self.login.utf8.count)\r\nExpect: 100-continue\r\nConnection: close"
      let wanted = try await RawConnection.exchange(
        port: port(app), Self.post(expecting, Self.login), isOpen: true)
      #expect(wanted.contains("HTTP/1.1 401"))
      // Who may not ask is told so at once; the body is not waited for.
      let unwanted = try await RawConnection.exchange(
        port: port(app),
        "POST /v1/people HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\nExpect: 100-continue\r\n\r\n", isOpen: true)
      #expect(unwanted.hasPrefix("HTTP/1.1 401") && unwanted.lowercased().contains("connection: close"))
      let other = try await RawConnection.exchange(
        port: port(app), "GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: magic\r\nConnection: close\r\n\r\n",
        isOpen: true)
      #expect(other.hasPrefix("HTTP/1.1 417"))
    }
  }

  @Test func head_saysWhatGetWouldAndSendsNothing() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      let token = try await app.logIn()
      let asked = ["/healthz", "/openapi.json", "/v1/tags", "/v1/events?since=latest"].map { path in
        "HEAD \(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n\r\n"
      }
      let end = "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
      let answer = try await RawConnection.exchange(port: port(app), asked.joined() + end, isOpen: true)
      let heads = answer.components(separatedBy: "HTTP/1.1 200 OK\r\n").dropFirst().map { $0.lowercased() }
      try #require(heads.count == 5)
      for head in heads.dropLast() { #expect(head.hasSuffix("\r\n\r\n") && !head.contains("content-length: 0")) }
      #expect(heads[0].contains("content-length: 3\r\n") && !heads[3].contains("content-length"))
      #expect(heads[4].hasSuffix("ok\n"))
    }
  }

  @Test func upgrade_isNotTaken_andTheConnectionEnds() async throws {
    try await HTTPOffice.run(isLive: true) { app in
      // What Java's client says of itself in its first request.
      let answer = try await RawConnection.exchange(
        port: port(app),
        "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n",
        isOpen: true)
      #expect(answer.hasPrefix("HTTP/1.1 200") && answer.lowercased().contains("connection: close"))
    }
  }
}
