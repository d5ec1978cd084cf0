import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

/// Ends an export; what was written of it goes. Who: as for `GetExport`.
package enum CancelExport {
  /// - Throws: `not_found`, `export_over`.
  package static func run(_ id: String, caller: Caller, app: AppContext) async throws -> ExportJob {
    try caller.must(.read)
    return try await app.exports.cancel(id, caller: caller, now: app.clock.now())
  }
}
