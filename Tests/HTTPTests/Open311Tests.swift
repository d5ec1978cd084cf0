import Foundation
import HummingbirdTesting
import Testing
@testable import FilterLanguage
@testable import Kernel
@testable import Open311

@Suite struct Open311Tests {
  private static let form = ["Content-Type": "application/x-www-form-urlencoded"]
  private static let root = "/open311/v2"
  /// 钱小姐 of 瑞金二路26弄12号101室, with an e-mail beside her telephone.
  private static let fields = """
    service_code=SR08&external_id=GEO-1&description=%E6%A5%BC%E4%B8%8B<%E7%83%A7%E7%83%A4>%E8%AF%B7%E6%89%9313800001234\
    &address_string=%E7%91%9E%E9%87%91%E4%BA%8C%E8%B7%AF26%E5%BC%8412%E5%8F%B7101%E5%AE%A4&lat=31.21&long=121.46\
    &first_name=%E5%B0%8F%E5%A7%90&last_name=%E9%92%B1&phone=13800001234&email=a%40example.com\
    &media_url=https://example.com/1.jpg&attribute[kind]=complaint&device_id=
    """

  private static func prepared(_ app: HTTPOffice) async throws -> (Conversation, String) {
    let (talk, token) = (Conversation(app.client), try await app.logIn())
    talk.hide(token, as: "TOKEN")
    return (talk, token)
  }

