import FilterLanguage
import Foundation
import HTTPTypes
import HummingbirdTesting
import Kernel
import Ledgers
import NIOCore
import Testing

@Suite struct ExportRoutesTests {
  /// A run over both committees.
  private static func run(_ world: TwoCommittees, _ talk: Conversation, _ token: String) async throws -> Int {
    let body = #"{"name":"名册","subject":"people","where":"age >= 60","columns":["name","age"]}"#
    let ledger = try await talk.send("POST", "/v1/ledgers", token: token, body: body)
    let id = try JSONReader.read(Array(ledger.body.readableBytesView))["id"]?.number ?? 0
    let run = try await talk.send("POST", "/v1/ledgers/\(Int(id))/runs", token: token)
    return Int(try JSONReader.read(Array(run.body.readableBytesView))["id"]?.number ?? 0)
  }

  @Test func run_asEachFormat_saysWhatItIs() async throws {
    try await TwoCommittees.run { world in
      let (talk, token) = (Conversation(world.client), try await world.logIn("街道"))
      let run = try await Self.run(world, talk, token)
      for (format, type) in [
        ("csv", "text/csv; charset=utf-8"), ("html", "text/html; charset=utf-8"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
      ] {
        let answer = try await talk.send("GET", "/v1/runs/\(run).\(format)", token: token)
        #expect(answer.status == .ok && answer.headers[.contentType] == type)
        let name = try #require(answer.headers[.contentDisposition])
        #expect(name.contains("filename*=UTF-8''%E5%90%8D%E5%86%8C%202026-11-21.\(format)"))
        #expect(name.hasPrefix(format == "html" ? "inline" : "attachment"))
        #expect(answer.body.readableBytes > 40)
      }
      #expect(try await talk.send("GET", "/v1/runs/\(run).pdf", token: token).status == .notFound)
    }
  }

  @Test func export_isBegunAskedForAndFetched() async throws {
    try await TwoCommittees.run { world in
      let (talk, token) = (Conversation(world.client), try await world.logIn("街道"))
      let run = try await Self.run(world, talk, token)
      let begun = try await talk.send("POST", "/v1/runs/\(run)/exports", token: token, body: #"{"format":"xlsx"}"#)
      #expect(begun.status == .accepted)
      let path = "/v1/exports/" + (try JSONReader.read(Array(begun.body.readableBytesView))["id"]?.string ?? "")
      #expect(begun.headers.first { $0.name.canonicalName == "location" }?.value == path)
      await world.app.exports.settle()
      let job = try JSONReader.read(Array(try await talk.send("GET", path, token: token).body.readableBytesView))
      #expect(job["state"] == .string("done") && job["done"] == job["total"])
      let file = try await talk.send("GET", path + "/file", token: token)
      #expect(file.status == .ok && Array(file.body.readableBytesView.prefix(2)) == Array("PK".utf8))
      #expect(try await talk.send("POST", path + "/cancel", token: token).status == .conflict)
      let other = try await world.logIn(world.first.mark + "worker")
      #expect(try await talk.send("GET", path, token: other).status == .notFound)
    }
  }

  /// Whoever reads a list on paper meets no word of the code, in whatever column.
  @Test(arguments: [Subject.workOrders, .people, .houses, .shops, .assets])
  func lists_onPaper_speakChinese(_ subject: Subject) async throws {
    try await TwoCommittees.run { world in
      let (talk, token) = (Conversation(world.client), try await world.logIn("街道"))
      let columns = LedgerColumns.names(of: subject)
      for group in stride(from: 0, to: columns.count, by: 20).map({ columns[$0..<min($0 + 20, columns.count)] }) {
        let names = group.map { "\"\($0)\"" }.joined(separator: ",")
        let body = #"{"name":"清单","subject":"\#(subject.word)","where":"","columns":[\#(names)]}"#
        let made = try await talk.send("POST", "/v1/runs", token: token, body: body)
        let id = try #require(try JSONReader.read(Array(made.body.readableBytesView))["id"]?.number, "\(made.body)")
        for format in ["csv", "html"] {
          let file = try await talk.send("GET", "/v1/runs/\(Int(id)).\(format)", token: token)
          let text = String(buffer: file.body)
          let cells = cells(text, format)
          #expect(cells.count > group.count, "a header and rows: \(cells)")
          for cell in cells {
            // Codes of words, and instants as JSON has them.
            let isCode = cell.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil
            let isInstant = cell.contains(/\d{4}-\d\d-\d\dT\d\d:/)
            #expect(!isCode && !isInstant, "\(subject) \(format): \(cell)")
          }
        }
      }
    }
  }

  private func cells(_ text: String, _ format: String) -> [Substring] {
    format == "csv"
      ? text.split(separator: "\r\n").flatMap { $0.split(separator: ",") }
      : text.matches(of: /<t[dh][^>]*>([^<]*)</).map(\.output.1)
  }

  @Test func export_whoseWishIsWrong_isRefused() async throws {
    try await TwoCommittees.run { world in
      let (talk, token) = (Conversation(world.client), try await world.logIn("街道"))
      let run = try await Self.run(world, talk, token)
      for body in [#"{}"#, #"{"format":"pdf"}"#, #"{"format":"csv","reason":"核对名单"}"#, #"{"format":"csv","x":1}"#] {
        #expect(
          try await talk.send("POST", "/v1/runs/\(run)/exports", token: token, body: body).status == .badRequest)
      }
      for query in ["reason=1234", "columns=no", "reveal=age&reason=1234", "reveal=name&reason=1", "x=1"] {
        #expect(try await talk.send("GET", "/v1/runs/\(run).csv?\(query)", token: token).status == .badRequest)
      }
    }
  }
}
