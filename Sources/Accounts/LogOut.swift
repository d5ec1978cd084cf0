import Kernel
import Platform

/// Ends the session that asks. A token of another system is not ended this way, lest a script log itself out for good.
package enum LogOut {
  /// - Throws: `conflict` (`not_a_session`) for a token of another system.
  package static func run(in app: AppContext, session: Session) async throws {
    guard session.isLogIn, let id = session.caller.id else {
      throw Problem(.conflict, "not_a_session", "这是接口令牌，不是登录会话；请由管理员撤销令牌。")
    }
    try await app.store.write { writer in
      try writer.revokeToken(session.tokenID)
      try writer.audit(session.caller, AuditEntry("logout", subject: .callers, id: id))
    }
    app.security.authenticator.forget(callerID: id)
  }
}
