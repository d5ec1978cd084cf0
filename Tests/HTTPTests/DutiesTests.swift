import FilterLanguage
import Foundation
import Testing

@Suite struct DutiesTests {
  private static let duty =
    #"{"code":"ZZ01","category":"测试","subcategory":"测试事项","keywords":["楼道+堆物","乱堆"],"unit":"测试所","deadline_workdays":3}"#

  @Test func duty_madeChangedAndEnded() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await talk.send("POST", "/v1/duties", token: token, body: Self.duty)
      try await talk.send("POST", "/v1/duties", token: token, body: Self.duty)
      try await talk.send("GET", "/v1/duties?category=%E6%B5%8B%E8%AF%95", token: token)
      app.clock.advance(seconds: 86_400)
      let later = try await app.logIn()
      talk.hide(later, as: "TOKEN")
      try await talk.send("PATCH", "/v1/duties/ZZ01", token: later, body: #"{"deadline_workdays":2}"#)
      try await talk.send(
        "PATCH", "/v1/duties/ZZ01", token: later, headers: ["If-Match": "\"1\""],
        body: #"{"deadline_workdays":2,"urgent_hours":24,"co_units":["居委会"]}"#)
      try await talk.send(
        "PATCH", "/v1/duties/ZZ01", token: later, headers: ["If-Match": "\"1\""], body: #"{"deadline_workdays":1}"#)
      try await talk.send(
        "PATCH", "/v1/duties/ZZ01", token: later, headers: ["If-Match": "*"], body: #"{"deadline":1}"#)
      try await talk.send("GET", "/v1/duties/ZZ01?as_of=2026-11-21", token: later)
      try await talk.send("DELETE", "/v1/duties/ZZ01", token: later, headers: ["If-Match": "\"2\""])
      try await talk.send("GET", "/v1/duties?q=%E6%B5%8B%E8%AF%95%E4%BA%8B%E9%A1%B9", token: later)
      try await talk.send("GET", "/v1/duties?as_of=2026-11-21&unit=%E6%B5%8B%E8%AF%95%E6%89%80", token: later)
      try await talk.send("GET", "/v1/duties/NOSUCH", token: later)
      try await talk.send("GET", "/v1/duties?as_of=yesterday", token: later)
      try talk.mustMatch("duties")
    }
  }

  @Test func duties_changedByAWorker_areForbidden_butReadable() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn("王小敏"))
      #expect(try await talk.send("POST", "/v1/duties", token: token, body: Self.duty).status == .forbidden)
      #expect(try await talk.send("GET", "/v1/duties", token: token).status == .ok)
      #expect(try await talk.send("GET", "/v1/units", token: token).status == .ok)
      #expect(try await talk.send("GET", "/v1/matters?kind=forbidden", token: token).status == .ok)
    }
  }

  @Test func admission_heldAgainstTheListsAndDecided() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await talk.send(
        "POST", "/v1/admissions", token: token,
        body: #"{"title":"填报","text":"请填报量子卫星轨道","from_unit":"区某局","basis":"某局通知"}"#)
      try await talk.send("POST", "/v1/admissions/1/decision", token: token, body: #"{"decision":"refuse"}"#)
      try await talk.send(
        "POST", "/v1/admissions/1/decision", token: token, body: #"{"decision":"refuse","reason":"清单中没有依据"}"#)
      try await talk.send(
        "POST", "/v1/admissions/1/decision", token: token, body: #"{"decision":"accept","reason":"再想想"}"#)
      try await talk.send("GET", "/v1/admissions?state=decided", token: token)
      try await talk.send("GET", "/v1/admissions/1", token: token, headers: ["If-None-Match": "\"2\""])
      try await talk.send("GET", "/v1/admissions/9", token: token)
      try await talk.send("POST", "/v1/admissions", token: token, body: #"{"title":"填报"}"#)
      try await talk.send(
        "POST", "/v1/admissions/1/decision", token: token, body: #"{"decision":"maybe"}"#)
      try talk.mustMatch("admissions")
    }
  }
}
