import Domain
import GRDB

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
        ledger, draft.purpose, draft.basis, draft.unit, draft.due.description, draft.despite, caller.id, caller.name,
        now.description, now.description,
      ])
    for committee in committees {
      try execute("INSERT INTO data_request_committees (request_id, area_id) VALUES (?, ?)", [id, committee])
    }
    try touch(.dataRequests, id, .create)
    return id
  }

  /// Writes what a committee has said.
  ///
  /// - Parameter version: the request's as the caller last saw it; nil writes whatever is there.
  /// - Throws: `version_conflict`, `request_closed`.
  package func putAnswer(_ answer: CommitteeAnswer, request id: Int64, version: Int64?) throws {
    try renewDataRequest(id, version: version)
    try execute(
      """
      UPDATE data_request_committees SET state = ?, seen_at = ?, seen_by = ?, decided_at = ?, decided_by = ?, reason = ?,
        run_id = ? WHERE request_id = ? AND area_id = ?
      """,
      [
        answer.state.rawValue, answer.seenAt, answer.seenBy, answer.decidedAt, answer.decidedBy, answer.reason,
        answer.run, id, answer.committee,
      ])
  }

  /// Closes a request: nobody answers it any more.
  ///
  /// - Throws: `version_conflict`, `request_closed`.
  package func closeDataRequest(_ id: Int64, by caller: Caller, version: Int64?) throws {
    try renewDataRequest(id, version: version)
    try execute(
      "UPDATE data_requests SET closed_at = ?, closed_by = ? WHERE id = ?", [now.description, caller.name, id])
  }

  private func renewDataRequest(_ id: Int64, version: Int64?) throws {
    guard let held = try read.dataRequest(id) else { throw Problem(.notFound, "not_found", "没有这条要数。") }
    if let version, version != held.version {
      throw Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")
    }
    guard held.closedAt == nil else { throw Problem(.conflict, "request_closed", "这条要数已经结束。") }
    try execute("UPDATE data_requests SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, id])
    try touch(.dataRequests, id, .update)
  }
}
