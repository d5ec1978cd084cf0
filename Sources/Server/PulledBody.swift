import NIOCore

/// A body whose pieces are made when they are asked for. To be sent once.
package struct PulledBody: AsyncSequence, Sendable {
  package typealias Element = ByteBuffer
  package typealias Failure = any Error

  /// The next piece; nil at the end.
  package let next: @Sendable () async throws -> [UInt8]?

  package init(next: @escaping @Sendable () async throws -> [UInt8]?) {
    self.next = next
  }

  package func makeAsyncIterator() -> Iterator { Iterator(pull: next) }

  package struct Iterator: AsyncIteratorProtocol {
    let pull: @Sendable () async throws -> [UInt8]?

    package mutating func next() async throws -> ByteBuffer? { try await pull().map { ByteBuffer(bytes: $0) } }
  }
}
