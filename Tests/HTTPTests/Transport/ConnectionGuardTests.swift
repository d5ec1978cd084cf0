import NIOCore
import NIOEmbedded
import Testing
@testable import FilterLanguage
@testable import Server

/// The bounds of one connection, on a clock that is moved by hand.
@Suite struct ConnectionGuardTests {
  /// Tells of requests without a body, as the parser and the rules do.
  private final class Parser: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let gate: ConnectionGuard
    private var text = ""

    init(_ gate: ConnectionGuard) { self.gate = gate }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      text += String(buffer: unwrapInboundIn(data))
      if text.hasPrefix("GET"), text.hasSuffix("\r\n\r\n") {
        text = ""
        gate.requestBegan(length: 0)
        gate.requestEnded()
      }
      context.fireChannelRead(data)
    }
  }

  private struct Parts {
    let channel: EmbeddedChannel
    let gate: ConnectionGuard
    let pool: ConnectionPool

    init(capacity: Int = 100) throws {
      pool = ConnectionPool(capacity: capacity)
      gate = ConnectionGuard(limits: ConnectionLimits(), pool: pool)
      channel = EmbeddedChannel(handlers: [gate, Parser(gate)])
      try channel.connect(to: SocketAddress(unixDomainSocketPath: "/fake")).wait()
    }

    func send(_ text: String) throws { try channel.writeInbound(ByteBuffer(string: text)) }

    /// What the parser has been given since it was last asked.
    func parsed() throws -> String {
      var text = ""
      while let bytes = try channel.readInbound(as: ByteBuffer.self) { text += String(buffer: bytes) }
      return text
    }

    func written() throws -> String {
      var text = ""
      while let data = try channel.readOutbound(as: IOData.self) {
        if case .byteBuffer(let bytes) = data { text += String(buffer: bytes) }
      }
      return text
    }

    func wait(_ seconds: Int64) {
      for _ in 0..<seconds { channel.embeddedEventLoop.advanceTime(by: .seconds(1)) }
    }

    var isOpen: Bool { channel.isActive }
  }

  private static let get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func nextRequest_isNotParsedBeforeTheAnswerIsWritten() throws {
    let parts = try Parts()
    try parts.send(Self.get + Self.get + Self.get)
    for _ in 0..<3 {
      #expect(try parts.parsed() == Self.get)
      #expect(try parts.parsed() == "")
      parts.gate.answered(closing: false)
    }
    #expect(try parts.parsed() == "")
  }

  @Test func heads_inPieces_areFoundToTheirEnd() throws {
    let parts = try Parts()
    for piece in ["GET / HTTP/1.1\r\nHost: a\r\n\r", "\nGET /next HTTP/1.1\r\n"] { try parts.send(piece) }
    #expect(try parts.parsed() == "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
  }

  @Test func body_isHandedOnToItsLength() throws {
    let parts = try Parts()
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n"
    try parts.send(head)
    #expect(try parts.parsed() == head)
    parts.gate.requestBegan(length: 3)
    try parts.send("abc" + Self.get)
    #expect(try parts.parsed() == "abc")
  }

  @Test func idleConnection_ends() throws {
    let parts = try Parts()
    parts.wait(59)
    #expect(parts.isOpen)
    parts.wait(3)
    #expect(!parts.isOpen)
  }

  @Test func idleConnection_whenPlacesAreScarce_endsSooner() throws {
    let parts = try Parts(capacity: 4)
    for _ in 0..<4 { parts.pool.opened() }
    parts.wait(5)
    #expect(!parts.isOpen)
  }

  @Test func slowHead_isToldSoAndEnds() throws {
    let parts = try Parts()
    for character in "GET /some/long/path HTTP/1.1" {
      try parts.send(String(character))
      parts.wait(1)
    }
    #expect(try parts.written().hasPrefix("HTTP/1.1 408 "))
    parts.wait(12)
    #expect(!parts.isOpen)
  }

  @Test func slowBody_isAnErrorForWhoeverReadsIt() throws {
    let parts = try Parts()
    try parts.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
    parts.gate.requestBegan(length: 1000)
    #expect(throws: ConnectionFault.self) {
      for _ in 0..<10 {
        parts.channel.pipeline.read()
        try parts.send("a")
        parts.channel.pipeline.read()
        parts.wait(4)
        try parts.channel.throwIfErrorCaught()
      }
    }
  }

  @Test func body_thatNobodyReadsHere_isNotHeldAgainstTheSender() throws {
    let parts = try Parts()
    try parts.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n")
    parts.gate.requestBegan(length: 1000)
    parts.wait(100)
    try parts.channel.throwIfErrorCaught()
    #expect(parts.isOpen)
  }

  @Test func hugeHead_isRefused() throws {
    let parts = try Parts()
    try parts.send("GET / HTTP/1.1\r\nX: " + String(repeating: "a", count: 90_000))
    #expect(try parts.written().hasPrefix("HTTP/1.1 400 "))
  }

  @Test func unread_isCountedUntilItIsTaken() throws {
    let parts = try Parts()
    let done = parts.channel.eventLoop.makePromise(of: Void.self)
    parts.channel.write(IOData.byteBuffer(ByteBuffer(repeating: 0, count: 200_000)), promise: done)
    #expect(parts.pool.unwrittenBytes == 200_000)
    parts.channel.flush()
    #expect(parts.pool.unwrittenBytes == 0)
  }

  @Test func unreadAnswer_endsTheConnection() throws {
    let parts = try Parts()
    parts.channel.write(IOData.byteBuffer(ByteBuffer(repeating: 0, count: 200_000)), promise: nil)
    parts.wait(29)
    #expect(parts.isOpen)
    parts.wait(3)
    #expect(!parts.isOpen)
    #expect(parts.pool.unwrittenBytes == 0)
  }

  @Test func connections_leaveRoomUnderTheLimitOfOpenFiles() {
    #expect(OpenFiles.connections(under: 1024, wanted: 4096) == 768)
    #expect(OpenFiles.connections(under: 4096, wanted: 4096) == 3072)
    #expect(OpenFiles.connections(under: 1 << 20, wanted: 4096) == 4096)
    #expect(OpenFiles.connections(under: 200, wanted: 4096) == 72)
    #expect(OpenFiles.connections(under: 64, wanted: 4096) == 8)
  }
}
