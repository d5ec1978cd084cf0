/// How long a name is locked after wrong passwords: every fifth in a row locks, first for 15 minutes, then twice as
/// long each time, up to a day. A right password in between starts anew.
package enum LockOut {
  package static let failuresBetweenLocks = 5
  private static let first = 15 * 60
  private static let longest = 24 * 3600

  /// Seconds to lock for after the `failures`-th wrong password; nil when that one does not lock.
  package static func seconds(afterFailure failures: Int) -> Int? {
    guard failures > 0, failures.isMultiple(of: failuresBetweenLocks) else { return nil }
    let doublings = min(failures / failuresBetweenLocks - 1, 10)
    return min(first << doublings, longest)
  }
}
