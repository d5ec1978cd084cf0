import GRDB
import Kernel
import Storage

extension Writer {
  /// A new request to these committees, none of which has seen it. `ledger` holds its question.
  package func insertDataRequest(
    _ draft: DataRequestDraft, ledger: Int64, committees: [Int64], by caller: Caller
  ) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO data_requests (ledger_id, purpose, basis, unit, due, despite, caller_id, caller, made_at, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        ledger, shown(draft.purpose), shown(draft.basis), draft.unit, draft.due.description, draft.despite.map(shown),
        caller.id, caller.name, now.description, now.description,
      ])
    let texts: [(String, String?)] = [
      ("purpose", draft.purpose), ("basis", draft.basis), ("despite", draft.despite),
    ]
    for (field, text) in texts { try seal(text, field, of: .dataRequests, id) }
    for committee in committees {
      try execute("INSERT INTO data_request_committees (request_id, area_id) VALUES (?, ?)", [id, committee])
    }
    try recordChange(.dataRequests, id, .create)
    return id
  }

  /// Writes what a committee has said.
  package func putAnswer(_ answer: CommitteeAnswer, request id: Int64) throws {
    try execute(
      """
      UPDATE data_request_committees SET state = ?, seen_at = ?, seen_by = ?, decided_at = ?, decided_by = ?, reason = ?,
        run_id = ?, version = version + 1 WHERE request_id = ? AND area_id = ?
      """,
      [
        answer.state.rawValue, answer.seenAt, answer.seenBy, answer.decidedAt, answer.decidedBy,
        answer.reason.map(shown), answer.run, id, answer.committee,
      ])
    try seal(answer.reason, "reason/\(answer.committee)", of: .dataRequests, id)
    try execute("UPDATE data_requests SET updated_at = ? WHERE id = ?", [now.description, id])
    try recordChange(.dataRequests, id, .update)
  }

  /// Closes a request: nobody answers it any more.
  package func closeDataRequest(_ id: Int64, by caller: Caller) throws {
    try execute(
      """
      UPDATE data_requests SET closed_at = ?, closed_by = ?, version = version + 1, updated_at = ? WHERE id = ?
      """, [now.description, caller.name, now.description, id])
    try recordChange(.dataRequests, id, .update)
  }
}
