import NIOCore
import NIOPosix

/// Bytes to and from a server, for what no client would send.
enum RawConnection {
  /// All that comes until the server closes.
  ///
  /// - Parameter isOpen: true keeps the sending side open: the server must end it by itself.
  static func exchange(port: Int, _ bytes: [UInt8], isOpen: Bool = false) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await outbound.write(ByteBuffer(bytes: bytes))
      if !isOpen { outbound.finish() }
      var text = ByteBuffer()
      do {
        for try await var part in inbound { text.writeBuffer(&part) }
      } catch is IOError {
        // Reset after the answer: what was sent beyond it was not wanted.
      }
      return String(buffer: text)
    }
  }

  static func exchange(port: Int, _ text: String, isOpen: Bool = false) async throws -> String {
    try await exchange(port: port, Array(text.utf8), isOpen: isOpen)
  }
}
