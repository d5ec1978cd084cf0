import FilterLanguage
import Kernel
import Platform

/// The datasets (专题库). Who: any caller that may read; an area's own in, below and above it.
package enum ListDatasets {
  package static func run(caller: Caller, app: AppContext) async throws -> [DatasetView] {
    try caller.must(.read)
    let policy = try AccessPolicy(caller, app)
    return try await app.store.read { try $0.datasetRows() }.filter { policy.mayKnow(owner: $0.owner) }
      .map { DatasetView($0, policy.tree) }
  }
}
