import Kernel
import Synchronization

/// A clock that stands still at 2026-11-21T09:00:00+08:00, a Saturday, until a test moves it.
package final class TestClock: Sendable {
  package static let start = Instant(milliseconds: 1_795_222_800_000)

  private let held = Mutex(start)

  package init() {}

  package var now: Instant { held.withLock { $0 } }
  package var clock: WallClock { WallClock { [self] in now } }

  package func advance(seconds: Int) { held.withLock { $0 = $0.adding(seconds: seconds) } }
}
