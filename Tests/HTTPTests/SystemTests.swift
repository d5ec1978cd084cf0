import FilterLanguage
import Foundation
import HTTPTypes
import Testing

@Suite struct SystemTests {
  @Test func readiness_beforeTheIndexIsBuilt_is503() async throws {
    try await HTTPOffice.run(isReady: false) { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      #expect(try await talk.send("GET", "/healthz").status == .ok)
      #expect(try await talk.send("GET", "/readyz").status == .serviceUnavailable)
      #expect(try await talk.send("GET", "/v1/people", token: token).status == .serviceUnavailable)
      try await app.app.open()
      #expect(try await talk.send("GET", "/readyz").status == .ok)
      #expect(try await talk.send("GET", "/v1/people", token: token).status == .ok)
    }
  }

  @Test func metrics_countRequests_andGiveRowsToThoseOnlyWhoSeeEverything() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      for _ in 0..<3 { try await talk.send("GET", "/healthz") }
      try await talk.send("GET", "/v1/people")
      let text = String(buffer: try await talk.send("GET", "/metrics").body)
      #expect(text.contains("menpai_http_requests_total{route=\"get_health\",status=\"200\"} 3\n"))
      #expect(text.contains("menpai_http_requests_total{route=\"list_people\",status=\"401\"} 1\n"))
      #expect(text.contains("menpai_http_request_seconds_count{route=\"get_health\"} 3\n"))
      #expect(text.contains("menpai_index_generation 0\n"))
      #expect(!text.contains("menpai_rows"))
      let worker = try await talk.send("GET", "/metrics", token: app.logIn("王小敏"))
      #expect(!String(buffer: worker.body).contains("menpai_rows"))
      let admin = try await talk.send("GET", "/metrics", token: app.logIn())
      #expect(String(buffer: admin.body).contains("menpai_rows{kind=\"people\"} 0\n"))
    }
  }

  @Test func everyAnswer_hasAnIDOfItsOwn() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      var ids: Set<String> = []
      let paths = ["/healthz", "/v1/people", "/nowhere", "/v1/people?x=1", "/"]
      for path in paths { ids.insert(try #require(try await talk.send("GET", path).headers[.xRequestID])) }
      ids.insert(try #require(try await talk.send("DELETE", "/v1/people").headers[.xRequestID]))
      #expect(ids.count == paths.count + 1)
      #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{16}/) != nil })
    }
  }

  @Test func metrics_sayWhatTheyMean() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let body = #"{"name":"admin","password":"wrong"}"#
      #expect(try await talk.send("POST", "/v1/login", body: body).status == .unauthorized)
      let text = String(buffer: try await talk.send("GET", "/metrics").body)
      let names = text.matches(of: /# TYPE (\w+) \w+\n/).map { String($0.output.1) }
      #expect(Set(names).count == names.count)
      for name in names { #expect(text.contains("# HELP \(name) "), "\(name)") }
      #expect(text.contains("menpai_log_ins_total{outcome=\"bad_credentials\"} 1\n"))
      for name in ["menpai_writes_waiting", "menpai_webhook_calls_waiting", "menpai_runs_waiting"] {
        #expect(text.contains("\n\(name) 0\n"), "\(name)")
      }
      #expect(text.contains(/\nmenpai_database_bytes [1-9]/))
    }
  }

  @Test func files_areSentOnce_andUnderAStrictPolicy() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      for path in ["/", "/openapi.json"] {
        let first = try await talk.send("GET", path)
        let tag = try #require(first.headers[.eTag])
        let second = try await talk.send("GET", path, headers: ["If-None-Match": tag])
        #expect(second.status == .notModified)
        #expect(second.body.readableBytes == 0)
        let head = try await talk.send("HEAD", path)
        #expect(head.headers[.contentLength] == String(first.body.readableBytes))
      }
      let page = try await talk.send("GET", "/")
      #expect(page.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'self'") == true)
      #expect(try await talk.send("GET", "/?utm_source=x").status == .badRequest)
    }
  }
}
