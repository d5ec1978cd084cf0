import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

/// How far an export is. Who: whoever began it, with the rights that they had then.
package enum GetExport {
  /// - Throws: `not_found`.
  package static func run(_ id: String, caller: Caller, app: AppContext) async throws -> ExportJob {
    try caller.must(.read)
    return try await app.exports.job(id, caller: caller, now: app.clock.now())
  }
}
