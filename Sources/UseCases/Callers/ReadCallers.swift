import Domain
import Store

/// All callers, in the order in which they were made. Needs `manage_callers`.
package enum ListCallers {
  package static func run(
    in office: Office, by caller: Caller, after id: Int64 = 0, limit: Int = 50
  ) async throws -> Page<Account> {
    try caller.must(.manageCallers)
    try Page<Account>.check(limit: limit)
    return try await office.store.read { reader in
      Page(
        total: try reader.accountCount(), items: try reader.accounts(after: id, limit: limit + 1), limit: limit,
        key: \.id)
    }
  }
}

/// One caller. Needs `manage_callers`, but everybody may see themselves.
package enum GetCaller {
  /// - Throws: `notFound` (`not_found`).
  package static func run(_ id: Int64, in office: Office, by caller: Caller) async throws -> Account {
    if caller.id != id { try caller.must(.manageCallers) }
    guard let account = try await office.store.read({ try $0.account(id: id) }) else { throw unknown }
    return account
  }

  static let unknown = Problem(.notFound, "not_found", "没有这条记录。")
}
