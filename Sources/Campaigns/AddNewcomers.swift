import Kernel
import Ledgers
import Platform
import Storage

/// Takes into the last round whoever has come since the campaign was frozen. Who: callers that may manage campaigns, for whom it
/// exists; of subjects in their areas.
package enum AddNewcomers {
  /// - Returns: how many were added; none where nobody has come.
  /// - Throws: `not_found`, `campaign_closed`, `question_broken`.
  package static func run(
    _ id: Int64, caller: Caller, app: AppContext
  ) async throws -> (added: Int, view: CampaignView) {
    try caller.must(.manageCampaigns)
    let sight = try CampaignAccessPolicy(caller, app)
    let (view, held) = try await app.store.read { reader in
      (try sight.find(id, reader), try reader.positions(campaign: id))
    }
    try view.requireOpen()
    let plan = try await RunPlan.make(view.ledger, asOf: app.clock.today, caller: caller, app: app)
    let found = try await EntryPlan.newcomers(plan, besides: held, view.row.draft, app)
    let added = try await app.store.write { writer -> Int in
      let view = try sight.find(id, writer.read)
      try view.requireOpen()
      let fresh = try fitting(found, held, writer.read.positions(campaign: id))
      guard !fresh.isEmpty else { return 0 }
      try writer.insertEntries(fresh, campaign: id, round: view.lastRound)
      try writer.recordChange(.campaigns, id, .update)
      try writer.audit(
        caller,
        AuditEntry(
          "campaigns.newcomers", subject: .campaigns, id: id,
          changes: [
            AuditEntry.Change("round", before: nil, after: String(view.lastRound)),
            AuditEntry.Change("entries", before: nil, after: String(fresh.count)),
          ]))
      return fresh.count
    }
    return (added, try await GetCampaign.run(id, caller: caller, app: app))
  }

  /// Somebody else may have added some, and taken a place, since they were looked for.
  private static func fitting(
    _ found: [EntryDraft], _ before: [UInt32: Int64], _ now: [UInt32: Int64]
  ) -> [EntryDraft] {
    guard now.count != before.count else { return found }
    var last = max(now.values.max() ?? 0, found.map(\.position).max() ?? 0)
    let taken = Set(now.values)
    return found.filter { now[$0.subject] == nil }.map { entry in
      guard taken.contains(entry.position) else { return entry }
      var entry = entry
      last += EntryPlan.gap
      entry.position = last
      return entry
    }
  }
}
