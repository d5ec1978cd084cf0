import Accounts
import FilterLanguage
import Foundation
import Kernel
import Testing

@Suite struct DataRequestsTests {
  /// A street office and the secretaries of its two committees, in each of which somebody is ninety.
  private func people(_ app: HTTPOffice, _ talk: Conversation) async throws -> [String] {
    let admin = try await app.logIn()
    for (path, body) in [
      ("/v1/areas", #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#),
      ("/v1/areas", #"{"name":"巨鹿居委会","level":"committee","parent":"310101023"}"#),
      ("/v1/houses", #"{"address":"瑞金二路1号101室","committee":"310101023001"}"#),
      ("/v1/houses", #"{"address":"瑞金二路2号101室","committee":"310101023002"}"#),
      ("/v1/people", #"{"name":"王阿婆","birth_date":"1936-12-24","phone":"13800001234","house_id":1}"#),
      ("/v1/people", #"{"name":"李阿公","birth_date":"1936-01-24","phone":"13800001235","house_id":2}"#),
    ] { _ = try await Conversation(app.client).send("POST", path, token: admin, body: body) }
    var tokens: [String] = []
    for (name, role, area, unit) in [
      ("街道办", Role.street, "310101023", nil), ("延中书记", .secretary, "310101023001", nil),
      ("巨鹿书记", .secretary, "310101023002", nil), ("民政办", .department, "310101023", "民政"),
    ] as [(String, Role, String, String?)] {
      _ = try await AddUser(name: name, role: role, areas: [area], unit: unit, password: HTTPOffice.password)
        .run(in: app.app, by: .operatorAtConsole)
      let token = try await app.logIn(name)
      talk.hide(token, as: "\(role.rawValue.uppercased())-TOKEN")
      tokens.append(token)
    }
    return tokens
  }

  private static let wish = #""sentence":"80岁以上的老人","columns":["name","age","address","phone"]"#
  private static let said =
    #""title":"高龄名册","purpose":"核对津贴","basis":"市民政局〔2026〕12号文","due":"2026-11-30","keep_until":"2026-12-31""#

  @Test func request_fromThePreviewToTheSecondTime() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let tokens = try await people(app, talk)
      let (street, yanzhong, julu, department) = (tokens[0], tokens[1], tokens[2], tokens[3])
      try await talk.send("POST", "/v1/data_requests/preview", token: street, body: "{\(Self.wish)}")
      try await talk.send("POST", "/v1/data_requests", token: street, body: "{\(Self.said),\(Self.wish)}")
      try await talk.send("GET", "/v1/data_requests?waiting=true", token: yanzhong)
      try await talk.send(
        "POST", "/v1/data_requests/1/answers", token: yanzhong, headers: ["If-Match": "\"1\""],
        body: #"{"action":"see"}"#)
      try await talk.send(
        "POST", "/v1/data_requests/1/answers", token: yanzhong, headers: ["If-Match": "\"1\""],
        body: #"{"action":"answer"}"#)
      try await talk.send("POST", "/v1/data_requests/1/answers", token: yanzhong, body: #"{"action":"answer"}"#)
      try await talk.send("POST", "/v1/data_requests/1/answers", token: julu, body: #"{"action":"object"}"#)
      try await talk.send(
        "POST", "/v1/data_requests/1/answers", token: julu, body: #"{"action":"object","reason":"上月已经报过"}"#)
      try await talk.send("GET", "/v1/data_requests/1", token: street)
      try await talk.send("GET", "/v1/runs/1.json", token: street)
      try await talk.send("GET", "/v1/runs/1", token: julu)
      try await talk.send("POST", "/v1/data_requests", token: department, body: "{\(Self.said),\(Self.wish)}")
      try await talk.send(
        "POST", "/v1/data_requests", token: department,
        body: #"{\#(Self.said),\#(Self.wish),"despite":"要按最新的名单发放"}"#)
      try await talk.send("POST", "/v1/data_requests/1/close", token: department)
      try await talk.send("POST", "/v1/data_requests/1/close", token: street)
      try await talk.send("POST", "/v1/data_requests/1/answers", token: julu, body: #"{"action":"answer"}"#)
      try await talk.send("GET", "/v1/data_requests?state=closed", token: street)
      try talk.mustMatch("data_requests")
    }
  }

  @Test func request_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let tokens = try await people(app, talk)
      for body in [
        "{\(Self.wish)}", #"{\#(Self.said),"where":"age > 80"}"#, #"{\#(Self.said),\#(Self.wish),"areas":["310104"]}"#,
        #"{\#(Self.said),\#(Self.wish),"colour":"red"}"#, #"{\#(Self.said),"sentence":"飞来飞去的东西"}"#,
        #"{\#(Self.said),"subject":"people","where":"committee = 延中"}"#,
      ] { try await talk.send("POST", "/v1/data_requests", token: tokens[0], body: body) }
      try await talk.send("POST", "/v1/data_requests", token: tokens[1], body: "{\(Self.said),\(Self.wish)}")
      try await talk.send("GET", "/v1/data_requests/7", token: tokens[0])
      try await talk.send("POST", "/v1/data_requests/7/answers", token: tokens[1], body: #"{"action":"see"}"#)
      try talk.mustMatch("data_requests_refused")
    }
  }

  @Test func run_once_givesAFileWithoutALedger() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let tokens = try await people(app, talk)
      try await talk.send(
        "POST", "/v1/runs", token: tokens[1], body: #"{"sentence":"80岁以上的老人","columns":["name","age"]}"#)
      try await talk.send("GET", "/v1/runs/1.json", token: tokens[1])
      try await talk.send("GET", "/v1/ledgers?with_retired=true", token: tokens[1])
      try await talk.send("POST", "/v1/ledgers/1/runs", token: tokens[1])
      try await talk.send("GET", "/v1/runs/1", token: tokens[2])
      try await talk.send("POST", "/v1/runs", token: tokens[3], body: #"{"subject":"people","where":"age >= 80"}"#)
      try await talk.send(
        "POST", "/v1/runs", token: tokens[1], body: #"{"subject":"people","where":"age >= 80","as_of":"yesterday"}"#)
      try talk.mustMatch("runs_once")
    }
  }
}
