import Kernel
import Platform

/// Those that exist for a caller, the newest first. Who: as for `GetApproval`.
package enum ListApprovals {
  /// - Parameters:
  ///   - isWaiting: only those that wait for this caller to decide.
  ///   - before: the id below which to go on.
  package static func run(
    state: RevealApprovalState?, isWaiting: Bool, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<RevealApprovalView> {
    try caller.must(.read)
    let access = try RevealApprovalAccess(caller, app)
    let views = try await app.store.read { reader in
      try reader.revealApprovals(state: isWaiting ? .waiting : state).filter(access.sees)
        .map { try access.view($0, reader) }.filter { !isWaiting || $0.mayDecide }
    }
    let rest = views.filter { view in before.map { view.approval.id < $0 } ?? true }
    return Page(total: views.count, items: Array(rest.prefix(limit + 1)), limit: limit) { $0.approval.id }
  }
}
