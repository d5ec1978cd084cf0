import Kernel
import Platform

/// What of a ledger is to be another from the next run on. Who: whoever made it, and callers that may write in whose areas
/// its areas lie.
package enum ChangeLedger {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `not_owner`, `ledger_retired`, `version_conflict`, what `LedgerDraftBuilder.draft` throws.
  package static func run(
    _ id: Int64, _ wish: LedgerInput, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> LedgerView {
    try caller.must(.write)
    let held = try await mayChange(id, caller, app)
    guard held.row.retiredAt == nil else { throw Problem(.conflict, "ledger_retired", "这个台账已经停用。") }
    let draft = try LedgerDraftBuilder(caller, app).draft(wish, changing: held)
    try await app.store.write { writer in
      let changes = try writer.updateLedger(id, draft, version: version)
      if !changes.isEmpty {
        try writer.audit(caller, AuditEntry("ledgers.update", subject: .ledgers, id: id, changes: changes))
      }
    }
    return try await GetLedger.run(id, caller: caller, app: app)
  }

  /// - Throws: `not_found`, `not_owner`.
  package static func mayChange(_ id: Int64, _ caller: Caller, _ app: AppContext) async throws -> LedgerView {
    let view = try await GetLedger.run(id, caller: caller, app: app)
    let tree = try app.index.areas
    let areas = view.row.draft.areas?.compactMap { tree.byID[UInt32(truncatingIfNeeded: $0)] } ?? []
    let isTheirs =
      try LedgerAccessPolicy(caller, app).isOwner(view.row)
      || (!areas.isEmpty && areas.allSatisfy { tree.isOwn($0, caller) })
    guard isTheirs || caller.role.seesAllAreas else {
      throw Problem(.forbidden, "not_owner", "只有建立者，或管辖该区划的人，可以修改这个台账。")
    }
    return view
  }
}
