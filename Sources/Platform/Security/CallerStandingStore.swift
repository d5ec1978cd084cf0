import GRDB
import Kernel
import Storage

/// How closely work hangs on the caller who began it.
package enum CallerPresence: Sendable {
  /// Somebody is at the other end, and it ends with what they have shown: streams, downloads.
  case attended
  /// It goes on when somebody logs out, and ends with the account, with its rights, and with the token of another system:
  /// imports, runs, exports, webhooks.
  case unattended
}

extension Reader {
  /// Whether a caller still is who they were when they began something: the account is there and not disabled, has every
  /// right and area that it had then, and what was shown has not ended. Whoever acts inside the server always is.
  package func stands(_ caller: Caller, _ presence: CallerPresence, at now: Instant) throws -> Bool {
    guard let id = caller.id else { return true }
    guard try holds(caller.credential, presence, at: now) else { return false }
    // Accounts are never deleted: an id that has none came through no door and shows nothing.
    guard let account = try account(id: id) else { return caller.credential == nil }
    return try !account.isDisabled && covers(account, caller)
  }

  /// - Throws: `rights_ended`.
  package func requireStanding(_ caller: Caller, _ presence: CallerPresence, at now: Instant) throws {
    guard try !stands(caller, presence, at: now) else { return }
    throw Problem(.forbidden, "rights_ended", "发起人的账号、令牌或权限已变更，操作已停止。")
  }

  private func holds(_ credential: Caller.Credential?, _ presence: CallerPresence, at now: Instant) throws -> Bool {
    guard let credential else { return true }
    if credential.isLogIn, presence == .unattended { return true }
    return try token(id: credential.token)?.isValid(at: now) ?? false
  }

  private func covers(_ account: Account, _ caller: Caller) throws -> Bool {
    guard account.unit == caller.unit, caller.role.rights.isSubset(of: account.role.rights) else { return false }
    if account.role.seesAllAreas { return true }
    guard !caller.role.seesAllAreas else { return false }
    let held = Set(account.areas.map { Int64($0.id) })
    return try caller.areas.allSatisfy { area in try !held.isDisjoint(with: areaPath(of: area)) }
  }
}
