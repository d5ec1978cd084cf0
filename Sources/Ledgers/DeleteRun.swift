import Kernel
import Platform

/// Deletes a run: its rows, and what was noted on those that no later run of the ledger has. Who: callers that may write:
/// whoever made it, and those who may change its ledger.
///
/// A tick outlives the list on which it was made, and what it wrote back (a tag, a visit) is a record of its own: both stay.
package enum DeleteRun {
  /// - Throws: `not_found`, `not_owner`; `run_making` for one that must be cancelled first, `run_is_answer` for what a
  ///   committee has answered to a request for data.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws {
    try caller.must(.write)
    let view = try await GetRun.run(id, caller: caller, app: app)
    if try await app.store.read({ try $0.isAnswer(id) }) {
      throw Problem(.conflict, "run_is_answer", "这份名单是居委会对要数的答复，不能删除；到期后自动删除。")
    }
    if view.row.callerID == nil || view.row.callerID != caller.id {
      _ = try await ChangeLedger.mayChange(view.row.draft.ledger, caller, app)
    }
    try await app.store.write { writer in
      guard let row = try writer.read.run(id) else { throw Problem(.notFound, "not_found", "没有这次生成的台账。") }
      guard row.state != .making else { throw Problem(.conflict, "run_making", "这次生成还在进行，请先取消。") }
      try writer.deleteRun(id)
      try writer.audit(
        caller,
        AuditEntry(
          "runs.delete", subject: .runs, id: id,
          changes: [
            AuditEntry.Change("ledger", before: String(row.draft.ledger), after: nil),
            AuditEntry.Change("as_of", before: row.draft.asOf.description, after: nil),
            AuditEntry.Change("rows", before: String(row.done), after: nil),
          ]))
    }
    try await ClearRunRows.run(id, app: app)
  }
}
