import Kernel
import Platform

/// Ends a token at once. Needs `manage_callers`, but everybody may end their own. Ending it twice changes nothing.
package enum RevokeToken {
  /// - Throws: `notFound` (`not_found`), also for a token of somebody else without the right.
  package static func run(_ id: Int64, in app: AppContext, by caller: Caller) async throws {
    let token = try await app.store.write { writer in
      guard let token = try writer.read.token(id: id), token.callerID == caller.id || caller.may(.manageCallers)
      else { throw Problem.noSuchRow }
      guard token.revokedAt == nil else { return token }
      try writer.revokeToken(id)
      try writer.audit(
        caller,
        AuditEntry(
          "tokens.revoke", subject: .callers, id: token.callerID,
          changes: [AuditEntry.Change("token", before: String(id), after: nil)]))
      return token
    }
    app.security.authenticator.forget(callerID: token.callerID)
  }
}
