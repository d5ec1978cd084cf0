import Foundation
import Kernel
import Storage
import Synchronization

/// Knows a caller by the token. Every request passes here, so repeats are answered from memory for a second.
///
/// A token that ends in this process ends at once, because the use cases say so (`forget`); one that another process
/// ends (`menpai token …` beside a running server) holds for a second more at most.
package final class Authenticator: Sendable {
  private let store: Store
  private let cache = Mutex(TokenCache())

  package init(store: Store) { self.store = store }

  /// Who shows this token.
  ///
  /// - Parameter origin: where the request comes from, for the audit log.
  /// - Throws: `unauthenticated` (`invalid_token`) alike for a token that is unknown, expired or revoked and for a
  ///   disabled caller; whatever the database throws stays what it is.
  package func authenticate(bearer: String, origin: String) async throws -> Caller {
    try await session(bearer: bearer, origin: origin).caller
  }

  /// The same with the token itself, for log-out and the caller's own page.
  package func session(bearer: String, origin: String) async throws -> Session {
    guard let hash = TokenText.hash(bearer) else { throw Self.refusal }
    let now = store.clock.now()
    let (known, generation) = cache.withLock { ($0.use(hash, at: now), $0.generation) }
    if let known { return try Self.valid(known, at: now).asked(from: origin) }

    guard let held = try await store.read({ try $0.token(hash: hash) }), held.info.isValid(at: now),
      !held.account.isDisabled
    else { throw Self.refusal }
    let session = Session(
      tokenID: held.info.id, isLogIn: held.info.isLogIn, expiresAt: held.info.expiresAt,
      caller: held.account.caller(
        origin: origin, credential: .init(token: held.info.id, isLogIn: held.info.isLogIn)))
    cache.withLock { if $0.generation == generation { $0.keep(session, hash, at: now) } }
    return session
  }

  /// Reads the caller's tokens anew from now on. Call it after the commit.
  package func forget(callerID: Int64) {
    cache.withLock { $0.forget(callerID) }
  }

  private static let refusal = Problem(.unauthenticated, "invalid_token", "登录已失效，请重新登录。")

  private static func valid(_ session: Session, at now: Instant) throws(Problem) -> Session {
    if let end = session.expiresAt, end <= now { throw refusal }
    return session
  }
}

extension Session {
  /// The same session, asking from elsewhere.
  fileprivate func asked(from origin: String) -> Session {
    guard caller.origin != origin else { return self }
    return Session(
      tokenID: tokenID, isLogIn: isLogIn, expiresAt: expiresAt,
      caller: Caller(
        id: caller.id, name: caller.name, role: caller.role, areas: caller.areas, unit: caller.unit, origin: origin,
        credential: caller.credential))
  }
}
