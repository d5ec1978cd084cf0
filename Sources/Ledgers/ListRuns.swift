import Kernel
import Platform
import Storage

/// The runs of a ledger that exist for a caller, the newest first. Who: as for `GetLedger`.
package enum ListRuns {
  /// - Throws: `not_found` for the ledger, `too_costly`.
  package static func run(
    ledger: Int64, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<RunView> {
    _ = try await GetLedger.run(ledger, caller: caller, app: app)
    let sight = try LedgerAccessPolicy(caller, app)
    return try await app.store.read { reader in
      let rows = try reader.runs(ledger: ledger).filter(sight.exists)
      let rest = rows.filter { row in before.map { row.id < $0 } ?? true }.prefix(limit + 1)
      let budget = WorkBudget()
      let items = try rest.compactMap { try sight.view($0, reader, within: budget) }
      return Page(total: rows.count, items: items, limit: limit) { $0.row.id }
    }
  }
}
