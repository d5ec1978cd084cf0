import Kernel
import NIOCore

/// Why a connection is given up.
package enum ConnectionFault: Error {
  /// The body of a request comes too slowly.
  case tooSlow
}

/// Bounds one connection in bytes and in time, below the HTTP parser.
///
/// It hands one request at a time to the parser and the next only when the answer has gone into the socket: whoever sends
/// without reading is held up by TCP itself. Who sends headers or a body too slowly, does not take an answer, or says nothing,
/// is cut off. One for each connection; everything happens on its event loop.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer
  typealias OutboundIn = IOData
  typealias OutboundOut = IOData

  private enum Phase: Equatable {
    /// Between two requests.
    case idle
    case head
    /// How many bytes are to come; nil where the body says it itself (chunked).
    case body(left: Int?)
    /// The request is whole; its answer is not yet written.
    case answering
    /// What comes is dropped.
    case closing
  }

  private let limits: ConnectionLimits
  private let pool: ConnectionPool
  private var context: ChannelHandlerContext?
  private var phase = Phase.idle
  private var since = NIODeadline.uptimeNanoseconds(0)
  private var ticks: Scheduled<Void>?

  private var held = ByteBuffer()
  private var scanner = HeadScanner()
  private var headBytes = 0
  private var bodyBytes = 0
  /// How long the body has been waited for, without the time in which nobody here wanted more of it.
  private var bodyWait = TimeAmount.zero
  /// Somebody above asked for more while bytes were held.
  private var isReadOwed = false
  /// The socket has been asked for more.
  private var isReading = false
  private var isInputClosed = false

  private var unwritten = 0
  /// Nothing more will be written.
  private var isEnding = false
  private var lastProgress = NIODeadline.uptimeNanoseconds(0)

  init(limits: ConnectionLimits, pool: ConnectionPool) {
    (self.limits, self.pool) = (limits, pool)
  }

  private var patience: ConnectionLimits.Patience { pool.isUnderPressure ? limits.pressed : limits.usual }

  /// The event loop's time, which tests move on by hand.
  private var now: NIODeadline { context?.eventLoop.now ?? .now() }

  private func enter(_ next: Phase) {
    (phase, since) = (next, now)
  }
}

// What the rules of HTTP (`HTTP1Rules`) tell, after the parser.
extension ConnectionGuard {
  /// The headers of a request are whole.
  ///
  /// - Parameter length: of the body; nil for one in chunks.
  func requestBegan(length: Int?) {
    (bodyBytes, bodyWait) = (0, .zero)
    enter(.body(left: length))
  }

  func requestEnded() {
    if phase != .closing { enter(.answering) }
  }

  /// The answer is in the socket.
  func answered(closing: Bool) {
    guard phase != .closing else { return }
    if closing { return beginClosing() }
    enter(.idle)
    feed()
  }

  /// Nothing that comes from now on can be understood.
  func failed() { if phase != .closing { enter(.answering) } }

  /// No more is sent; what still comes is dropped for a while, or the other side might never see the last answer.
  private func beginClosing() {
    guard let context, phase != .closing else { return }
    enter(.closing)
    held = ByteBuffer()
    context.close(mode: .output, promise: nil)
    if isInputClosed { context.close(promise: nil) } else { ask(context) }
  }
}

