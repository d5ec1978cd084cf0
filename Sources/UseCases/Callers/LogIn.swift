import Domain
import Store

/// Trades a name and password for a session. Anybody may try; nobody learns which names exist.
package struct LogIn: Sendable {
  /// A new session. `token` is shown this once.
  package struct Welcome: Sendable {
    package let token: String
    package let expiresAt: Instant
    package let account: Account
  }

  private let name: String
  private let password: String

  package init(name: String, password: String) {
    self.name = CallerRules.folded(name)
    self.password = password
  }

  /// - Parameter origin: the address of whoever tries; tries are limited for each.
  /// - Throws: `unauthenticated` (`bad_credentials`) for a wrong name, a wrong password and a disabled caller alike;
  ///   `tooMuch` (`locked_out`, `too_many_tries`, `busy`) with the seconds to wait.
  package func run(in office: Office, origin: String) async throws -> Welcome {
    let now = office.clock.now()
    if let wait = office.security.tries.admit(origin, at: now) {
      throw Problem(.tooMuch, "too_many_tries", "登录尝试过于频繁，请稍后再试。", retryAfter: wait)
    }
    let name = name
    let found = try await office.store.read { reader -> (Account, String)? in
      guard let account = try reader.account(named: name), let hash = try reader.passwordHash(callerID: account.id)
      else { return nil }
      return (account, hash)
    }
    let lock = found.map { $0.0.lockedUntil } ?? office.security.strangers.lockedUntil(name)
    let isLocked = lock.map { now < $0 } ?? false
    // A locked name is not even tried: the right password gets no other answer than a wrong one.
    let fits = isLocked ? false : try await office.security.passwords.verify(password, against: found?.1)
    guard let account = found?.0 else { throw try await refuseStranger(office, origin) }
    let welcome = try await decide(
      office, account, hash: found?.1, fits: fits, wasLocked: isLocked, origin: origin)
    // A whole office may sit behind one address: its right passwords take nothing from its limit.
    office.security.tries.forgive(origin, countedAt: now)
    return welcome
  }

  private func decide(
    _ office: Office, _ account: Account, hash: String?, fits: Bool, wasLocked: Bool, origin: String
  ) async throws -> Welcome {
    let token = TokenText.make()
    let lifetime = office.security.settings.sessionSeconds
    let result = try await office.store.write { writer -> Result<Welcome, Problem> in
      let attempt = PasswordAttempt(callerID: account.id, hash: hash, origin: origin, action: "login")
      switch try attempt.settle(fits: fits, wasLocked: wasLocked, writer) {
      case .failure(let problem): return .failure(problem)
      case .success(let account):
        let end = writer.now.adding(seconds: lifetime)
        try writer.deleteExpiredSessions(of: account.id)
        _ = try writer.insertToken(token.hash, callerID: account.id, isLogIn: true, expiresAt: end)
        try writer.audit(account.caller(origin: origin), AuditEntry("login", subject: .callers, id: account.id))
        return .success(Welcome(token: token.text, expiresAt: end, account: account))
      }
    }
    return try result.get()
  }

  /// The same answers, counted in memory. The name stays out of the log: people type passwords there by mistake.
  private func refuseStranger(_ office: Office, _ origin: String) async throws -> Problem {
    let now = office.clock.now()
    let outcome = office.security.strangers.fail(name, at: now)
    let stranger = Caller(id: nil, name: "unknown", role: .resident, origin: origin)
    try await office.store.write { writer in
      let isLocked = if case .alreadyLocked = outcome { true } else { false }
      try writer.audit(stranger, AuditEntry("login.refused", reason: isLocked ? "locked" : "wrong"))
      if outcome == .counted(locks: true) { try writer.audit(stranger, AuditEntry("login.locked")) }
    }
    if case .alreadyLocked(let end) = outcome { return PasswordAttempt.lockedOut(until: end, now: now) }
    return PasswordAttempt.refusal
  }
}
