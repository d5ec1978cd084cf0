import Kernel
import Platform
import Server

/// The figures of the caller's areas in one document. Who: callers with `read_dashboard`, a wall's token too, for which small
/// figures are hidden. Restricted tags are in nobody's.
package enum ReadDashboard {
  /// - Throws: `not_ready`, `too_busy`.
  package static func run(caller: Caller, app: AppContext) async throws -> SpooledFile {
    try caller.must(.readDashboard)
    return try await app.dashboards.current(DashboardScope(caller), app)
  }
}
