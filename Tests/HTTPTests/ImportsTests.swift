import FilterLanguage
import Foundation
import Testing

@Suite struct ImportsTests {
  private static let csv = "地址,居委会\n瑞金二路26弄12号101室,延中居委会\n瑞金二路26弄13102,延中居委会\n"

  @Test func roster_fromUploadToTheRows() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let csv = ["Content-Type": "text/csv"]
      try await talk.send(
        "POST", "/v1/imports?subject=houses&area=310101023&file_name=houses.csv", token: token, headers: csv,
        bytes: Array(Self.csv.utf8))
      await app.app.imports.settle()
      try await talk.send("GET", "/v1/imports/1", token: token)
      try await talk.send("GET", "/v1/imports/1/rows?limit=1", token: token)
      try await talk.send("GET", "/v1/imports/1/rows?status=rejected", token: token)
      try await talk.send("POST", "/v1/imports/1/rows/3/decision", token: token, body: #"{"action":"create"}"#)
      try await talk.send(
        "POST", "/v1/imports/1/rows/3/correction", token: token, body: #"{"values":{"address":"瑞金二路26弄13号□室"}}"#)
      try await talk.send(
        "POST", "/v1/imports/1/decisions", token: token, body: #"{"action":"skip","reason":"address_unread"}"#)
      try await talk.send("POST", "/v1/imports/1/apply", token: token)
      await app.app.imports.settle()
      try await talk.send("GET", "/v1/imports/1", token: token)
      try await talk.send("GET", "/v1/houses?select=address,committee", token: token)
      try await talk.send("POST", "/v1/imports/1/cancel", token: token)
      try talk.mustMatch("imports")
    }
  }

  @Test func upload_thatIsWrong_saysWhere() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      talk.hide(token, as: "TOKEN")
      let csv = ["Content-Type": "text/csv"]
      for path in [
        "/v1/imports", "/v1/imports?subject=planets", "/v1/imports?subject=houses&area=999999",
        "/v1/imports?subject=houses&mapping=%7B%22a%22%3A%22planet%22%7D", "/v1/imports?subject=houses&dry_run=yes",
      ] {
        try await talk.send("POST", path, token: token, headers: csv, bytes: Array(Self.csv.utf8))
      }
      try await talk.send("POST", "/v1/imports?subject=houses", token: token, headers: csv, bytes: [])
      try await talk.send("GET", "/v1/imports/7", token: token)
      try talk.mustMatch("imports_refused")
    }
  }

  @Test func imports_askedByAWorker_areForbidden() async throws {
    try await HTTPOffice.run { app in
      let token = try await app.logIn("王小敏")
      #expect(try await Conversation(app.client).send("GET", "/v1/imports", token: token).status == .forbidden)
    }
  }
}
