import GRDB
import Identity
import Kernel

/// Functions that SQL calls back for, so that a rule stands in Domain alone.
enum SQLFunctions {
  static func register(_ db: Database, _ clock: WallClock) {
    db.add(function: currentMinute(clock))
    db.add(
      function: DatabaseFunction("mask_name", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(Masking.name)
      })
  }

  /// The minute that has begun, as columns hold moments: what fell due before it is overdue, as in the index.
  private static func currentMinute(_ clock: WallClock) -> DatabaseFunction {
    DatabaseFunction("current_minute", argumentCount: 0) { _ in
      let now = clock.now().milliseconds
      return Instant(milliseconds: now - now % 60_000).description
    }
  }
}
