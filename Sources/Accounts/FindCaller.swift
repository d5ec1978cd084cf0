import Kernel
import Platform

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
