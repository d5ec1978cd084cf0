import Kernel
import Platform

/// The campaigns that exist for a caller, the newest first. Who: as for `GetCampaign`.
package enum ListCampaigns {
  /// Campaigns that are looked at for one page.
  private static let lookedAt = 1_000

  /// - Parameters:
  ///   - isOpen: nil for all.
  ///   - before: the id below which to go on.
  package static func run(
    isOpen: Bool?, before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (items: [CampaignView], next: Int64?) {
    try caller.must(.read)
    let sight = try CampaignAccessPolicy(caller, app)
    let found = try await app.store.read { reader in
      var views: [CampaignView] = []
      for row in try reader.campaigns(isOpen: isOpen, before: before, limit: lookedAt) where views.count <= limit {
        if let view = try sight.view(row, reader) { views.append(view) }
      }
      return views
    }
    let shown = Array(found.prefix(limit))
    return (shown, found.count > limit ? shown.last?.row.id : nil)
  }
}
