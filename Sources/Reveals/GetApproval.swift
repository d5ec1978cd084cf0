import Kernel
import Platform

/// One of them. Who: whoever asked, who may decide about its areas, and who reads the audit log.
package enum GetApproval {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RevealApprovalView {
    try caller.must(.read)
    let access = try RevealApprovalAccess(caller, app)
    return try await app.store.read { reader in try access.view(access.find(id, reader), reader) }
  }
}
