/// A valid token and who holds it.
package struct Session: Sendable, Equatable {
  package let tokenID: Int64
  /// Made by a log-in; false for a token of another system.
  package let isLogIn: Bool
  /// Nil: never.
  package let expiresAt: Instant?
  package let caller: Caller

  package init(tokenID: Int64, isLogIn: Bool, expiresAt: Instant?, caller: Caller) {
    self.tokenID = tokenID
    self.isLogIn = isLogIn
    self.expiresAt = expiresAt
    self.caller = caller
  }
}

/// A token as lists show it. The text itself is shown once, when it is made, and kept nowhere.
package struct TokenInfo: Sendable, Equatable {
  package let id: Int64
  package let callerID: Int64
  package let caller: String
  package let isLogIn: Bool
  package let madeAt: Instant
  package let expiresAt: Instant?
  package let revokedAt: Instant?
  /// What the device is called that a long log-in is bound to.
  package let deviceName: String?

  package init(
    id: Int64, callerID: Int64, caller: String, isLogIn: Bool, madeAt: Instant, expiresAt: Instant?,
    revokedAt: Instant?, deviceName: String? = nil
  ) {
    self.id = id
    self.callerID = callerID
    self.caller = caller
    self.isLogIn = isLogIn
    self.madeAt = madeAt
    self.expiresAt = expiresAt
    self.revokedAt = revokedAt
    self.deviceName = deviceName
  }

  package func isValid(at now: Instant) -> Bool {
    revokedAt == nil && expiresAt.map { now < $0 } ?? true
  }
}
