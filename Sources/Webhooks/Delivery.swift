import Kernel

/// One call to another system, which may take several attempts.
package struct DeliveryRow: Sendable, Equatable, Codable {
  package enum State: String, Sendable, CaseIterable, Codable { case pending, delivered, failed }

  package let id: Int64
  /// The same at every attempt, so that whoever is called knows a repetition.
  package let uid: String
  package let event: String
  package let state: State
  package let attempts: Int
  package let madeAt: String
  /// When it is tried next; of no meaning once it has ended.
  package let nextAt: String
  package let lastAt: String?
  /// The status of the last answer; nil where there was none.
  package let lastStatus: Int?
  /// Why the last attempt failed: `timeout`, `unreachable`, `status`, `inactive`, `address_refused`.
  package let lastError: String?
  package let endedAt: String?
}

/// How long to wait between attempts: 2 seconds, then twice as long each time, three hours at most; no more after a day, but
/// eight times at least, for what has waited while this server was off.
package enum DeliveryPace {
  private static let first = 2
  private static let longest = 3 * 3600
  private static let patience = 24 * 3600
  private static let least = 8

  /// When to try again after the failure of an attempt; nil to give up.
  ///
  /// - Parameters:
  ///   - attempts: how many there have been, 1 or more.
  ///   - madeAt: since when it has been waiting.
  package static func next(attempts: Int, madeAt: Instant, now: Instant) -> Instant? {
    guard now < madeAt.adding(seconds: patience) || attempts < least else { return nil }
    return now.adding(seconds: min(longest, first << min(max(attempts, 1) - 1, 20)))
  }
}
