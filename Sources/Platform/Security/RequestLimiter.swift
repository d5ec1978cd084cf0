import Kernel
import Synchronization

/// A token bucket for each caller: a burst, then a steady rate.
///
/// Kept as one number a caller, the moment at which the bucket is full again (the generic cell rate algorithm).
package final class RequestLimiter: Sendable {
  private let microsecondsEach: Int64
  private let burst: Int64
  private let clock: WallClock
  private let full = Mutex<[Int64: Int64]>([:])

  /// - Parameter perSecond: nil or 0 switches the limit off.
  package init(perSecond: Int?, burst: Int, clock: WallClock) {
    microsecondsEach = perSecond.map { $0 > 0 ? max(1, 1_000_000 / Int64($0)) : 0 } ?? 0
    self.burst = Int64(max(1, burst))
    self.clock = clock
  }

  /// Counts one request. The operator at the console is never limited.
  ///
  /// - Throws: `tooMuch` (`too_many_requests`) with the seconds to wait.
  package func admit(_ caller: Caller) throws(Problem) {
    guard microsecondsEach > 0, let id = caller.id else { return }
    let now = clock.now().milliseconds * 1000
    let wait: Int64 = full.withLock { full in
      // Emptier than empty is from before the clock was set back, and must shut nobody out until it is later again.
      let held = full[id].flatMap { $0 > now + burst * microsecondsEach ? nil : $0 } ?? now
      let next = max(held, now) + microsecondsEach
      let excess = next - now - burst * microsecondsEach
      if excess <= 0 { full[id] = next }
      return excess
    }
    guard wait <= 0 else {
      throw Problem(
        .tooMuch, "too_many_requests", "请求过于频繁，请稍后再试。", retryAfter: max(1, Int((wait + 999_999) / 1_000_000)))
    }
  }
}
