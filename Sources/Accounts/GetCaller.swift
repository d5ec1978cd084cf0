import Kernel
import Platform

/// One caller. Needs `manage_callers`, but everybody may see themselves.
package enum GetCaller {
  /// - Throws: `notFound` (`not_found`).
  package static func run(_ id: Int64, in app: AppContext, by caller: Caller) async throws -> Account {
    if caller.id != id { try caller.must(.manageCallers) }
    guard let account = try await app.store.read({ try $0.account(id: id) }) else { throw unknown }
    return account
  }

  static let unknown = Problem.noSuchRow
}
