import Kernel
import Platform

/// Which unit a text would go to. Who: callers that may read. Writes nothing. What was done with other orders is told to those
/// who run dispatch only: the others do not see these orders.
package enum PreviewDispatch {
  package static func run(
    text: String, title: String?, category: String?, caller: Caller, app: AppContext
  ) async throws -> WorkOrderDispatch {
    try caller.must(.read)
    let (dispatchService, today) = (app.dispatchService, app.clock.today)
    try await app.store.read { try dispatchService.catchUp($0, today: today) }
    return app.dispatchService.propose(
      title: title, text: text, category: category, tellsPast: DispatchQuality.runsDispatch(caller))
  }
}
