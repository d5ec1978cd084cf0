import Domain
import Synchronization

/// Wrong passwords for names that nobody bears. They lock like real ones, so that a lock-out does not tell which
/// names exist.
final class StrangerLocks: Sendable {
  private struct Entry {
    var failures = 0
    var lockedUntil: Instant?
    var last: Instant
  }

  private static let most = 10_000
  private let entries = Mutex<[String: Entry]>([:])

  func lockedUntil(_ name: String) -> Instant? { entries.withLock { $0[name]?.lockedUntil } }

  enum Outcome: Equatable {
    case alreadyLocked(until: Instant)
    case counted(locks: Bool)
  }

  /// Counts a wrong password, unless the name is locked.
  func fail(_ name: String, at now: Instant) -> Outcome {
    entries.withLock { entries in
      if entries.count >= Self.most, entries[name] == nil { Self.forgetOldest(&entries) }
      var entry = entries[name] ?? Entry(last: now)
      if let end = entry.lockedUntil, now < end { return .alreadyLocked(until: end) }
      entry.failures += 1
      entry.last = now
      let lock = LockOut.seconds(afterFailure: entry.failures).map { now.adding(seconds: $0) }
      entry.lockedUntil = lock
      entries[name] = entry
      return .counted(locks: lock != nil)
    }
  }

  /// The older half goes at once, so that this is seldom.
  private static func forgetOldest(_ entries: inout [String: Entry]) {
    let times = entries.values.map(\.last).sorted()
    let middle = times[times.count / 2]
    entries = entries.filter { $0.value.last > middle }
  }
}
