import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// How the server speaks HTTP/1 on a connection: Hummingbird's channel, with our bounds below it and our rules in it.
package struct ServerConnection: HTTPChannelHandler {
  package typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

  package let responder: HTTPChannelHandler.Responder
  private let limits: ConnectionLimits
  private let pool: ConnectionPool
  private let isSecure: Bool

  /// - Parameter isSecure: whether TLS ends below.
  package static func builder(
    limits: ConnectionLimits = ConnectionLimits(), pool: ConnectionPool, isSecure: Bool
  ) -> HTTPServerBuilder {
    HTTPServerBuilder { responder in
      ServerConnection(responder: responder, limits: limits, pool: pool, isSecure: isSecure)
    }
  }

  package func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      try setOptions(channel)
      let pipeline = channel.pipeline.syncOperations
      let gate = ConnectionGuard(limits: limits, pool: pool)
      try pipeline.addHandler(gate)
      var encoder = HTTPResponseEncoder.Configuration()
      encoder.automaticallySetFramingHeaders = false
      var decoder = NIOHTTPDecoderLimitConfiguration()
      decoder.maxHeaderFieldSize = limits.headBytes
      decoder.maxHeaderListSize = limits.headBytes
      decoder.maxHeaderFieldCount = limits.headFields
      try pipeline.configureHTTPServerPipeline(
        withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
        withEncoderConfiguration: encoder, withDecoderLimitConfiguration: decoder)
      try pipeline.addHandler(HTTP1Rules(gate))
      try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: isSecure))
      try pipeline.addHandler(RefusalsAsProblems())
      // Ends connections when the server stops; time is the guard's business.
      try pipeline.addHandler(HTTPConnectionStateHandler(idleTimeout: nil, logger: logger))
      return try NIOAsyncChannel(
        wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
    }
  }

  private func setOptions(_ channel: any Channel) throws {
    guard let options = channel.syncOptions else { return }
    try options.setOption(.maxMessagesPerRead, value: 1)
    try options.setOption(
      .recvAllocator,
      value: AdaptiveRecvByteBufferAllocator(minimum: 1024, initial: 2048, maximum: limits.readBytes))
    try options.setOption(.socketOption(.so_sndbuf), value: .init(limits.sendBufferBytes))
  }

  package func handle(value: Value, logger: Logger) async {
    await handleHTTP(asyncChannel: value, logger: logger)
  }
}
