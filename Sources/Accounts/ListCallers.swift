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
