import Foundation
import GRDB
import Kernel
import Platform
import Storage

/// Some hundred frozen rows of a run.
package struct RunChunk: Sendable {
  package let n: Int
  /// As `FrozenRows` reads them.
  package let rows: [UInt8]
}

extension Reader {
  /// Nil also for one that somebody has deleted.
  package func run(_ id: Int64) throws -> RunRecord? {
    try Row.fetchOne(
      db.cachedStatement(sql: Self.runColumns + " WHERE r.id = ? AND r.deleted_at IS NULL"), arguments: [id]
    ).map(Self.run)
  }

  /// The runs of a ledger, the newest first.
  package func runs(ledger: Int64) throws -> [RunRecord] {
    try Row.fetchAll(
      db.cachedStatement(sql: Self.runColumns + " WHERE r.ledger_id = ? AND r.deleted_at IS NULL ORDER BY r.id DESC"),
      arguments: [ledger]
    ).map(Self.run)
  }

  /// The finished runs of a ledger whose rows are there, up to a day: the latest day first.
  package func liveRuns(ledger: Int64, upTo day: Day, limit: Int) throws -> [RunRecord] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: Self.runColumns + """
           WHERE r.ledger_id = ? AND r.as_of <= ? AND r.state = 'done' AND r.expired_at IS NULL
            AND r.deleted_at IS NULL ORDER BY r.as_of DESC, r.id DESC LIMIT ?
          """), arguments: [ledger, day.description, limit]
    ).map(Self.run)
  }

  /// Whether the rows of a run are there: it is finished, and neither expired nor deleted.
  package func hasRows(_ run: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT state = 'done' AND expired_at IS NULL AND deleted_at IS NULL FROM runs WHERE id = ?"),
      arguments: [run]) ?? false
  }

  /// Chunks from the one numbered `n` on, of those that have rows in these committees and grids (nil: in any).
  package func runChunks(_ run: Int64, from n: Int, scope: [UInt32]?, limit: Int) throws -> [RunChunk] {
    let arguments: StatementArguments = [run, n, scope.map(Self.list), scope.map(Self.list), limit]
    var chunks: [RunChunk] = []
    try RawRow.forEach(
      db,
      """
      SELECT n, rows FROM run_chunks WHERE run_id = ? AND n >= ? AND (? IS NULL OR EXISTS (
        SELECT 1 FROM json_each(places) p WHERE p.value IN (SELECT value FROM json_each(?)))) ORDER BY n LIMIT ?
      """, arguments
    ) { row in
      let n: Int64 = row.value(0)
      chunks.append(RunChunk(n: Int(n), rows: [UInt8](row.bytes(1))))
    }
    return chunks
  }

  /// The subjects of each chunk of a run, in their order.
  package func runSubjects(_ run: Int64, _ body: (_ n: Int, _ ids: [UInt32]) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT n, subjects FROM run_chunks WHERE run_id = ? ORDER BY n"), arguments: [run])
    while let row = try rows.next() { try body(row.value(0), SubjectList.read(row.value(1))) }
  }

  private static let runColumns = """
    SELECT r.id, r.ledger_id, r.name, r.subject, r.question, r.columns, r.notes, r.sort, r.group_by, r.as_of, r.made_at,
      r.caller_id, r.caller, r.areas, r.restricted, r.state, r.rows_done, r.rows_total, r.groups,
      (SELECT p.id FROM runs p WHERE p.ledger_id = r.ledger_id AND (p.as_of, p.id) < (r.as_of, r.id)
        AND p.areas IS r.areas AND p.state = 'done' AND p.expired_at IS NULL AND p.deleted_at IS NULL
        ORDER BY p.as_of DESC, p.id DESC LIMIT 1),
      r.finished_at, r.expired_at, r.kept_until, r.row_limit, r.explanation, l.kind
    FROM runs r CROSS JOIN ledgers l ON l.id = r.ledger_id
    """

  private static func run(_ row: Row) throws -> RunRecord {
    var draft = try RunDraft(
      ledger: row.value(1), name: row.value(2), subject: row.value(3), question: row.value(4),
      columns: try StoredJSON.value([LedgerColumn].self, row.value(5)),
      notes: try StoredJSON.value([LedgerNote].self, row.value(6)), sort: row.value(7),
      groupBy: try StoredJSON.value([String].self, row.value(8)), asOf: try row.mustDay(9, in: "runs"),
      areas: try (row.value(13) as String?).map { try StoredJSON.value([Int64].self, $0) }, isRestricted: row.value(14),
      total: row.value(17))
    (draft.keptUntil, draft.limit, draft.explanation) = try (row.day(22), row.value(23), row.value(24))
    let isExpired = try (row.value(21) as String?) != nil
    let state: RunState = try isExpired ? .expired : row.word(15, in: "runs")
    return try RunRecord(
      id: row.value(0), draft: draft, madeAt: row.value(10), finishedAt: row.value(20), callerID: row.value(11),
      caller: row.value(12),
      state: state, done: row.value(16),
      groups: try StoredJSON.groups(row.value(18)), previous: row.value(19),
      kind: try row.word(25, in: "runs") as LedgerKind)
  }
}
