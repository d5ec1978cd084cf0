import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import TagIndex

/// What a request would ask. Who: callers that may ask for data, of committees in their areas.
package enum PreviewDataRequest {
  /// - Throws: what `DataRequestPlan.make` throws.
  package static func run(
    _ wish: DataRequestInput, caller: Caller, app: AppContext
  ) async throws -> DataRequestPlan {
    try caller.must(.askData)
    return try await DataRequestPlan.make(wish, caller: caller, app: app)
  }
}
