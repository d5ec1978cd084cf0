import Domain
import GRDB

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
}

extension Writer {
  /// Deletes the rows of a run and what was noted on them. That it was made stays.
  package func expireRun(_ id: Int64) throws {
    try execute("DELETE FROM run_chunks WHERE run_id = ?", [id])
    try execute("DELETE FROM run_marks WHERE run_id = ?", [id])
    try unseal(of: .runs, id)
    try execute("UPDATE runs SET groups = '[]', expired_at = ? WHERE id = ?", [now.description, id])
    try touch(.runs, id, .update)
  }
}
