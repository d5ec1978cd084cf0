import Kernel
import Platform

/// A new ledger. Who: callers that may write. It can only ask in words that exist for the caller.
package enum AddLedger {
  /// - Throws: what `LedgerDraftBuilder.draft` throws.
  package static func run(_ wish: LedgerInput, caller: Caller, app: AppContext) async throws -> LedgerView {
    try caller.must(.write)
    let draft = try LedgerDraftBuilder(caller, app).draft(wish)
    let id = try await app.store.write { writer in
      let id = try writer.insertLedger(draft, by: caller)
      try writer.audit(
        caller,
        AuditEntry(
          "ledgers.create", subject: .ledgers, id: id,
          changes: [AuditEntry.Change("name", before: nil, after: draft.name)]))
      return id
    }
    return try await GetLedger.run(id, caller: caller, app: app)
  }
}
