import Kernel
import Platform

/// One campaign with its rounds and how far it is. Who: callers that may read, for whom its question exists.
package enum GetCampaign {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> CampaignView {
    try caller.must(.read)
    let sight = try CampaignAccessPolicy(caller, app)
    return try await app.store.read { reader in try sight.find(id, reader) }
  }
}
