import Kernel
import Synchronization

/// Wrong passwords for names that nobody bears. They lock like real ones, by place and for all places, so that a lock-out does
/// not tell which names exist.
package final class StrangerLocks: Sendable {
  private struct Key: Hashable {
    let name: String
    /// nil: all places together.
    let source: String?
  }

  private struct Entry {
    var failures = 0
    var lockedUntil: Instant?
    var last: Instant
  }

  private static let most = 20_000
  private let entries = Mutex<[Key: Entry]>([:])

  package func lockedUntil(_ name: String, from source: String) -> Instant? {
    entries.withLock { Self.lock($0, name, source) }
  }

  package enum Outcome: Equatable {
    case alreadyLocked(until: Instant)
    case counted(locks: Bool)
  }

  /// Counts a wrong password, unless the name is locked for the place.
  package func fail(_ name: String, from source: String, at now: Instant) -> Outcome {
    entries.withLock { entries in
      if entries.count >= Self.most { Self.forgetOldest(&entries) }
      if let end = Self.lock(entries, name, source), now < end { return .alreadyLocked(until: end) }
      let place = Self.count(Key(name: name, source: source), now, &entries, LockOut.seconds(afterFailure:))
      let whole = Self.count(Key(name: name, source: nil), now, &entries, LockOut.seconds(afterStrangers:))
      return .counted(locks: place || whole)
    }
  }

  private static func lock(_ entries: [Key: Entry], _ name: String, _ source: String) -> Instant? {
    [Key(name: name, source: source), Key(name: name, source: nil)].compactMap { entries[$0]?.lockedUntil }.max()
  }

  /// - Returns: whether this one locks.
  private static func count(
    _ key: Key, _ now: Instant, _ entries: inout [Key: Entry], _ seconds: (Int) -> Int?
  ) -> Bool {
    var entry = entries[key] ?? Entry(last: now)
    entry.failures += 1
    entry.last = now
    let lock = seconds(entry.failures).map { now.adding(seconds: $0) }
    entry.lockedUntil = lock ?? entry.lockedUntil
    entries[key] = entry
    return lock != nil
  }

  /// The older half goes at once, so that this is seldom.
  private static func forgetOldest(_ entries: inout [Key: Entry]) {
    let times = entries.values.map(\.last).sorted()
    let middle = times[times.count / 2]
    entries = entries.filter { $0.value.last > middle }
  }
}
