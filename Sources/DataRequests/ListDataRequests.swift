import Kernel
import Platform

/// The requests for data that exist for a caller, the newest first. Who: as for `GetDataRequest`.
package enum ListDataRequests {
  /// - Parameters:
  ///   - isWaiting: only those where a committee of the caller's has not said anything.
  ///   - before: the id below which to go on.
  package static func run(
    isWaiting: Bool, isOpen: Bool?, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<DataRequestView> {
    try caller.must(.read)
    let sight = try DataRequestAccessPolicy(caller, app)
    let filter = sight.filter(isWaiting: isWaiting, isOpen: isWaiting ? true : isOpen)
    let (total, views) = try await app.store.read { reader in
      let rows = try reader.dataRequests(filter, before: before, limit: limit + 1)
      let runs = try sight.briefs(rows.flatMap { $0.answers.compactMap(\.run) }, reader)
      return (try reader.dataRequestCount(filter), rows.compactMap { sight.view($0, runs) })
    }
    return Page(total: total, items: views, limit: limit) { $0.row.id }
  }
}
