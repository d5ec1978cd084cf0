import Kernel
import Platform

/// Allows or refuses what somebody has asked for. Who: a second person, as `RevealApprovalAccess` has it.
package enum DecideApproval {
  /// - Throws: `not_found`, `own_request`, `not_second_person`, `already_decided`, `version_conflict`, `bad_field`.
  package static func run(
    _ id: Int64, approve: Bool, note: String?, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> RevealApprovalView {
    try caller.must(.reveal)
    let access = try RevealApprovalAccess(caller, app)
    let note = note.map(CallerRules.folded)
    return try await app.store.write { writer in
      let held = try access.find(id, writer.read)
      guard let callerID = caller.id, callerID != held.callerID else {
        throw Problem(.forbidden, "own_request", "自己的申请不能由自己批准，须由另一人决定。")
      }
      guard try access.mayDecide(held, writer.read) else {
        throw Problem(
          .forbidden, "not_second_person", "您不能决定这项申请：须是管辖该区划、有「reveal」权限的书记、街道或管理员，且账号与申请人的账号互不由对方建立或修改。")
      }
      if let version, version != held.version {
        throw Problem(.conflict, "version_conflict", "这项申请已被他人处理，请重新读取。")
      }
      guard held.state == .waiting else {
        throw Problem(.conflict, "already_decided", "这项申请已经处理过（\(held.state.rawValue)）。")
      }
      guard !approve || held.draft.until >= writer.now.day else {
        throw Problem(.conflict, "approval_over", "申请的截止日期（\(held.draft.until)）已过，请重新申请。")
      }
      let state: RevealApprovalState = approve ? .approved : .refused
      try writer.decideRevealApproval(id, state, note: note, by: caller, id: callerID)
      try writer.audit(
        caller,
        AskForApproval.entry(
          approve ? "reveal_approvals.approve" : "reveal_approvals.refuse", id, held.draft, reason: note))
      return try access.view(access.find(id, writer.read), writer.read)
    }
  }
}
