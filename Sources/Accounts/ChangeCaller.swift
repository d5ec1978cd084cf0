import Kernel
import Platform
import Storage

/// Changes somebody's account. Needs `manage_callers`. What is nil stays.
package struct ChangeCaller: Sendable {
  package var role: Role?
  /// Codes; replaces all that were.
  package var areas: [String]?
  /// Empty takes it away.
  package var unit: String?
  package var title: String?
  package var password: String?
  package var isDisabled: Bool?
  /// True ends a lock-out; a new password does as well.
  package var unlock: Bool

  package init(
    role: Role? = nil, areas: [String]? = nil, unit: String? = nil, title: String? = nil, password: String? = nil,
    isDisabled: Bool? = nil, unlock: Bool = false
  ) {
    self.role = role
    self.areas = areas
    self.unit = unit
    self.title = title
    self.password = password
    self.isDisabled = isDisabled
    self.unlock = unlock
  }

  /// Log-ins of the caller end where role, areas, unit or password change, or the account is disabled. Tokens of a system
  /// stay: they follow its role and areas, rest while it is disabled, and end by `RevokeToken`.
  ///
  /// - Parameter expected: the version that the change is based on; nil: whichever there is.
  /// - Throws: `notFound` (`not_found`); `conflict` (`version_conflict`, `last_admin`, `no_password`,
  ///   `own_password`); `invalid` as `AddUser` does.
  package func run(_ id: Int64, expected: Int64?, in app: AppContext, by caller: Caller) async throws -> Account {
    try caller.must(.manageCallers)
    let hash = try await newHash(id, in: app, by: caller)
    let account = try await app.store.write { writer in
      guard let old = try writer.read.account(id: id) else { throw GetCaller.unknown }
      if let expected, expected != old.version {
        throw Problem(.conflict, "version_conflict", "该用户已被他人修改，请刷新后重试。")
      }
      try apply(to: old, hash: hash, by: caller, writer)
      guard let new = try writer.read.account(id: id) else { throw GetCaller.unknown }
      return new
    }
    app.security.authenticator.forget(callerID: id)
    return account
  }

  private func apply(to old: Account, hash: String?, by caller: Caller, _ writer: Writer) throws {
    let (before, after) = (AccountState(old), try state(from: old, writer.read))
    try CallerRules.kind(old.kind, role: after.role, before: before.role)
    try CallerRules.bounds(role: after.role, hasAreas: !after.areas.isEmpty, unit: after.unit)
    try keepAnAdmin(old, after, writer.read)
    var changes = after.changes(from: before)
    if let hash {
      try writer.setPassword(old.id, hash: hash)
      changes.append(.sealed("password"))
    }
    let isLocked = try old.failures > 0 || writer.read.lockedPlaces(of: old.id).map { writer.now < $0 } ?? false
    if unlock || hash != nil, isLocked {
      try writer.setFailures(old.id, count: 0, lockedUntil: nil)
      try writer.unlockLogInSources(of: old.id)
      changes.append(AuditEntry.Change("failures", before: String(old.failures), after: "0"))
    }
    guard !changes.isEmpty else { return }
    try writer.updateAccount(old.id, to: after)
    if changes.contains(where: { ["role", "areas", "unit", "disabled", "password"].contains($0.field) }) {
      try writer.revokeSessions(of: old.id)
    }
    try writer.audit(caller, AuditEntry("callers.update", subject: .callers, id: old.id, changes: changes))
  }

  private func state(from old: Account, _ reader: Reader) throws -> AccountState {
    var state = AccountState(old)
    state.role = role ?? state.role
    state.isDisabled = isDisabled ?? state.isDisabled
    if let title { state.title = try CallerRules.label(title, "/title") ?? "" }
    if let unit { state.unit = try CallerUnits.checked(CallerRules.label(unit, "/unit"), reader) }
    if let areas {
      state.areas = try AreaCodes.areas(areas, reader)
    } else if state.role.seesAllAreas {
      state.areas = []
    }
    return state
  }

  /// An office that nobody can administer any more would need the machine's operator.
  private func keepAnAdmin(_ old: Account, _ new: AccountState, _ reader: Reader) throws {
    let wasAdmin = old.kind == .user && old.role == .admin && !old.isDisabled
    let staysAdmin = new.role == .admin && !new.isDisabled
    guard wasAdmin, !staysAdmin, try !reader.hasAdmin(otherThan: old.id) else { return }
    throw Problem(.conflict, "last_admin", "这是最后一位可登录的管理员，不能停用或更改角色。")
  }

  /// Hashes the new password before the transaction, because that takes long.
  private func newHash(_ id: Int64, in app: AppContext, by caller: Caller) async throws -> String? {
    guard let password else { return nil }
    guard caller.id != id else {
      throw Problem(.conflict, "own_password", "修改本人密码须提供原密码，请使用「修改密码」。")
    }
    guard let account = try await app.store.read({ try $0.account(id: id) }) else { throw GetCaller.unknown }
    guard account.kind == .user else {
      throw Problem(.conflict, "no_password", "系统调用者没有密码，请使用令牌。")
    }
    try CallerRules.password(password, name: account.name)
    return try await app.security.passwords.hash(password)
  }
}
