import FilterLanguage
import Foundation
import Reminders
import Testing

@Suite struct RemindersTests {
  @Test func reminder_fromTheScheduleToTheTick() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      for body in [
        ("/v1/areas", #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#),
        ("/v1/houses", #"{"address":"瑞金二路1号101室","committee":"310101023001"}"#),
        ("/v1/people", #"{"name":"王阿婆","birth_date":"1936-12-24","phone":"13800001234","house_id":1}"#),
        (
          "/v1/ledgers",
          #"{"name":"牛奶","sentence":"未来三个月年满90周岁的老人","notes":[{"name":"issued","title":"已发放","kind":"tick"}]}"#
        ),
      ] { try await talk.send("POST", body.0, token: token, body: body.1) }
      let schedule = "/v1/ledgers/1/schedule"
      try await talk.send("GET", schedule, token: token)
      try await talk.send("PUT", schedule, token: token, body: #"{"kind":"weekly","weekday":7,"time":"07:30"}"#)
      try await talk.send("PUT", schedule, token: token, body: #"{"kind":"daily"}"#)
      try await talk.send(
        "PUT", schedule, token: token, headers: ["If-Match": "\"1\""], body: #"{"kind":"daily","time":"07:30"}"#)
      try await talk.send("GET", "/v1/schedules", token: token)
      app.clock.advance(seconds: 86_400)
      #expect(try await RunSchedules.run(app: app.app) == 1)
      let later = try await app.logIn()
      talk.hide(later, as: "TOKEN")
      try await talk.send("GET", "/v1/reminders", token: later)
      try await talk.send("GET", schedule, token: later)
      try await talk.send("POST", "/v1/reminders/read", token: later, body: #"{"ids":[1]}"#)
      try await talk.send(
        "POST", "/v1/reminders/1/actions", token: later, body: #"{"action":"pass","area":"310101023","note":"请上门"}"#)
      try await talk.send("GET", "/v1/reminders/1", token: later, headers: ["If-None-Match": "\"3\""])
      try await talk.send(
        "POST", "/v1/reminders/1/actions", token: later, headers: ["If-Match": "\"2\""], body: #"{"action":"done"}"#)
      try await talk.send(
        "POST", "/v1/reminders/1/actions", token: later, headers: ["If-Match": "\"3\""], body: #"{"action":"done"}"#)
      try await talk.send("GET", "/v1/reminders?state=done&limit=1", token: later)
      try await talk.send("GET", "/v1/runs/1/rows", token: later)
      try await talk.send("DELETE", schedule, token: later)
      try await talk.send("DELETE", schedule, token: later, headers: ["If-Match": "\"2\""])
      try await talk.send("GET", "/v1/audit?subject=reminders", token: later)
      try talk.mustMatch("reminders")
    }
  }

  @Test func scheduleOrDeed_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await talk.send(
        "POST", "/v1/ledgers", token: token, body: #"{"name":"电梯","subject":"assets","where":"kind = elevator"}"#)
      for body in [
        "{}", #"{"kind":"yearly"}"#, #"{"kind":"daily","time":"8:00"}"#, #"{"kind":"weekly","day":3}"#,
        #"{"kind":"monthly","day":32}"#, #"{"kind":"quarterly","month":4}"#, #"{"kind":"days_before","days":30}"#,
        #"{"kind":"days_before","days":30,"field":"code"}"#, #"{"kind":"daily","colour":"red"}"#,
      ] { try await talk.send("PUT", "/v1/ledgers/1/schedule", token: token, body: body) }
      try await talk.send(
        "PUT", "/v1/ledgers/1/schedule", token: token, body: #"{"kind":"days_before","days":30,"field":"due"}"#)
      for (path, body) in [
        ("1/actions", #"{"action":"read"}"#), ("1/actions", #"{"action":"forget"}"#),
        ("1/actions", #"{"action":"pass"}"#), ("read", #"{"ids":[1]}"#), ("read", #"{"ids":["1"]}"#), ("read", "{}"),
      ] { try await talk.send("POST", "/v1/reminders/\(path)", token: token, body: body) }
      for path in ["/v1/reminders?state=late", "/v1/reminders?unread=1", "/v1/reminders/7", "/v1/ledgers/9/schedule"] {
        try await talk.send("GET", path, token: token)
      }
      try talk.mustMatch("reminders_refused")
    }
  }
}
