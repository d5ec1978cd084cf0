import Kernel
import Platform

/// Everybody who logs in may change their own password, with the old one. Wrong ones count towards the lock-out, so
/// that a stolen session cannot guess.
package struct ChangeOwnPassword: Sendable {
  private let old: String
  private let new: String

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Every other log-in of the caller ends.
  ///
  /// - Throws: `invalid` (`weak_password`, `wrong_password`), `conflict` (`no_password`), `tooMuch` (`locked_out`).
  package func run(in app: AppContext, session: Session) async throws {
    guard session.isLogIn, let id = session.caller.id,
      let current = try await app.store.read({ try $0.passwordHash(callerID: id) })
    else { throw Problem(.conflict, "no_password", "系统调用者没有密码，请使用令牌。") }
    try CallerRules.password(new, name: session.caller.name)
    let fits = try await app.security.passwords.verify(old, against: current, isKnown: true)
    let hash = fits ? try await app.security.passwords.hash(new) : current
    let result = try await app.store.write { writer in
      let attempt = PasswordAttempt(
        callerID: id, hash: current, origin: session.caller.origin, source: "session:\(session.tokenID)",
        action: "callers.password")
      return try attempt.settle(fits: fits, wasLocked: false, writer).map { account in
        Result {
          try writer.setPassword(account.id, hash: hash)
          try writer.revokeSessions(of: account.id, except: session.tokenID)
          try writer.audit(
            session.caller,
            AuditEntry("callers.password", subject: .callers, id: account.id, changes: [.sealed("password")]))
        }
      }
    }
    app.security.authenticator.forget(callerID: id)
    switch result {
    case .success(let written): try written.get()
    case .failure(let problem) where problem == PasswordAttempt.refusal:
      throw Problem(
        .invalid, "wrong_password", "原密码不正确。", notes: [.init(.pointer("/old"), "原密码不正确。")])
    case .failure(let problem): throw problem
    }
  }
}