// In.
extension ConnectionGuard {
  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = unwrapInboundIn(data)
    isReading = false
    guard phase != .closing else { return }
    if held.readableBytes == 0 { held = bytes } else { held.writeBuffer(&bytes) }
    feed(isInRead: true)
    if held.readableBytes > limits.heldBytes { context.close(promise: nil) }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    if phase == .closing { ask(context) }
  }

  func read(context: ChannelHandlerContext) {
    guard held.readableBytes == 0 || phase == .closing else {
      isReadOwed = true
      return
    }
    ask(context)
  }

  private func ask(_ context: ChannelHandlerContext) {
    isReading = true
    context.read()
  }

  /// Hands on what may be handed on now.
  ///
  /// - Parameter isInRead: whether the event loop will say by itself that it was all for now.
  private func feed(isInRead: Bool = false) {
    guard let context else { return }
    var hasFed = false
    while held.readableBytes > 0, let bytes = next() {
      hasFed = true
      context.fireChannelRead(wrapInboundOut(bytes))
    }
    if hasFed, !isInRead { context.fireChannelReadComplete() }
    guard held.readableBytes == 0 else { return }
    // A slice keeps the whole buffer alive.
    held = ByteBuffer()
    if isInputClosed, hasFed, !isInRead { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
    if isReadOwed {
      isReadOwed = false
      ask(context)
    }
  }

  /// The next bytes for the parser; nil while it is to have none.
  private func next() -> ByteBuffer? {
    switch phase {
    case .answering, .closing: return nil
    case .idle:
      (scanner, headBytes) = (HeadScanner(), 0)
      enter(.head)
      return next()
    case .head:
      let length = scanner.end(in: held.readableBytesView) ?? held.readableBytes
      headBytes += length
      guard headBytes <= limits.headBytes else {
        refuse(Problem(.invalid, "bad_http", "请求行和请求头合计不超过 \(limits.headBytes >> 10) KB。"))
        return nil
      }
      return held.readSlice(length: length)
    case .body(let left):
      // Chunks are handed on in small pieces: behind the last may be requests that are not to be looked at yet.
      let length = min(held.readableBytes, left ?? 4096)
      guard length > 0 else { return nil }
      bodyBytes += length
      if let left { phase = .body(left: left - length) }
      return held.readSlice(length: length)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event {
      isInputClosed = true
      if phase == .closing { context.close(promise: nil) }
      // Requests that came before it are answered first.
      if held.readableBytes > 0 { return }
    }
    context.fireUserInboundEventTriggered(event)
  }

  /// Answers before there is a request, and closes.
  private func refuse(_ problem: Problem) {
    guard let context else { return }
    enter(.answering)
    let reply = ProblemReply.reply(problem)
    var bytes = ByteBuffer(
      string: """
        HTTP/1.1 \(reply.status.code) \(reply.status.reasonPhrase)\r
        Content-Type: application/problem+json; charset=utf-8\r
        Content-Length: \(reply.body.count)\r
        Connection: close\r
        \r

        """)
    bytes.writeBytes(reply.body)
    send(bytes, nil, context)
    context.flush()
    closeWhenWritten()
  }
}

// Out.
extension ConnectionGuard {
  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .byteBuffer(var bytes) = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    while bytes.readableBytes > limits.pieceBytes, let piece = bytes.readSlice(length: limits.pieceBytes) {
      send(piece, nil, context)
    }
    send(bytes, promise, context)
  }

  private func send(_ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
    let count = bytes.readableBytes
    if unwritten == 0 { lastProgress = now }
    unwritten += count
    pool.willWrite(count)
    let done = promise ?? context.eventLoop.makePromise(of: Void.self)
    done.futureResult.assumeIsolated().whenComplete { [self] _ in settle(count) }
    context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: done)
  }

  /// So many bytes are in the socket, or lost with it.
  private func settle(_ bytes: Int) {
    let bytes = min(bytes, unwritten)
    unwritten -= bytes
    pool.hasWritten(bytes)
    lastProgress = now
    if isEnding, unwritten == 0 { beginClosing() }
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    guard mode == .output, phase != .closing else { return context.close(mode: mode, promise: promise) }
    promise?.succeed(())
    closeWhenWritten()
  }

  /// A side that sends no more still reads, and the channel would not wait for it.
  private func closeWhenWritten() {
    isEnding = true
    if unwritten == 0 { beginClosing() }
  }
}

// Time.
extension ConnectionGuard {
  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    since = now
    schedule(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    ticks?.cancel()
    (ticks, self.context) = (nil, nil)
    held = ByteBuffer()
    settle(unwritten)
  }

  func channelInactive(context: ChannelHandlerContext) {
    ticks?.cancel()
    ticks = nil
    context.fireChannelInactive()
  }

  private func schedule(_ context: ChannelHandlerContext) {
    ticks = context.eventLoop.assumeIsolated().scheduleTask(in: limits.tick) { [self] in tick() }
  }

  private func tick() {
    guard let context, context.channel.isActive || phase == .idle else { return }
    check(context)
    if self.context != nil { schedule(context) }
  }

  private func check(_ context: ChannelHandlerContext) {
    let (now, patience) = (now, patience)
    if unwritten > 0, phase != .closing, now - lastProgress > patience.write { return context.close(promise: nil) }
    switch phase {
    case .idle where now - since > patience.idle: context.close(promise: nil)
    case .head where now - since > patience.head:
      refuse(Problem(.tooMuch, "request_timeout", "请求来得太慢，连接已关闭。"))
    case .body:
      if isReading { bodyWait = bodyWait + limits.tick }
      let allowed = patience.bodyGrace + .milliseconds(Int64(bodyBytes / patience.bodyBytesPerSecond) * 1000)
      guard bodyWait > allowed || bodyWait > limits.bodyTotal else { return }
      // Whoever reads the body answers.
      enter(.answering)
      context.fireErrorCaught(ConnectionFault.tooSlow)
    case .closing where now - since > patience.linger: context.close(promise: nil)
    default: break
    }
  }
}
