import GRDB
import Kernel
import Platform
import Storage

/// Frozen rows on their way into the database.
package struct RunChunkDraft: Sendable {
  package var subjects: [UInt32] = []
  /// Committees and grids.
  package var places: Set<UInt32> = []
  /// As `FrozenRows` reads them.
  package var rows: [UInt8] = []

  package init() {}
}

extension Writer {
  /// Begins a run; its rows follow.
  package func insertRun(_ draft: RunDraft, by caller: Caller) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO runs (ledger_id, name, subject, question, columns, notes, sort, group_by, as_of, made_at, caller_id,
        caller, areas, restricted, state, rows_total, kept_until, row_limit, explanation)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'making', ?, ?, ?, ?)
      """,
      [
        draft.ledger, draft.name, draft.subject, draft.question, try StoredJSON.text(draft.columns),
        try StoredJSON.text(draft.notes), draft.sort, try StoredJSON.text(draft.groupBy), draft.asOf.description,
        now.description, caller.id, caller.name, draft.areas.map(Reader.areasText), draft.isRestricted, draft.total,
        draft.keptUntil?.description, draft.limit, draft.explanation,
      ])
    try recordChange(.runs, id, .create)
    return id
  }

  /// Adds chunks, numbered from `n` on, and counts their rows.
  ///
  /// - Throws: `run_stopped` when the run is not being made any more: somebody has cancelled it.
  package func insertChunks(run: Int64, from n: Int, _ chunks: [RunChunkDraft]) throws {
    try execute(
      "UPDATE runs SET rows_done = rows_done + ? WHERE id = ? AND state = 'making'",
      [chunks.reduce(0) { $0 + $1.subjects.count }, run])
    guard db.changesCount == 1 else { throw Problem(.conflict, "run_stopped", "这次生成已经停止。") }
    for (offset, chunk) in chunks.enumerated() {
      try execute(
        "INSERT INTO run_chunks (run_id, n, subjects, places, rows) VALUES (?, ?, ?, ?, ?)",
        [
          run, n + offset, SubjectList.write(chunk.subjects), Reader.list(chunk.places.sorted()),
          String(decoding: chunk.rows, as: UTF8.self),
        ])
    }
  }

  /// Ends the making with what the rows come to. - Throws: `run_stopped`.
  package func finishRun(_ run: Int64, groups: [RunGroup]) throws {
    try execute(
      """
      UPDATE runs SET state = 'done', groups = ?, rows_total = rows_done, finished_at = ?
      WHERE id = ? AND state = 'making'
      """, [StoredJSON.text(groups), now.description, run])
    guard db.changesCount == 1 else { throw Problem(.conflict, "run_stopped", "这次生成已经停止。") }
    try recordChange(.runs, run, .update)
  }

  /// Ends the making without a result; what was frozen goes by `clearRunRows`.
  ///
  /// - Returns: whether it was being made.
  @discardableResult
  package func stopRun(_ run: Int64, as state: RunState) throws -> Bool {
    try execute(
      "UPDATE runs SET state = ?, rows_done = 0, finished_at = ? WHERE id = ? AND state = 'making'",
      [state.rawValue, now.description, run])
    guard db.changesCount == 1 else { return false }
    try recordChange(.runs, run, .update)
    return true
  }

  /// Runs that a process has left behind half made.
  package func unfinishedRuns() throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT id FROM runs WHERE state = 'making' ORDER BY id")
  }
}
