import Kernel
import Logging
import Platform
import TagIndex

/// Ends the making of a run; what was frozen goes. Who: callers that may write: whoever began it, and those who may change
/// its ledger.
package enum CancelRun {
  /// - Throws: `not_found`, `not_owner`, `run_not_making`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RunView {
    try caller.must(.write)
    let view = try await GetRun.run(id, caller: caller, app: app)
    if view.row.callerID == nil || view.row.callerID != caller.id {
      _ = try await ChangeLedger.mayChange(view.row.draft.ledger, caller, app)
    }
    try await app.store.write { writer in
      guard try writer.stopRun(id, as: .cancelled) else {
        throw Problem(.conflict, "run_not_making", "这次生成没有在进行。")
      }
      try writer.audit(caller, AuditEntry("runs.cancel", subject: .runs, id: id))
    }
    try await ClearRunRows.run(id, app: app)
    return try await GetRun.run(id, caller: caller, app: app)
  }
}
