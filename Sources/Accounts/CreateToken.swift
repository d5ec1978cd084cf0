import Kernel
import Platform
import Storage

/// Makes a token for another system, and the system itself when the name is new. Needs `manage_callers`.
package struct CreateToken: Sendable {
  package struct Answer: Sendable {
    /// Shown this once and kept nowhere.
    package let token: String
    package let info: TokenInfo
    package let account: Account
  }

  package var name: String
  package var role: Role
  /// Codes.
  package var areas: [String]
  package var unit: String?
  /// As `TokenLifetime` reads it; nil: until it is revoked.
  package var expires: String?

  package init(name: String, role: Role, areas: [String] = [], unit: String? = nil, expires: String? = nil) {
    self.name = name
    self.role = role
    self.areas = areas
    self.unit = unit
    self.expires = expires
  }

  /// - Throws: `invalid` (`bad_name`, `bad_lifetime`, `unknown_area`, `areas_missing`, `areas_not_allowed`);
  ///   `conflict`: `name_taken` by a person, `caller_differs` when the system has another role, areas or unit,
  ///   `caller_disabled`.
  package func run(in app: AppContext, by caller: Caller) async throws -> Answer {
    try caller.must(.manageCallers)
    let draft = try CallerDraft(name: name, role: role, areas: areas, unit: unit)
    let lifetime = try expires.map(TokenLifetime.parse)
    let token = TokenText.make()
    return try await app.store.write { writer in
      let account =
        try existing(draft, writer.read) ?? draft.insert(.system, passwordHash: nil, by: caller, writer)
      let end = lifetime.map { writer.now.adding(seconds: $0) }
      let id = try writer.insertToken(token.hash, callerID: account.id, isLogIn: false, expiresAt: end)
      let changes = [
        AuditEntry.Change("token", before: nil, after: String(id)),
        AuditEntry.Change("expires_at", before: nil, after: end?.description),
      ]
      try writer.audit(caller, AuditEntry("tokens.create", subject: .callers, id: account.id, changes: changes))
      let info = TokenInfo(
        id: id, callerID: account.id, caller: account.name, isLogIn: false, madeAt: writer.now, expiresAt: end,
        revokedAt: nil)
      return Answer(token: token.text, info: info, account: account)
    }
  }

  /// The system of this name, which must be what is asked for: a second token never changes what the first may do.
  private func existing(_ draft: CallerDraft, _ reader: Reader) throws -> Account? {
    guard let account = try reader.account(named: draft.name) else { return nil }
    guard account.kind == .system else { throw CallerDraft.nameTaken }
    guard !account.isDisabled else { throw Problem(.conflict, "caller_disabled", "该系统调用者已停用。") }
    let asked = Set(try AreaCodes.areas(draft.areas, reader).map(\.id))
    guard account.role == draft.role, account.unit == draft.unit, Set(account.areas.map(\.id)) == asked else {
      throw Problem(.conflict, "caller_differs", "同名的系统调用者已存在，但角色、区划或单位不同；请先修改它，或换一个名称。")
    }
    return account
  }
}
