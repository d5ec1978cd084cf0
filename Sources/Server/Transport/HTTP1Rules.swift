import NIOCore
import NIOHTTP1

/// Sent down the pipeline by whoever wants the body of the request: `Expect: 100-continue` is answered then, and not before.
struct BodyIsWanted: Sendable {}

/// What HTTP/1 (RFC 9112) asks of a connection and the parser does not see to: which requests cannot be believed, how an
/// answer is framed for whom (HTTP/1.0, HEAD), when a connection ends, and `Expect: 100-continue`.
///
/// Between the parser and everything above; tells `ConnectionGuard` where a request begins and ends.
final class HTTP1Rules: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// The request under way.
  private struct Exchange {
    let isHead: Bool
    let isOld: Bool
    /// Whether the connection may go on after it.
    let keepsOpen: Bool
    var awaitsContinue: Bool
    var isWhole = false
  }

  private let gate: ConnectionGuard
  private var exchange: Exchange?
  private var closes = false
  /// What comes is not passed on any more.
  private var isDeaf = false
  /// What is written is not sent any more.
  private var isMute = false
  private var headDone: EventLoopFuture<Void>?

  init(_ gate: ConnectionGuard) { self.gate = gate }
}

// Requests.
extension HTTP1Rules {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isDeaf else { return }
    switch unwrapInboundIn(data) {
    case .head(var head):
      // Only behind a body in chunks can a request come before the last is answered. It may be asked again elsewhere.
      guard exchange == nil else {
        (isDeaf, closes) = (true, true)
        return
      }
      guard Self.isBelievable(head) else {
        errorCaught(context: context, error: HTTPParserError.unknown)
        return
      }
      begin(head)
      if exchange?.isOld == true { head.headers.remove(name: "expect") }
      context.fireChannelRead(wrapInboundOut(.head(head)))
    case .body:
      exchange?.awaitsContinue = false
      context.fireChannelRead(data)
    case .end:
      exchange?.isWhole = true
      exchange?.awaitsContinue = false
      gate.requestEnded()
      context.fireChannelRead(data)
    }
  }

  private func begin(_ head: HTTPRequestHead) {
    let isOld = head.version.minor < 1
    let hasChunks = head.headers.contains(name: "transfer-encoding")
    let length = hasChunks ? nil : head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
    // After these the parser takes what follows for another protocol.
    let leaves = head.method == .CONNECT || head.headers.contains(name: "upgrade")
    exchange = Exchange(
      isHead: head.method == .HEAD, isOld: isOld, keepsOpen: head.isKeepAlive && !leaves,
      awaitsContinue: !isOld && length != 0
        && head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" })
    gate.requestBegan(length: length)
  }

  /// RFC 9112 3.2 and 6.1: a request that two readers could read in two ways is not read at all.
  private static func isBelievable(_ head: HTTPRequestHead) -> Bool {
    let hosts = head.headers["host"].count
    guard head.version.minor < 1 ? hosts <= 1 : hosts == 1 else { return false }
    let codings = head.headers[canonicalForm: "transfer-encoding"]
    guard !codings.isEmpty else { return true }
    return codings.count == 1 && codings.first.map { $0.lowercased() } == "chunked" && head.version.minor >= 1
      && !head.headers.contains(name: "content-length")
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    (isDeaf, closes) = (true, true)
    gate.failed()
    context.fireErrorCaught(error)
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard event is BodyIsWanted else { return context.triggerUserOutboundEvent(event, promise: promise) }
    promise?.succeed(())
    guard exchange?.awaitsContinue == true, headDone == nil else { return }
    exchange?.awaitsContinue = false
    context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
  }
}

// Answers.
extension HTTP1Rules {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isMute else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(var head):
      frame(&head)
      let done = promise ?? context.eventLoop.makePromise(of: Void.self)
      headDone = done.futureResult
      context.write(wrapOutboundOut(.head(head)), promise: done)
    case .body:
      // A HEAD says what GET would, and sends nothing of it.
      if exchange?.isHead == true { return succeed(promise) }
      context.write(data, promise: promise)
    case .end:
      finish(context, data, promise)
    }
  }

  private func finish(_ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?) {
    let closes = closes || exchange == nil
    if closes { (isDeaf, isMute) = (true, true) }
    let done = promise ?? context.eventLoop.makePromise(of: Void.self)
    done.futureResult.assumeIsolated().whenComplete { [self] _ in
      exchange = nil
      gate.answered(closing: closes)
    }
    if exchange?.isHead == true, let headDone {
      // The encoder would end a body in chunks that never began.
      headDone.cascade(to: done)
    } else {
      context.write(data, promise: done)
    }
    headDone = nil
  }

  private func succeed(_ promise: EventLoopPromise<Void>?) {
    guard let promise else { return }
    if let headDone { headDone.cascade(to: promise) } else { promise.succeed(()) }
  }

  /// How the other side will know where the answer ends, and whether the connection goes on.
  private func frame(_ head: inout HTTPResponseHead) {
    let status = head.status.code
    let hasLength = head.headers.contains(name: "content-length")
    head.headers.remove(name: "transfer-encoding")
    if status < 200 || status == 204 || status == 304 {
      head.headers.remove(name: "content-length")
    } else if !hasLength, exchange?.isHead != true {
      if exchange?.isOld == true {
        closes = true
      } else {
        head.headers.add(name: "transfer-encoding", value: "chunked")
      }
    }
    // What is still to come of an unfinished request is not waited for: the client has its answer.
    if exchange.map({ !$0.keepsOpen || !$0.isWhole }) ?? true { closes = true }
    if head.headers[canonicalForm: "connection"].contains(where: { $0.lowercased() == "close" }) { closes = true }
    if closes {
      head.headers.replaceOrAdd(name: "connection", value: "close")
    } else if exchange?.isOld == true {
      head.headers.replaceOrAdd(name: "connection", value: "keep-alive")
    }
  }
}
