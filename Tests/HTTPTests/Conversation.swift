import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
@testable import Server

/// Requests and answers in a row, written down as they went over the wire. What is different every time (tokens) is
/// written as a word.
///
///     let talk = Conversation(office.client)
///     try await talk.send("GET", "/v1/me", token: token)
///     try talk.mustMatch("me")
final class Conversation {
  private let client: any TestClientProtocol
  private var text = ""
  private var secrets: [(secret: String, word: String)] = []

  init(_ client: any TestClientProtocol) { self.client = client }

  /// Writes `word` wherever `secret` occurs, from now on and before.
  func hide(_ secret: String, as word: String) { secrets.append((secret, word)) }

  /// - Parameter shownBody: what the transcript has in place of the body.
  @discardableResult
  func send(
    _ method: String, _ path: String, token: String? = nil, headers: [String: String] = [:], body: String? = nil,
    bytes: [UInt8]? = nil, shownBody: String? = nil
  ) async throws -> TestResponse {
    var fields = HTTPFields()
    if let token { fields[.authorization] = "Bearer \(token)" }
    if body != nil { fields[.contentType] = "application/json" }
    for (name, value) in headers { fields[try #require(HTTPField.Name(name))] = value }
    let payload = bytes ?? body.map { Array($0.utf8) }
    let verb = try #require(HTTPRequest.Method(rawValue: method))
    let answer = try await client.executeRequest(
      uri: path, method: verb, headers: fields, body: payload.map { ByteBuffer(bytes: $0) })
    text += "\(method) \(path)\n" + Self.lines(fields)
    if let shown = shownBody ?? body ?? payload.map({ String(decoding: $0, as: UTF8.self) }) { text += "\n\(shown)\n" }
    text += "\n\(answer.status.code)\n" + Self.lines(answer.headers)
    let content = String(buffer: answer.body)
    text += (content.isEmpty ? "" : "\n\(content)\n") + "\n---\n\n"
    return answer
  }

  /// The committee 延中 with one house in it, 瑞金二路1号101室.
  func addHouse(_ token: String) async throws {
    let area = try await send(
      "POST", "/v1/areas", token: token, body: #"{"name":"延中居委会","level":"committee","parent":"310101023"}"#)
    let code = try #require(area.headers[.location]?.split(separator: "/").last)
    try await send(
      "POST", "/v1/houses", token: token, body: #"{"address":"瑞金二路1号101室","committee":"\#(code)"}"#)
  }

  /// Compares with what is kept under the name; with `MENPAI_RECORD=1` keeps this one instead.
  func mustMatch(_ name: String, _ file: String = #filePath, at place: SourceLocation = #_sourceLocation) throws {
    for (secret, word) in secrets { text = text.replacingOccurrences(of: secret, with: word) }
    try Kept.mustMatch(text, "Transcripts/\(name).txt", file, at: place)
  }

  /// Headers by name; the length is the library's business, and the id of a request is another each time.
  private static func lines(_ fields: HTTPFields) -> String {
    fields.filter { $0.name != .contentLength && $0.name != .xRequestID }
      .map { "\($0.name.canonicalName): \($0.value)\n" }.sorted().joined()
  }
}

/// Files beside the tests that hold what is expected.
enum Kept {
  static func mustMatch(_ text: String, _ path: String, _ file: String, at place: SourceLocation) throws {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["MENPAI_RECORD"] == "1" {
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, (expected, found)) in zip(kept, lines).enumerated() where expected != found {
      Issue.record("\(path):\(index + 1)\n  kept:  \(expected)\n  found: \(found)", sourceLocation: place)
      return
    }
    #expect(lines.count == kept.count, "\(path) has another length", sourceLocation: place)
  }
}
