import Kernel
import Synchronization

/// At most so many within any stretch of so many seconds, for each key. Exact: it keeps the moments themselves.
package final class WindowLimiter<Key: Hashable & Sendable>: Sendable {
  private let limit: Int
  private let milliseconds: Int64
  private let moments = Mutex<[Key: [Int64]]>([:])
  /// When there are more keys than this, those whose moments are all over go.
  private let mostKeys = 10_000

  package init(limit: Int, seconds: Int) {
    self.limit = limit
    milliseconds = Int64(seconds) * 1000
  }

  /// Counts one and returns nil, or, where that would be too many, seconds to wait; what was turned away does not count.
  package func admit(_ key: Key, at now: Instant) -> Int? {
    let start = now.milliseconds - milliseconds
    return moments.withLock { moments in
      if moments.count >= mostKeys, moments[key] == nil {
        moments = moments.filter { $0.value.last.map { $0 > start } ?? false }
      }
      var held = moments.removeValue(forKey: key) ?? []
      // Moments a whole stretch ahead are from before the clock was set back.
      held.removeAll { $0 <= start || $0 > now.milliseconds + milliseconds }
      defer { moments[key] = held }
      guard held.count < limit else {
        let wait = (held.first ?? now.milliseconds) - start
        return max(1, Int((wait + 999) / 1000))
      }
      held.append(now.milliseconds)
      return nil
    }
  }

  /// Takes back what was counted at `moment`.
  package func forgive(_ key: Key, countedAt moment: Instant) {
    moments.withLock { moments in
      guard let index = moments[key]?.lastIndex(of: moment.milliseconds) else { return }
      moments[key]?.remove(at: index)
    }
  }
}
