import Kernel
import Storage

/// What follows from a password that was tried: the count of failures, the lock, the log.
///
/// Verifying takes long and is done before the transaction, so the transaction looks again: of many tries at once, those
/// that settle after the lock are refused even if they were right, and guessing in parallel gains nothing.
package struct PasswordAttempt: Sendable {
  package let callerID: Int64
  /// The hash that was verified against.
  package let hash: String?
  package let origin: String
  /// The address or device that it was tried from, as `LogInSource` names it.
  package let source: String
  /// The stem of what goes into the log: `login`, `callers.password`.
  package let action: String

  package init(callerID: Int64, hash: String?, origin: String, source: String, action: String) {
    (self.callerID, self.hash, self.origin, self.source, self.action) = (callerID, hash, origin, source, action)
  }

  package static let refusal = Problem(.unauthenticated, "bad_credentials", "用户名或密码不正确。")

  package static func lockedOut(until end: Instant, now: Instant) -> Problem {
    let wait = max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
    return Problem(.tooMuch, "locked_out", "密码错误次数过多，已暂时锁定，请稍后再试。", retryAfter: wait)
  }

  /// Until when a name may not be tried from a place: for the place's own wrong passwords, or, where the owner has never come
  /// in from it, for those of all such places together.
  package static func lock(on account: Account, _ source: LogInSource, at now: Instant) -> Instant? {
    let locks = [source.lockedUntil, source.isKnown(at: now) ? nil : account.lockedUntil].compactMap { $0 }
    return locks.max().flatMap { now < $0 ? $0 : nil }
  }

  /// The account as it is now when it may go on. A refusal is returned, not thrown, so that its traces are committed.
  package func settle(fits: Bool, wasLocked: Bool, _ writer: Writer) throws -> Result<Account, Problem> {
    guard let account = try writer.read.account(id: callerID) else { return .failure(Self.refusal) }
    let place = try writer.read.logInSource(source, callerID: callerID)
    let lock = Self.lock(on: account, place, at: writer.now)
    if wasLocked || lock != nil {
      try log(".refused", account, reason: "locked", writer)
      return .failure(Self.lockedOut(until: lock ?? writer.now, now: writer.now))
    }
    let isCurrent = try writer.read.passwordHash(callerID: callerID) == hash
    guard fits, isCurrent, !account.isDisabled else {
      try fail(account, place, reason: account.isDisabled ? "disabled" : "wrong", writer)
      return .failure(Self.refusal)
    }
    try succeed(account, place, writer)
    return .success(account)
  }

  private func succeed(_ account: Account, _ place: LogInSource, _ writer: Writer) throws {
    if !place.isKnown(at: writer.now), account.failures > 0 {
      try writer.setFailures(account.id, count: 0, lockedUntil: nil)
    }
    try writer.keepLogInSource(LogInSource(name: source, succeededAt: writer.now), callerID: callerID)
  }

  private func fail(_ account: Account, _ place: LogInSource, reason: String, _ writer: Writer) throws {
    var place = place
    place.failures += 1
    place.lockedUntil = LockOut.seconds(afterFailure: place.failures).map { writer.now.adding(seconds: $0) }
    try writer.keepLogInSource(place, callerID: callerID)
    var locks = place.lockedUntil != nil
    if !place.isKnown(at: writer.now) {
      let failures = account.failures + 1
      let end = LockOut.seconds(afterStrangers: failures).map { writer.now.adding(seconds: $0) }
      try writer.setFailures(account.id, count: failures, lockedUntil: end ?? account.lockedUntil)
      locks = locks || end != nil
    }
    try log(".refused", account, reason: reason, writer)
    if locks { try log(".locked", account, reason: nil, writer) }
  }

  private func log(_ suffix: String, _ account: Account, reason: String?, _ writer: Writer) throws {
    try writer.audit(
      account.caller(origin: origin),
      AuditEntry(action + suffix, subject: .callers, id: account.id, reason: reason))
  }
}
