import Foundation

/// What time it is. Everything that asks for the time is handed one, so that tests can hold it still.
package struct WallClock: Sendable {
  package let now: @Sendable () -> Instant

  package init(now: @escaping @Sendable () -> Instant) { self.now = now }

  /// Today in Asia/Shanghai.
  package var today: Day { now().day }

  package static let system = WallClock {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
