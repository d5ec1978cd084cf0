import Kernel
import Platform

/// Tokens of a caller, or of all. Needs `manage_callers`, but everybody may list their own.
package enum ListTokens {
  package static func run(
    of callerID: Int64?, in app: AppContext, by caller: Caller, after id: Int64 = 0, limit: Int = 50
  ) async throws -> Page<TokenInfo> {
    if callerID == nil || callerID != caller.id { try caller.must(.manageCallers) }
    try Page<TokenInfo>.check(limit: limit)
    return try await app.store.read { reader in
      Page(
        total: try reader.tokenCount(of: callerID),
        items: try reader.tokens(of: callerID, after: id, limit: limit + 1), limit: limit, key: \.id)
    }
  }
}
