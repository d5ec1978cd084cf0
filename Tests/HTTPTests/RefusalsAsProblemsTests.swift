import FilterLanguage
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Server
import Testing

@Suite struct RefusalsAsProblemsTests {
  private func answer(to head: HTTPResponse) throws -> (head: HTTPResponse?, body: String) {
    let channel = EmbeddedChannel(handler: RefusalsAsProblems())
    try channel.writeOutbound(HTTPResponsePart.head(head))
    try channel.writeOutbound(HTTPResponsePart.end(nil))
    var answer: (HTTPResponse?, String) = (nil, "")
    while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
      switch part {
      case .head(let head): answer.0 = head
      case .body(let bytes): answer.1 += String(buffer: bytes)
      case .end: return answer
      }
    }
    return answer
  }

  @Test func refusal_ofTheParser_isAProblem() throws {
    let answer = try answer(
      to: HTTPResponse(status: .badRequest, headerFields: [.connection: "close", .contentLength: "0"]))
    #expect(answer.head?.headerFields[.contentType] == "application/problem+json; charset=utf-8")
    #expect(answer.head?.headerFields[.contentLength] == String(answer.body.utf8.count))
    #expect(answer.head?.headerFields[.connection] == "close")
    #expect(answer.body.contains(#""code":"bad_http""#))
  }

  @Test func otherAnswers_passAsTheyAre() throws {
    let ours = HTTPResponse(status: .badRequest, headerFields: [.contentType: "application/problem+json"])
    for head in [ours, HTTPResponse(status: .noContent)] {
      let answer = try answer(to: head)
      #expect(answer.head == head)
      #expect(answer.body.isEmpty)
    }
  }
}
