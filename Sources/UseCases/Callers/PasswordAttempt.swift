import Domain
import Store

/// What follows from a password that was tried: the count of failures, the lock, the log.
///
/// Verifying takes long and is done before the transaction, so the transaction looks again: of many tries at once, those
/// that settle after the lock are refused even if they were right, and guessing in parallel gains nothing.
struct PasswordAttempt: Sendable {
  let callerID: Int64
  /// The hash that was verified against.
  let hash: String?
  let origin: String
  /// The stem of what goes into the log: `login`, `callers.password`.
  let action: String

  static let refusal = Problem(.unauthenticated, "bad_credentials", "用户名或密码不正确。")

  static func lockedOut(until end: Instant, now: Instant) -> Problem {
    let wait = max(1, Int((end.milliseconds - now.milliseconds + 999) / 1000))
    return Problem(.tooMuch, "locked_out", "密码错误次数过多，已暂时锁定，请稍后再试。", retryAfter: wait)
  }

  /// The account as it is now when it may go on. A refusal is returned, not thrown, so that its traces are committed.
  func settle(fits: Bool, wasLocked: Bool, _ writer: Writer) throws -> Result<Account, Problem> {
    guard let account = try writer.read.account(id: callerID) else { return .failure(Self.refusal) }
    if let end = account.lockedUntil, wasLocked || writer.now < end {
      try log(".refused", account, reason: "locked", writer)
      return .failure(Self.lockedOut(until: end, now: writer.now))
    }
    let isCurrent = try writer.read.passwordHash(callerID: callerID) == hash
    guard fits, isCurrent, !account.isDisabled else {
      try fail(account, reason: account.isDisabled ? "disabled" : "wrong", writer)
      return .failure(Self.refusal)
    }
    if account.failures > 0 { try writer.setFailures(account.id, count: 0, lockedUntil: nil) }
    return .success(account)
  }

  private func fail(_ account: Account, reason: String, _ writer: Writer) throws {
    let failures = account.failures + 1
    let lock = LockOut.seconds(afterFailure: failures).map { writer.now.adding(seconds: $0) }
    try writer.setFailures(account.id, count: failures, lockedUntil: lock ?? account.lockedUntil)
    try log(".refused", account, reason: reason, writer)
    if lock != nil { try log(".locked", account, reason: nil, writer) }
  }

  private func log(_ suffix: String, _ account: Account, reason: String?, _ writer: Writer) throws {
    try writer.audit(
      account.caller(origin: origin),
      AuditEntry(action + suffix, subject: .callers, id: account.id, reason: reason))
  }
}
