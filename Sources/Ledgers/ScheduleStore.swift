import GRDB
import Kernel
import Platform
import Storage

extension Reader {
  /// A ledger's schedule; nil where it has none.
  package func schedule(ledger: Int64) throws -> ScheduleRow? {
    try Row.fetchOne(
      db.cachedStatement(sql: Self.scheduleColumns + " WHERE ledger_id = ?"), arguments: [ledger]
    ).flatMap(Self.schedule)
  }

  /// All schedules, by ledger, the newest first.
  package func schedules() throws -> [ScheduleRow] {
    try Row.fetchAll(db.cachedStatement(sql: Self.scheduleColumns + " ORDER BY ledger_id DESC")).compactMap(
      Self.schedule)
  }

  /// Those whose occasion has come, the longest due first.
  package func dueSchedules(at now: Instant) throws -> [ScheduleRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.scheduleColumns + " WHERE next_due_at <= ? ORDER BY next_due_at"),
      arguments: [now.description]
    ).compactMap(Self.schedule)
  }

  /// Those whose occasion comes after this moment.
  package func schedules(after moment: Instant) throws -> [ScheduleRow] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.scheduleColumns + " WHERE next_due_at > ?"), arguments: [moment.description]
    ).compactMap(Self.schedule)
  }

  /// Which rows a ledger's schedule went through at its last run; nil where it never ran.
  package func goneThrough(ledger: Int64) throws -> Set<UInt32>? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT subjects FROM ledger_reminded WHERE ledger_id = ?"), arguments: [ledger]
    ).map { try Set(SubjectList.read($0.value(0))) }
  }

  private static let scheduleColumns = """
    SELECT id, ledger_id, kind, minute, weekday, day, month, days, field, existing, next_due_at, last_run_at,
      last_run_id, problem, version, updated_at FROM schedules
    """

  private static func schedule(_ row: Row) throws -> ScheduleRow? {
    guard let kind = try ScheduleRule.Kind(rawValue: row.value(2)),
      let rule = try? ScheduleRule(
        kind, minute: row.value(3), weekday: row.value(4), day: row.value(5), month: row.value(6), days: row.value(7),
        field: row.value(8))
    else { return nil }
    return try ScheduleRow(
      id: row.value(0), ledger: row.value(1), rule: rule, remindsOfExisting: row.value(9), nextDueAt: row.instant(10),
      lastRunAt: (row.value(11) as String?).flatMap { Instant($0) }, lastRun: row.value(12), problem: row.value(13),
      version: row.value(14),
      updatedAt: row.value(15))
  }
}

extension Writer {
  /// Gives a ledger a schedule. Its version goes on from that of the one before, which the address is the same as: an old
  /// If-Match never fits a new schedule.
  package func insertSchedule(
    ledger: Int64, _ rule: ScheduleRule, existing: Bool, nextDueAt: Instant, by caller: Caller
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO schedules (ledger_id, kind, minute, weekday, day, month, days, field, existing, next_due_at, made_by,
        updated_at, version)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
        (SELECT last_schedule_version + 1 FROM ledgers WHERE id = ?1))
      """,
      [
        ledger, rule.kind.rawValue, rule.minute, rule.weekday, rule.day, rule.month, rule.days, rule.field, existing,
        nextDueAt.description, caller.name, now.description,
      ])
    try recordChange(.schedules, id, .create)
    return id
  }

  /// Another rule for it; what it ran before, and so what is new to it, stays.
  ///
  /// - Throws: `not_found`, `version_conflict`.
  package func updateSchedule(
    _ id: Int64, _ rule: ScheduleRule, existing: Bool, nextDueAt: Instant, version: Int64?
  ) throws -> [AuditEntry.Change] {
    var row = RowPatch(table: "schedules", kind: .schedules, id: id)
    row.columns = [
      ("kind", rule.kind.rawValue), ("minute", rule.minute), ("weekday", rule.weekday), ("day", rule.day),
      ("month", rule.month), ("days", rule.days), ("field", rule.field), ("existing", existing),
      ("next_due_at", nextDueAt.description), ("problem", nil),
    ]
    return try row.apply(self, version: version)
  }

  /// Keeps which rows a ledger's schedule has gone through.
  package func putGoneThrough(ledger: Int64, _ subjects: Set<UInt32>) throws {
    try execute(
      "INSERT OR REPLACE INTO ledger_reminded (ledger_id, subjects, at) VALUES (?, ?, ?)",
      [ledger, SubjectList.write(subjects.sorted()), now.description])
  }

  package func removeSchedule(_ id: Int64) throws {
    try execute("DELETE FROM schedules WHERE id = ?", [id])
    try recordChange(.schedules, id, .delete)
  }

  /// Moves a schedule to its next occasion.
  ///
  /// - Parameters:
  ///   - run: what it has made; nil where the occasion failed, by `problem`.
  /// - Returns: false, and nothing is written, when somebody else was here or the rule is another by now.
  package func advanceSchedule(_ row: ScheduleRow, to next: Instant, run: Int64?, problem: String?) throws -> Bool {
    try execute(
      """
      UPDATE schedules SET next_due_at = ?1, last_run_at = CASE WHEN ?2 IS NULL THEN last_run_at ELSE ?3 END,
        last_run_id = coalesce(?2, last_run_id), problem = ?4
      WHERE id = ?5 AND version = ?6 AND next_due_at = ?7
      """,
      [next.description, run, now.description, problem, row.id, row.version, row.nextDueAt.description])
    guard db.changesCount == 1 else { return false }
    try recordChange(.schedules, row.id, .update)
    return true
  }
}
