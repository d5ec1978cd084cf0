import Kernel
import Platform

/// Trades a name and password for a session. Anybody may try; nobody learns which names exist.
package struct LogIn: Sendable {
  /// A new session. `token` is shown this once.
  package struct Welcome: Sendable {
    package let token: String
    package let expiresAt: Instant
    package let account: Account
    /// To be shown with the next log-in from the same browser or phone (`LogInDevice`).
    package let device: String
  }

  private let name: String
  private let password: String
  private let device: String?
  private let kept: KeptLogIn?

  /// - Parameters:
  ///   - device: what an earlier log-in gave; one that is not this name's counts as none.
  ///   - kept: for a log-in that lasts for days.
  package init(name: String, password: String, device: String? = nil, kept: KeptLogIn? = nil) {
    self.kept = kept
    self.name = CallerRules.folded(name)
    self.password = password
    self.device = device
  }

  /// - Parameter origin: the address of whoever tries; tries are limited for each address, or known device.
  /// - Throws: `unauthenticated` (`bad_credentials`) for a wrong name, a wrong password and a disabled caller alike;
  ///   `tooMuch` (`locked_out`, `too_many_tries`, `busy`) with the seconds to wait.
  package func run(in app: AppContext, origin: String) async throws -> Welcome {
    do {
      let welcome = try await attempt(in: app, origin: origin)
      app.metrics.count(Self.logIns, ("outcome", "ok"))
      return welcome
    } catch let problem as Problem {
      app.metrics.count(Self.logIns, ("outcome", problem.code))
      throw problem
    }
  }

  private static let logIns = "menpai_log_ins_total"

  private func attempt(in app: AppContext, origin: String) async throws -> Welcome {
    let now = app.clock.now()
    let known = LogInDevice.source(device, of: name, keys: app.store.keys, now: now)
    let source = known ?? LogInSource.address(origin)
    if let wait = app.security.tries.admit(source, at: now) {
      throw Problem(.tooMuch, "too_many_tries", "登录尝试过于频繁，请稍后再试。", retryAfter: wait)
    }
    guard let found = try await found(source, in: app) else {
      return try await refuseStranger(app, source, origin)
    }
    let lock = PasswordAttempt.lock(on: found.account, found.source, at: now)
    // A locked name is not even tried: the right password gets no other answer than a wrong one.
    let fits =
      lock == nil
      ? try await app.security.passwords.verify(
        password, against: found.hash, isKnown: found.source.isKnown(at: now)) : false
    let attempt = PasswordAttempt(
      callerID: found.account.id, hash: found.hash, origin: origin, source: source, action: "login")
    let welcome = try await decide(app, attempt, fits: fits, wasLocked: lock != nil)
    // A whole office may sit behind one address: its right passwords take nothing from its limit.
    app.security.tries.forgive(source, countedAt: now)
    return welcome
  }

  private struct Found: Sendable {
    let account: Account
    let hash: String
    let source: LogInSource
  }

  private func found(_ source: String, in app: AppContext) async throws -> Found? {
    try await app.store.read { [name] reader in
      guard let account = try reader.account(named: name), let hash = try reader.passwordHash(callerID: account.id)
      else { return nil }
      return Found(
        account: account, hash: hash, source: try reader.logInSource(source, callerID: account.id))
    }
  }

  private func decide(
    _ app: AppContext, _ attempt: PasswordAttempt, fits: Bool, wasLocked: Bool
  ) async throws -> Welcome {
    let token = TokenText.make()
    let lifetime = app.security.settings.sessionSeconds
    let device = LogInDevice.make(name, keys: app.store.keys, now: app.clock.now())
    let result = try await app.store.write { [kept] writer -> Result<Welcome, Problem> in
      switch try attempt.settle(fits: fits, wasLocked: wasLocked, writer) {
      case .failure(let problem): return .failure(problem)
      case .success(let account):
        let kept = KeptLogIn.mayLast(account.role) ? kept : nil
        let end = writer.now.adding(seconds: kept.map { $0.days * 86_400 } ?? lifetime)
        try writer.deleteExpiredSessions(of: account.id)
        if let kept { try writer.revokeKept(of: account.id, device: kept.deviceName, limit: KeptLogIn.limit - 1) }
        _ = try writer.insertToken(
          token.hash, callerID: account.id, isLogIn: true, expiresAt: end, deviceName: kept?.deviceName)
        let changes = kept.map { [AuditEntry.Change("kept_days", before: nil, after: String($0.days))] } ?? []
        try writer.audit(
          account.caller(origin: attempt.origin),
          AuditEntry("login", subject: .callers, id: account.id, changes: changes))
        return .success(Welcome(token: token.text, expiresAt: end, account: account, device: device))
      }
    }
    return try result.get()
  }

  /// The same answers, counted in memory. The name stays out of the log: people type passwords there by mistake.
  private func refuseStranger(_ app: AppContext, _ source: String, _ origin: String) async throws -> Welcome {
    let now = app.clock.now()
    if app.security.strangers.lockedUntil(name, from: source).map({ now < $0 }) != true {
      _ = try await app.security.passwords.verify(password, against: nil, isKnown: false)
    }
    let outcome = app.security.strangers.fail(name, from: source, at: now)
    let stranger = Caller(id: nil, name: "unknown", role: .resident, origin: origin)
    try await app.store.write { writer in
      let isLocked = if case .alreadyLocked = outcome { true } else { false }
      try writer.audit(stranger, AuditEntry("login.refused", reason: isLocked ? "locked" : "wrong"))
      if outcome == .counted(locks: true) { try writer.audit(stranger, AuditEntry("login.locked")) }
    }
    if case .alreadyLocked(let end) = outcome { throw PasswordAttempt.lockedOut(until: end, now: now) }
    throw PasswordAttempt.refusal
  }
}
