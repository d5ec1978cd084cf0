import Kernel
import Platform
import Storage

/// One ledger. Who: callers that may read and for whom it exists (`LedgerAccessPolicy`).
package enum GetLedger {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> LedgerView {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    guard let row = try await app.store.read({ try $0.ledger(id) }), row.draft.kind != .request,
      let view = sight.view(row)
    else {
      throw Problem(.notFound, "not_found", "没有这个台账。")
    }
    return view
  }
}
