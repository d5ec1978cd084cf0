import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

/// Begins an export in the background. Who: as for `ExportRun`; the audit log has it at once.
package enum BeginExport {
  /// - Throws: what `ExportRun` throws, `too_many_exports`.
  package static func run(_ wish: ExportInput, caller: Caller, app: AppContext) async throws -> ExportJob {
    let since = try await app.store.read { try $0.lastChange() }
    let (rows, sheet) = try await ExportRun.open(wish, caller: caller, app: app)
    return try await app.exports.begin(rows, sheet, wish, since: since, caller: caller, app: app)
  }
}
