import Kernel
import Platform
import Storage

/// The ledgers that exist for a caller, the newest first. Who: callers that may read.
package enum ListLedgers {
  /// - Parameter before: the id below which to go on.
  package static func run(
    before: Int64?, limit: Int, withRetired: Bool, caller: Caller, app: AppContext
  ) async throws -> Page<LedgerView> {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let views = try await app.store.read { try $0.ledgers(retired: withRetired) }.compactMap(sight.view)
    let rest = views.filter { view in before.map { view.row.id < $0 } ?? true }
    return Page(total: views.count, items: Array(rest.prefix(limit + 1)), limit: limit) { $0.row.id }
  }
}
