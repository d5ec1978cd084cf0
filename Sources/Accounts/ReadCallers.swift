import Kernel
import Platform

/// All callers, in the order in which they were made. Needs `manage_callers`.
package enum ListCallers {
  package static func run(
    in app: AppContext, by caller: Caller, after id: Int64 = 0, limit: Int = 50
  ) async throws -> Page<Account> {
    try caller.must(.manageCallers)
    try Page<Account>.check(limit: limit)
    return try await app.store.read { reader in
      Page(
        total: try reader.accountCount(), items: try reader.accounts(after: id, limit: limit + 1), limit: limit,
        key: \.id)
    }
  }
}

/// One caller. Needs `manage_callers`, but everybody may see themselves.
package enum GetCaller {
  /// - Throws: `notFound` (`not_found`).
  package static func run(_ id: Int64, in app: AppContext, by caller: Caller) async throws -> Account {
    if caller.id != id { try caller.must(.manageCallers) }
    guard let account = try await app.store.read({ try $0.account(id: id) }) else { throw unknown }
    return account
  }

  static let unknown = Problem(.notFound, "not_found", "没有这条记录。")
}

/// One caller by name, as a log-in would find it. Needs `manage_callers`.
package enum FindCaller {
  /// - Throws: `notFound` (`no_user`).
  package static func run(named name: String, in app: AppContext, by caller: Caller) async throws -> Account {
    try caller.must(.manageCallers)
    let folded = CallerRules.folded(name)
    guard let account = try await app.store.read({ try $0.account(named: folded) }) else {
      throw Problem(.notFound, "no_user", "没有名为「\(folded)」的用户。")
    }
    return account
  }
}

/// Until when somebody is locked out, from wherever; nil when nowhere. Needs `manage_callers`.
package enum LockedUntil {
  package static func run(_ account: Account, in app: AppContext, by caller: Caller) async throws -> Instant? {
    try caller.must(.manageCallers)
    let place = try await app.store.read { try $0.lockedPlaces(of: account.id) }
    let now = app.clock.now()
    return [place, account.lockedUntil].compactMap { $0 }.filter { now < $0 }.max()
  }
}
