/// How long wrong passwords lock.
///
/// A place (`LogInSource`) is locked by every fifth in a row from there, first for 15 minutes, then twice as long each time, up
/// to a day: whoever guesses is slowed, and nobody else. Against guessing from many places at once, every fiftieth from places
/// that are not known locks the name for all such places, for an hour at most.
package enum LockOut {
  package static let failuresBetweenLocks = 5
  package static let strangersBetweenLocks = 50
  private static let first = 15 * 60
  private static let longest = 24 * 3600
  private static let longestForStrangers = 3600

  /// Seconds to lock a place for after its `failures`-th wrong password; nil when that one does not lock.
  package static func seconds(afterFailure failures: Int) -> Int? {
    seconds(failures, each: failuresBetweenLocks, longest: longest)
  }

  /// Seconds to lock a name for all places that are not known.
  package static func seconds(afterStrangers failures: Int) -> Int? {
    seconds(failures, each: strangersBetweenLocks, longest: longestForStrangers)
  }

  private static func seconds(_ failures: Int, each: Int, longest: Int) -> Int? {
    guard failures > 0, failures.isMultiple(of: each) else { return nil }
    return min(first << min(failures / each - 1, 10), longest)
  }
}
