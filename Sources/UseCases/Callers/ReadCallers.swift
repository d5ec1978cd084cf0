import Domain
import Store

/// Some of a list, and where it goes on.
package struct Page<Item: Sendable>: Sendable {
  package let total: Int
  package let items: [Item]
  /// What to ask for next; nil at the end.
  package let next: Int64?

  /// - Parameter items: one more than `limit`, where there are that many.
  init(total: Int, items: [Item], limit: Int, key: (Item) -> Int64) {
    self.total = total
    let shown = Array(items.prefix(limit))
    self.items = shown
    next = items.count > limit ? shown.last.map(key) : nil
  }

  /// - Throws: `invalid` (`bad_limit`) unless it is 1 to 500.
  static func check(limit: Int) throws(Problem) {
    guard (1...500).contains(limit) else {
      throw Problem(
        .invalid, "bad_limit", "limit 应为 1 至 500。", notes: [.init(.parameter("limit"), "应为 1 至 500 的整数。")])
    }
  }
}

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
