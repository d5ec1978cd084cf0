import NIOCore

/// A body whose pieces are made when they are asked for. To be sent once.
struct PulledBody: AsyncSequence, Sendable {
  typealias Element = ByteBuffer
  typealias Failure = any Error

  /// The next piece; nil at the end.
  let next: @Sendable () async throws -> [UInt8]?

  func makeAsyncIterator() -> Iterator { Iterator(pull: next) }

  struct Iterator: AsyncIteratorProtocol {
    let pull: @Sendable () async throws -> [UInt8]?

    mutating func next() async throws -> ByteBuffer? { try await pull().map { ByteBuffer(bytes: $0) } }
  }
}
