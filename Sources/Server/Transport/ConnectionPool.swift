import HummingbirdCore
import Synchronization

/// All connections together: how many there are, and what is on its way out of them.
package final class ConnectionPool: Sendable {
  /// The most connections at once; more wait in the kernel's queue.
  package let capacity: Int
  /// Bytes of answers that are made and not yet taken: above this, who does not read is cut off sooner.
  package let unwrittenLimit: Int
  private let open = Atomic<Int>(0)
  private let unwritten = Atomic<Int>(0)

  package init(capacity: Int, unwrittenLimit: Int = 128 << 20) {
    (self.capacity, self.unwrittenLimit) = (capacity, unwrittenLimit)
  }

  package var openConnections: Int { open.load(ordering: .relaxed) }
  package var unwrittenBytes: Int { unwritten.load(ordering: .relaxed) }

  /// When places or memory become scarce, patience does as well.
  package var isUnderPressure: Bool { openConnections * 4 > capacity * 3 || unwrittenBytes > unwrittenLimit }

  func opened() { open.add(1, ordering: .relaxed) }
  package func closed() { open.subtract(1, ordering: .relaxed) }
  func willWrite(_ bytes: Int) { unwritten.add(bytes, ordering: .relaxed) }
  func hasWritten(_ bytes: Int) { unwritten.subtract(bytes, ordering: .relaxed) }
}

/// Stops the server from accepting more than the pool holds.
package struct ConnectionCap: AvailableConnectionsDelegate {
  private let pool: ConnectionPool

  package init(_ pool: ConnectionPool) { self.pool = pool }

  package mutating func connectionOpened() { pool.opened() }
  package mutating func connectionClosed() { pool.closed() }
  package func isAcceptingNewConnections() -> Bool { pool.openConnections < pool.capacity }
}
