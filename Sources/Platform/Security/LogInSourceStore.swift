import GRDB
import Kernel
import Storage

extension Reader {
  /// What is known of a place that a caller's password is tried from.
  package func logInSource(_ name: String, callerID: Int64) throws -> LogInSource {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT failures, locked_until, succeeded_at FROM login_sources WHERE caller_id = ? AND source = ?"),
      arguments: [callerID, name])
    guard let row else { return LogInSource(name: name) }
    return try LogInSource(
      name: name, failures: row.value(0), lockedUntil: (row.value(1) as String?).flatMap { Instant($0) },
      succeededAt: (row.value(2) as String?).flatMap { Instant($0) })
  }

  /// The latest moment until which one of a caller's places is locked; nil when none is.
  package func lockedPlaces(of callerID: Int64) throws -> Instant? {
    try String.fetchOne(
      db, sql: "SELECT max(locked_until) FROM login_sources WHERE caller_id = ?", arguments: [callerID]
    ).flatMap { Instant($0) }
  }
}

extension Writer {
  /// The most places that are kept of one caller; of strangers' the oldest go.
  private static let mostSources = 200

  package func keepLogInSource(_ source: LogInSource, callerID: Int64) throws {
    try execute(
      """
      INSERT INTO login_sources (caller_id, source, failures, locked_until, last_at, succeeded_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (caller_id, source) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until,
        last_at = excluded.last_at, succeeded_at = excluded.succeeded_at
      """,
      [
        callerID, source.name, source.failures, source.lockedUntil?.description, now.description,
        source.succeededAt?.description,
      ])
    try execute(
      """
      DELETE FROM login_sources WHERE caller_id = ? AND source IN (
        SELECT source FROM login_sources WHERE caller_id = ?
        ORDER BY succeeded_at IS NULL, last_at DESC LIMIT -1 OFFSET ?)
      """, [callerID, callerID, Self.mostSources])
  }

  /// Ends all locks of a caller. Known places stay known.
  package func unlockLogInSources(of callerID: Int64) throws {
    try execute("UPDATE login_sources SET failures = 0, locked_until = NULL WHERE caller_id = ?", [callerID])
  }
}
