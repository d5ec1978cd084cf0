import FilterLanguage
import Foundation
import Testing

@Suite struct LedgersTests {
  @Test func ledger_fromTheSentenceToTheTick() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      for body in [
        ("/v1/areas", #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#),
        ("/v1/houses", #"{"address":"瑞金二路1号101室","committee":"310101023001"}"#),
        ("/v1/people", #"{"name":"王阿婆","birth_date":"1936-12-24","phone":"13800001234","house_id":1}"#),
      ] { try await talk.send("POST", body.0, token: token, body: body.1) }
      try await talk.send(
        "POST", "/v1/ledgers", token: token,
        body: #"""
          {"name":"牛奶","sentence":"未来三个月年满90周岁的老人","group_by":"committee",
           "columns":["name",{"name":"turns(90)","title":"生日","width":12},"phone","address"],
           "notes":[{"name":"issued","title":"已发放","kind":"tick"}]}
          """#)
      try await talk.send("GET", "/v1/ledgers?limit=1", token: token)
      try await talk.send("POST", "/v1/ledgers/1/runs", token: token)
      try await talk.send("GET", "/v1/runs/1/rows", token: token)
      try await talk.send(
        "PUT", "/v1/runs/1/rows/1/marks", token: token, body: #"{"issued":true,"remark":"本人签收"}"#)
      try await talk.send(
        "POST", "/v1/runs/1/marks", token: token,
        body: #"{"items":[{"subject_id":1,"issued":false},{"subject_id":2,"issued":true},{"subject_id":1,"given":1}]}"#)
      try await talk.send("POST", "/v1/ledgers/1/runs", token: token, body: #"{"as_of":"2027-01-01"}"#)
      try await talk.send("GET", "/v1/runs/2/diff", token: token)
      try await talk.send("GET", "/v1/runs/1.json", token: token)
      try await talk.send(
        "GET", "/v1/runs/1.json?reveal=name,phone&reason=%E5%8F%91%E6%94%BE%E7%89%9B%E5%A5%B6", token: token)
      try await talk.send("GET", "/v1/runs/1.json?reveal=name", token: token)
      try await talk.send("GET", "/v1/audit?subject=runs", token: token)
      try await talk.send(
        "PATCH", "/v1/ledgers/1", token: token, headers: ["If-Match": "\"1\""], body: #"{"name":"牛奶发放"}"#)
      try await talk.send("DELETE", "/v1/ledgers/1", token: token, headers: ["If-Match": "\"1\""])
      try await talk.send("DELETE", "/v1/ledgers/1", token: token, headers: ["If-Match": "\"2\""])
      try await talk.send("POST", "/v1/ledgers/1/runs", token: token)
      try talk.mustMatch("ledgers")
    }
  }

  @Test func ledger_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      for body in [
        #"{"name":"甲"}"#, #"{"name":"甲","where":"age > 80"}"#, #"{"name":"甲","subject":"people","where":"aeg > 80"}"#,
        #"{"name":"甲","subject":"people","where":"","sentence":"老人"}"#, #"{"name":"甲","sentence":"飞来飞去的东西"}"#,
        #"{"name":"甲","template":"milk"}"#, #"{"name":"甲","subject":"people","where":"","columns":["nmae"]}"#,
        #"{"name":"甲","subject":"people","where":"","notes":[{"name":"x","title":"x","kind":"tock"}]}"#,
        #"{"name":"甲","subject":"people","where":"","colour":"red"}"#,
      ] { try await talk.send("POST", "/v1/ledgers", token: token, body: body) }
      for path in [
        "/v1/ledgers/7", "/v1/runs/7", "/v1/runs/7/rows", "/v1/runs/7/diff", "/v1/runs/7.json", "/v1/runs/x.json",
      ] {
        try await talk.send("GET", path, token: token)
      }
      try talk.mustMatch("ledgers_refused")
    }
  }
}
