import Assembly
import FilterLanguage
import Foundation
import HummingbirdTesting
import Platform
import Support
import Testing

@Suite struct IdempotencyTests {
  private static let user = #"{"name":"李书记","role":"secretary","areas":["310101"],"password":"ten letters+"}"#

  @Test func post_againWithItsKey_isAnsweredTheSame() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let path = "/v1/imports?subject=houses&area=310101&dry_run=true"
      let csv = "地址\n瑞金二路26弄12号101室\n"
      for (key, body) in [("k1", csv), ("k1", csv), ("k1", csv + "\n瑞金二路26弄12号102室\n"), ("不可", csv)] {
        try await talk.send(
          "POST", path, token: token, headers: ["Idempotency-Key": key, "Content-Type": "text/csv"],
          bytes: Array(body.utf8))
      }
      await app.app.imports.settle()
      #expect(try await app.app.store.read { try $0.importJobs(limit: 10).count } == 1)
      try talk.mustMatch("idempotency")
    }
  }

  @Test func post_whoseAnswerHoldsASecret_isNotAnsweredTwice() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let headers = ["Idempotency-Key": "once"]
      let first = try await talk.send("POST", "/v1/users", token: token, headers: headers, body: Self.user)
      let second = try await talk.send("POST", "/v1/users", token: token, headers: headers, body: Self.user)
      #expect(first.status == .created)
      #expect(second.status == .conflict)
      #expect(String(buffer: second.body).contains("already_done"))
    }
  }

  @Test func post_thatFailed_isTriedAgain() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let headers = ["Idempotency-Key": "k"]
      #expect(
        try await talk.send("POST", "/v1/tokens", token: token, headers: headers, body: "{").status == .badRequest)
      let good = #"{"name":"x","role":"integration","areas":["310101"]}"#
      #expect(try await talk.send("POST", "/v1/tokens", token: token, headers: headers, body: good).status == .created)
    }
  }

  @Test func sameKey_ofAnotherCaller_isAnotherKey() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      for name in ["admin", "王小敏"] {
        let token = try await app.logIn(name)
        let answer = try await talk.send(
          "POST", "/v1/people/search", token: token, headers: ["Idempotency-Key": "k"], body: #"{"where":""}"#)
        #expect(answer.status == .ok)
      }
    }
  }

  @Test func sameKey_atTheSameTime_worksOnce() async throws {
    try await withTemporaryStore { store, _ in
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      let request = try KeyedRequest(caller: 1, key: "k", parts: ["POST"], body: .none, in: app)
      let answers = try await withThrowingTaskGroup(of: IdempotencyStore.Answer.self) { group in
        for number in 0..<20 {
          group.addTask {
            try await app.answers.run(request, keepsContent: true, store: store) {
              await Task.yield()
              return IdempotencyStore.Answer(status: 201, location: nil, content: Data("\(number)".utf8))
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(answers.count == 20)
      #expect(Set(answers.map(\.content)).count == 1)
    }
  }

  @Test func answers_afterTwoDays_areForgotten() async throws {
    try await withTemporaryStore { store, clock in
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      for (key, hours) in [("old", 47), ("other", 2), ("old", 0)] {
        let request = try KeyedRequest(caller: 1, key: key, parts: [], body: .none, in: app)
        let now = "\(clock.now)"
        let answer = try await app.answers.run(request, keepsContent: true, store: store) {
          IdempotencyStore.Answer(status: 200, location: nil, content: Data(now.utf8))
        }
        #expect(answer.content == Data(now.utf8))
        clock.advance(seconds: hours * 3600)
      }
    }
  }
}
