import Kernel
import Platform

/// Takes a request or an approval back; files that were made by it can be fetched no more. Who: whoever asked, and who may
/// decide about its areas.
package enum RevokeApproval {
  /// Taken back already is well.
  ///
  /// - Throws: `not_found`, `missing_right`, `already_decided` for one that was refused.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RevealApprovalView {
    try caller.must(.reveal)
    let access = try RevealApprovalAccess(caller, app)
    return try await app.store.write { writer in
      let held = try access.find(id, writer.read)
      switch held.state {
      case .revoked: break
      case .refused: throw Problem(.conflict, "already_decided", "这项申请已被拒绝，无需收回。")
      case .waiting, .approved:
        try writer.revokeRevealApproval(id, by: caller)
        try writer.audit(caller, AskForApproval.entry("reveal_approvals.revoke", id, held.draft, reason: nil))
      }
      return try access.view(access.find(id, writer.read), writer.read)
    }
  }
}
