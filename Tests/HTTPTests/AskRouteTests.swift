import FilterLanguage
import HTTPTypes
import Testing

/// 「说一句话」 over the wire: what an understood, a counted and a refused sentence answer.
@Suite struct AskRouteTests {
  @Test func ask_conversation() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await furnish(app, token)
      for body in [
        #"{"text":"1930年以前建的房屋"}"#, #"{"text":"麻烦查一下南昌路的房屋，按居委会分组","limit":1}"#,
        #"{"text":"延中居委会有多少房屋","as_of":"2026-11-20"}"#,
        #"{"text":"延中居委会漂亮的独居老人"}"#, #"{"text":"下个月"}"#, #"{"text":""}"#, #"{"text":"老人","limit":0}"#,
        #"{"text":"老人","lang":"zh"}"#,
      ] {
        try await talk.send("POST", "/v1/ask", token: token, body: body)
      }
      try talk.mustMatch("ask")
    }
  }

  @Test func askPolicy_conversation() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      try await furnish(app, token)
      for body in [
        #"{"text":"同时符合下列条件的房屋，可申请修缮补贴：（一）1930年以前建；（二）没有电梯。"}"#,
        #"{"text":"年满80周岁的老年人，家庭人均月收入低于3000元的，可申请补贴。"}"#, #"{"text":"（一）年满60周岁；（二）独居。"}"#,
        #"{"text":""}"#, #"{"text":"老年人","limit":1}"#,
      ] {
        try await talk.send("POST", "/v1/ask/policy", token: token, body: body)
      }
      try talk.mustMatch("ask_policy")
    }
  }

  /// A committee and two houses.
  private func furnish(_ app: HTTPOffice, _ token: String) async throws {
    let talk = Conversation(app.client)
    let area = try await talk.send(
      "POST", "/v1/areas", token: token, body: #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#)
    let code = try #require(area.headers[.location]?.split(separator: "/").last)
    for (address, built) in [("南昌路1号101室", 1928), ("南昌路2号101室", 1988)] {
      try await talk.send(
        "POST", "/v1/houses", token: token,
        body: #"{"address":"\#(address)","committee":"\#(code)","built":\#(built)}"#)
    }
  }
}