  @Test func request_fromDiscoveryToUpdates_inBothFormats() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      for format in ["json", "xml"] {
        try await talk.send("GET", "\(Self.root)/discovery.\(format)")
        try await talk.send("GET", "\(Self.root)/services/SR08.\(format)")
      }
      let sent = Self.fields + "&api_key=\(token)"
      try await talk.send("POST", "\(Self.root)/requests.json", headers: Self.form, bytes: Array(sent.utf8))
      try await talk.send("POST", "\(Self.root)/requests.xml", headers: Self.form, bytes: Array(sent.utf8))
      try await talk.send("GET", "\(Self.root)/requests.json?status=open&extensions=true", token: token)
      try await talk.send("GET", "\(Self.root)/requests/1.xml?api_key=\(token)")
      try await talk.send("GET", "\(Self.root)/tokens/1.json", token: token)
      try await talk.send("GET", "\(Self.root)/tokens/1.xml", token: token)
      try await talk.send("GET", "\(Self.root)/servicerequestupdates.json", token: token)
      try await talk.send("GET", "\(Self.root)/servicerequestupdates.xml?service_request_id=1", token: token)
      for query in [
        "status=closed", "service_code=WY01", "start_date=2026-11-22", "end_date=2026-11-20", "service_request_id=2,x",
        "page=2", "jurisdiction_id=310106", "updated_after=2026-11-22T00:00:00Z",
      ] {
        let answer = try await Conversation(app.client).send(
          "GET", "\(Self.root)/requests.json?\(query)", token: token)
        #expect(String(buffer: answer.body) == "[]", "\(query)")
      }
      for query in ["status=open,closed", "service_code=SR08,WY01", "start_date=2026-11-21"] {
        let answer = try await Conversation(app.client).send(
          "GET", "\(Self.root)/requests.json?\(query)", token: token)
        #expect(String(buffer: answer.body).contains(#""service_request_id":"1""#), "\(query)")
      }
      try talk.mustMatch("open311")
    }
  }

  @Test func whatIsWrong_isToldAsTheStandardSays() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = try await Self.prepared(app)
      try await talk.send("GET", "\(Self.root)/requests.json")
      try await talk.send("GET", "\(Self.root)/requests.xml?api_key=wrong")
      try await talk.send("GET", "\(Self.root)/services.json?api_key=wrong")
      try await talk.send("GET", "\(Self.root)/services/NOSUCH.json")
      try await talk.send("GET", "\(Self.root)/services/SR08.json?jurisdiction_id=city.gov")
      try await talk.send("GET", "\(Self.root)/requests.json?limit=1", token: token)
      try await talk.send("GET", "\(Self.root)/requests.json?status=new", token: token)
      try await talk.send("GET", "\(Self.root)/requests.json?start_date=yesterday", token: token)
      try await talk.send("GET", "\(Self.root)/requests/99.xml", token: token)
      try await talk.send("DELETE", "\(Self.root)/requests.json", token: token)
      for form in [
        "", "service_code=SR08", "service_code=SR08&address_string=x&colour=red", "service_code=SR08&lat=31.2",
        "service_code=SR08&lat=131&long=121", "service_code=SR08&address_id=99", "service_code=NOSUCH&address_string=x",
        "service_code=SR08&address_string=x&attribute[kind]=loud", "service_code=SR08&service_code=WY01",
        "service_code=SR08&address_string=x&media_url=file:///etc/passwd", "service_code=%ff",
      ] {
        try await talk.send(
          "POST", "\(Self.root)/requests.json", token: token, headers: Self.form, bytes: Array(form.utf8))
      }
      try await talk.send("POST", "\(Self.root)/requests.json", token: token, body: "{}")
      try talk.mustMatch("open311_refused")
    }
  }

  @Test func resident_seesOnlyWhatItHasPosted() async throws {
    try await HTTPOffice.run { app in
      func caller(_ id: Int64, _ role: Role) async throws -> Caller {
        let area = try await app.app.store.read { try $0.area(code: "310101") }
        return Caller(id: id, name: "某人", role: role, areas: [Int64(area?.id ?? 0)], origin: "local")
      }
      var draft = PostRequest.Draft(service: "SR08", text: "占道")
      draft.address = "不存在路1号"
      for id in [70, 71] as [Int64] {
        _ = try await PostRequest.run(draft, caller: caller(id, .integration), app: app.app)
      }
      func seen(_ id: Int64, _ role: Role) async throws -> [Int64] {
        try await ReadRequests.run(RequestQuestion(), caller: caller(id, role), app: app.app)
          .map(\.request.id)
      }
      #expect(try await seen(70, .resident) == [1])
      #expect(try await seen(72, .resident) == [])
      #expect(try await seen(72, .worker) == [2, 1])
      let updates = try await ReadRequests.updates(
        RequestQuestion(), caller: caller(71, .resident), app: app.app)
      #expect(Set(updates.map(\.request)) == [2])
      await #expect(throws: Problem.self) {
        _ = try await PostRequest.run(draft, caller: caller(70, .resident), app: app.app)
      }
    }
  }

  @Test func jurisdiction_postedWith_isWhereItLiesAtLeast() async throws {
    try await HTTPOffice.run { app in
      let admin = Caller(id: 1, name: "某人", role: .admin, areas: [], origin: "local")
      func post(_ jurisdiction: String?) async throws -> Int64 {
        var draft = PostRequest.Draft(service: "SR08", text: "占道")
        (draft.address, draft.jurisdiction) = ("不存在路1号", jurisdiction)
        return try await PostRequest.run(draft, caller: admin, app: app.app).order.id
      }
      func seen(_ jurisdiction: String) async throws -> [Int64] {
        var question = RequestQuestion()
        question.jurisdiction = jurisdiction
        return try await ReadRequests.run(question, caller: admin, app: app.app).map(\.request.id)
      }
      let (plain, district, street) = (try await post(nil), try await post("310101"), try await post("310101023"))
      #expect(try await seen("310101") == [street, district])
      #expect(try await seen("310101023") == [street])
      #expect(try await seen("310106") == [])
      #expect(try await seen("310000").contains(plain))
    }
  }

  @Test func ninetyDays_areTheMost() throws {
    let now = try #require(Instant("2026-11-21T09:00:00+08:00"))
    let old = try #require(Instant("2020-01-01T00:00:00+08:00"))
    var question = RequestQuestion()
    #expect(question.bounded(now: now).reported.from == now.adding(seconds: -90 * 86_400))
    question.reported = (old, nil)
    #expect(question.bounded(now: now).reported.to == old.adding(seconds: 90 * 86_400))
    question.reported = (old, now)
    #expect(question.bounded(now: now).reported.from == now.adding(seconds: -90 * 86_400))
    question.reported = (nil, nil)
    question.updated.from = old
    #expect(question.bounded(now: now).reported.from == nil)
  }

  @Test func xml_holdsWhateverIsWritten() {
    let value: JSONValue = ["services": [["a": "<&>\u{1}\u{FFFF}\r", "b": .null, "c": .number(1.5)]], "d": true]
    let text = String(decoding: XMLText.bytes(value, root: "x"), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="utf-8"?>
        <x><services><service><a>&lt;&amp;&gt;&#13;</a><b/><c>1.5</c></service></services><d>true</d></x>

        """)
  }
}
