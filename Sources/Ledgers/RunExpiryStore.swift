import GRDB
import Kernel
import Storage

extension Reader {
  /// Finished runs whose rows were to be kept until a day before this one, and are still there.
  package func overdueRuns(on day: Day, limit: Int) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id FROM runs WHERE kept_until < ? AND kept_until IS NOT NULL AND expired_at IS NULL AND state = 'done'
          ORDER BY kept_until LIMIT ?
          """), arguments: [day.description, limit])
  }

  /// Runs that have ended without a result, expired or were deleted, and whose rows are still there.
  package func runsToClear() throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT r.id FROM runs r WHERE (r.expired_at IS NOT NULL OR r.state NOT IN ('making', 'done'))
          AND EXISTS (SELECT 1 FROM run_chunks c WHERE c.run_id = r.id) ORDER BY r.id
        """)
  }

  /// Whether the run is what a committee has answered to a request for data.
  package func isAnswer(_ run: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM data_request_committees WHERE run_id = ?)"),
      arguments: [run]) ?? false
  }
}

extension Writer {
  /// Ends a run because its time is over, with what was noted on its rows; `clearRunRows` follows. That it was made stays.
  package func expireRun(_ id: Int64) throws {
    try letGo(id)
    try execute("UPDATE runs SET groups = '[]', expired_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.runs, id, .update)
  }

  /// Deletes a run as somebody has asked for; `clearRunRows` follows. Its row stays for what refers to it, and is read by nobody.
  package func deleteRun(_ id: Int64) throws {
    try letGo(id)
    try execute(
      "UPDATE runs SET groups = '[]', rows_done = 0, rows_total = 0, expired_at = coalesce(expired_at, ?1), "
        + "deleted_at = ?1 WHERE id = ?2", [now.description, id])
    try recordChange(.runs, id, .delete)
  }

  /// What was noted stays for those rows that the next run still has and that nobody has noted anything on since: a tick
  /// outlives the list on which it was made. When the last run that looks it up goes, it goes as well.
  ///
  /// The rows themselves go by `clearRunRows`, some at a time.
  private func letGo(_ id: Int64) throws {
    guard let run = try Row.fetchOne(db, sql: "SELECT ledger_id, as_of FROM runs WHERE id = ?", arguments: [id]) else {
      return
    }
    let (ledger, asOf): (Int64, String) = try (run.value(0), run.value(1))
    let before = try Row.fetchOne(
      db,
      sql: """
        SELECT as_of, id FROM runs WHERE ledger_id = ?1 AND (as_of, id) < (?2, ?3) AND state = 'done' AND expired_at IS NULL
        ORDER BY as_of DESC, id DESC LIMIT 1
        """, arguments: [ledger, asOf, id])
    // Of runs that have gone before, those whose marks were looked up through this one first are asked the same again.
    let span: StatementArguments = [
      ledger, asOf, id, try before?.value(0) as String? ?? "", try before?.value(1) as Int64? ?? 0,
    ]
    try execute(
      """
      DELETE FROM run_marks WHERE run_id IN (\(Self.runsOfSpan)) AND subject_id IN (SELECT value FROM json_each(?))
      """, span + [Reader.list(try markedNoMore([ledger, asOf, id], span))])
    try execute(
      """
      DELETE FROM sealed_texts WHERE subject = 'runs' AND subject_id IN (\(Self.runsOfSpan))
        AND field NOT IN (
          SELECT m.subject_id || '/' || m.note FROM run_marks m WHERE m.run_id = sealed_texts.subject_id)
      """, span)
  }

  private static let runsOfSpan = """
    SELECT r.id FROM runs r WHERE r.ledger_id = ? AND (r.as_of, r.id) <= (?, ?) AND (r.as_of, r.id) > (?, ?)
    """

  /// Whoever is marked in the runs of a span and is not in the run after it.
  private func markedNoMore(_ run: StatementArguments, _ span: StatementArguments) throws -> [UInt32] {
    var gone = Set(
      try UInt32.fetchAll(
        db, sql: "SELECT DISTINCT subject_id FROM run_marks WHERE run_id IN (\(Self.runsOfSpan))",
        arguments: span))
    guard !gone.isEmpty else { return [] }
    let next = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM runs WHERE ledger_id = ?1 AND (as_of, id) > (?2, ?3) AND state = 'done' AND expired_at IS NULL
        ORDER BY as_of, id LIMIT 1
        """, arguments: run)
    if let next { try read.runSubjects(next) { _, ids in gone.subtract(ids) } }
    return gone.sorted()
  }

  /// Deletes some of the rows that runs which have ended still have.
  ///
  /// - Returns: whether there are more.
  package func clearRunRows(_ run: Int64, chunks: Int) throws -> Bool {
    try execute(
      """
      DELETE FROM run_chunks WHERE run_id = ?1 AND n <= (
        SELECT max(n) FROM (SELECT n FROM run_chunks WHERE run_id = ?1 ORDER BY n LIMIT ?2))
      """, [run, chunks])
    return db.changesCount == chunks
  }
}
