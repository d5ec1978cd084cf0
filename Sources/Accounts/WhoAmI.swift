import Kernel
import Platform

/// What the caller is and may, and how long the token holds: `/v1/me`. Every known caller may ask.
package enum WhoAmI {
  package struct Answer: Sendable {
    package let account: Account
    /// In a fixed order.
    package let rights: [Right]
    package let isLogIn: Bool
    package let expiresAt: Instant?
  }

  /// - Throws: `unauthenticated` when the account is no longer there.
  package static func run(in app: AppContext, session: Session) async throws -> Answer {
    guard let id = session.caller.id, let account = try await app.store.read({ try $0.account(id: id) }) else {
      throw Problem(.unauthenticated, "invalid_token", "登录已失效，请重新登录。")
    }
    return Answer(
      account: account, rights: Right.allCases.filter { account.role.rights.contains($0) }, isLogIn: session.isLogIn,
      expiresAt: session.expiresAt)
  }
}
