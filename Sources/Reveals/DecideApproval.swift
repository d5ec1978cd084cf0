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

/// One of them. Who: whoever asked, who may decide about its areas, and who reads the audit log.
package enum GetApproval {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RevealApprovalView {
    try caller.must(.read)
    let access = try RevealApprovalAccess(caller, app)
    return try await app.store.read { reader in try access.view(access.find(id, reader), reader) }
  }
}

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
