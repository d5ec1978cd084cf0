import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
@testable import FilterLanguage
@testable import Server

/// Answers and bodies that are compressed.
@Suite struct CompressionTests {
  private static func inflated(_ body: ByteBuffer) throws -> String {
    let inflater = try #require(try Inflater.of("gzip"))
    var plain = ByteBuffer()
    try inflater.add(body) { part in
      var part = part
      plain.writeBuffer(&part)
    }
    try inflater.finish()
    return String(buffer: plain)
  }

  private static func zipped(_ text: String) throws -> [UInt8] {
    Array(try #require(Deflater.whole(ByteBuffer(string: text))).readableBytesView)
  }

  @Test(arguments: [
    ("gzip", true), ("gzip, deflate, br", true), ("GZIP;q=0.5", true), ("x-gzip", true), ("*", true),
    ("gzip;q=0", false), ("identity", false), ("br", false), ("", false), ("gzip;q=0, *", false),
    ("gzip;q=0.1, identity;q=0.9", false), ("identity;q=0.1, gzip;q=0.5", true), ("gzip;q=x", false),
  ]) func gzip_isSentToWhoTakesIt(_ accept: String, _ isWanted: Bool) {
    #expect(AnswerCoding.isGzipWanted(accept) == isWanted)
  }

  @Test func answer_asGzip_isTheSameAnswer() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      for path in ["/openapi.json", "/v1/tags"] {
        let plain = try await talk.send("GET", path, token: token)
        let small = try await talk.send("GET", path, token: token, headers: ["Accept-Encoding": "gzip"])
        #expect(small.headers[.contentEncoding] == "gzip" && plain.headers[.contentEncoding] == nil)
        #expect(small.headers[.vary] == "Accept-Encoding" && plain.headers[.vary] == "Accept-Encoding")
        #expect(small.body.readableBytes * 3 < plain.body.readableBytes)
        #expect(try Self.inflated(small.body) == String(buffer: plain.body))
      }
    }
  }

  @Test func tags_ofTwoCodings_differAndBothStillHold() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let plain = try await talk.send("GET", "/openapi.json")
      let small = try await talk.send("GET", "/openapi.json", headers: ["Accept-Encoding": "gzip"])
      let (strong, weak) = (try #require(plain.headers[.eTag]), try #require(small.headers[.eTag]))
      #expect(weak == "W/" + strong)
      for tag in [strong, weak, "\"other\", \(weak)", "*"] {
        #expect(try await talk.send("GET", "/openapi.json", headers: ["If-None-Match": tag]).status == .notModified)
      }
      #expect(try await talk.send("GET", "/openapi.json", headers: ["If-None-Match": "\"other\""]).status == .ok)
    }
  }

  @Test func smallAnswersAndFeeds_areSentAsTheyAre() async throws {
    try await HTTPOffice.run { app in
      let talk = Conversation(app.client)
      let health = try await talk.send("GET", "/healthz", headers: ["Accept-Encoding": "gzip"])
      #expect(health.headers[.contentEncoding] == nil)
      #expect(!AnswerCoding.suits([.contentType: "text/event-stream; charset=utf-8"]))
      #expect(!AnswerCoding.suits([.contentType: "image/png"]))
    }
  }

  @Test func streamedAnswer_isCompressedPieceByPiece() async throws {
    let pieces = (0..<2000).map { "第 \($0) 行，\(String(repeating: "门牌", count: 20))\n" }
    let base = AsyncStream { continuation in
      for piece in pieces { continuation.yield(ByteBuffer(string: piece)) }
      continuation.finish()
    }
    var whole = ByteBuffer()
    var count = 0
    for try await var part in DeflatedBody(base: base) {
      whole.writeBuffer(&part)
      count += 1
    }
    #expect(try Self.inflated(whole) == pieces.joined())
    #expect(count < pieces.count && whole.readableBytes * 5 < pieces.joined().utf8.count)
  }

  @Test(arguments: ["gzip", "x-gzip", "GZIP"]) func body_compressed_isRead(_ coding: String) async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let answer = try await talk.send(
        "POST", "/v1/people/search", token: token,
        headers: ["Content-Encoding": coding, "Content-Type": "application/json"],
        bytes: try Self.zipped(#"{"where":"age > 80","limit":1}"#), shownBody: "")
      #expect(answer.status == .ok, "\(String(buffer: answer.body))")
    }
  }

  @Test func deflate_withAndWithoutItsFrame_isRead() throws {
    // "menpai" as zlib and as bare deflate.
    let framed: [UInt8] = [0x78, 0x9C, 0xCB, 0x4D, 0xCD, 0x2B, 0x48, 0xCC, 0x04, 0x00, 0x08, 0xC0, 0x02, 0x7B]
    for bytes in [framed, Array(framed[2..<10])] {
      let inflater = try #require(try Inflater.of("deflate"))
      var text = ""
      for byte in bytes { try inflater.add(ByteBuffer(bytes: [byte])) { text += String(buffer: $0) } }
      try inflater.finish()
      #expect(text == "menpai")
    }
  }

  @Test func members_oneAfterAnother_areOne() throws {
    let two = try Self.zipped("门") + Self.zipped("牌")
    #expect(try Self.inflated(ByteBuffer(bytes: two)) == "门牌")
  }

  @Test func bomb_isRefusedByWhatIsInIt() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let bomb = try Self.zipped(String(repeating: " ", count: 30 << 20))
      #expect(bomb.count < 100_000)
      let answer = try await talk.send(
        "POST", "/v1/people/search", token: token,
        headers: ["Content-Encoding": "gzip", "Content-Type": "application/json"], bytes: bomb, shownBody: "")
      #expect(answer.status.code == 413)
    }
  }

  @Test func body_thatCannotBeUndone_isRefused() async throws {
    try await HTTPOffice.run { app in
      let (talk, token) = (Conversation(app.client), try await app.logIn())
      let whole = try Self.zipped(#"{"where":""}"#)
      for (coding, bytes, status, code) in [
        ("br", whole, 415, "bad_content_encoding"), ("gzip, gzip", whole, 415, "bad_content_encoding"),
        ("gzip", Array(whole.dropLast(4)), 400, "bad_body"), ("gzip", Array(#"{"where":""}"#.utf8), 400, "bad_body"),
        ("gzip", whole + [1, 2, 3], 400, "bad_body"), ("deflate", whole, 400, "bad_body"),
      ] {
        let answer = try await talk.send(
          "POST", "/v1/people/search", token: token,
          headers: ["Content-Encoding": coding, "Content-Type": "application/json"], bytes: bytes, shownBody: "")
        #expect(answer.status.code == status, "\(coding)")
        #expect(String(buffer: answer.body).contains(code), "\(coding): \(String(buffer: answer.body))")
      }
    }
  }
}
