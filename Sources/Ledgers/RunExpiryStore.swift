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

  /// Whether the run is what a committee has answered to a request for data.
  package func isAnswer(_ run: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM data_request_committees WHERE run_id = ?)"),
      arguments: [run]) ?? false
  }
}

extension Writer {
  /// Deletes the rows of a run because their time is over, and what was noted on them. That it was made stays.
  package func expireRun(_ id: Int64) throws {
    try letGo(id)
    try execute("UPDATE runs SET groups = '[]', expired_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.runs, id, .update)
  }

  /// Deletes a run as somebody has asked for. Its row stays for what refers to it, and is read by nobody.
  package func deleteRun(_ id: Int64) throws {
    try letGo(id)
    try execute(
      "UPDATE runs SET groups = '[]', rows_done = 0, rows_total = 0, expired_at = coalesce(expired_at, ?1), "
        + "deleted_at = ?1 WHERE id = ?2", [now.description, id])
    try recordChange(.runs, id, .delete)
  }

  /// What was noted stays for those rows that the next run still has and that nobody has noted anything on since: a tick
  /// outlives the list on which it was made. When the last run that looks it up goes, it goes as well.
  private func letGo(_ id: Int64) throws {
    guard let run = try Row.fetchOne(db, sql: "SELECT ledger_id, as_of FROM runs WHERE id = ?", arguments: [id]) else {
      return
    }
    let (ledger, asOf): (Int64, String) = (run[0], run[1])
    let next = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM runs WHERE ledger_id = ?1 AND (as_of, id) > (?2, ?3) AND state = 'done' AND expired_at IS NULL
        ORDER BY as_of, id LIMIT 1
        """, arguments: [ledger, asOf, id])
    var staying: Set<UInt32> = []
    if let next { try read.runSubjects(next) { _, ids in staying.formUnion(ids) } }
    try execute("DELETE FROM run_chunks WHERE run_id = ?", [id])
    let before = try Row.fetchOne(
      db,
      sql: """
        SELECT as_of, id FROM runs WHERE ledger_id = ?1 AND (as_of, id) < (?2, ?3) AND state = 'done' AND expired_at IS NULL
        ORDER BY as_of DESC, id DESC LIMIT 1
        """, arguments: [ledger, asOf, id])
    let (day, last): (String, Int64) = (before?[0] ?? "", before?[1] ?? 0)
    // Of runs that have gone before, those whose marks were looked up through this one first are asked the same again.
    try execute(
      """
      DELETE FROM run_marks WHERE run_id IN (
        SELECT r.id FROM runs r WHERE r.ledger_id = ? AND (r.as_of, r.id) <= (?, ?) AND (r.as_of, r.id) > (?, ?))
        AND subject_id NOT IN (SELECT value FROM json_each(?))
      """, [ledger, asOf, id, day, last, Reader.list(staying.sorted())])
    try execute(
      """
      DELETE FROM sealed_texts WHERE subject = 'runs' AND subject_id IN (
        SELECT r.id FROM runs r WHERE r.ledger_id = ? AND (r.as_of, r.id) <= (?, ?) AND (r.as_of, r.id) > (?, ?))
        AND field NOT IN (
          SELECT m.subject_id || '/' || m.note FROM run_marks m WHERE m.run_id = sealed_texts.subject_id)
      """, [ledger, asOf, id, day, last])
  }
}
