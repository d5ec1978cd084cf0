import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

/// One unit of the list. Who: any caller that may read; the list is the whole office's.
package enum GetUnit {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> UnitView {
    try caller.must(.read)
    let today = app.clock.today
    return try await app.store.read { try UnitView.find(id, on: today, $0) }
  }
}
