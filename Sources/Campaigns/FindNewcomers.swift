import FilterLanguage
import Kernel
import Ledgers
import Platform
import Storage
import TagIndex

/// The question of a campaign asked again today: who has come since it was frozen, and who has left. Who: callers that may read,
/// for whom the campaign exists; rows in their areas.
package enum FindNewcomers {
  package struct Left: Sendable {
    package let entry: EntryRow
    /// `died`, `moved_away` (lies where the campaign looks no more), `no_longer_matches`.
    package let why: String
  }

  package struct Answer: Sendable {
    package let added: (total: Int, items: [EntryDraft])
    package let left: (total: Int, items: [Left])
    package let tree: AreaTree
  }

  /// - Parameter limit: how many of each are listed; the totals are exact.
  /// - Throws: `not_found`, `question_broken`.
  package static func run(_ id: Int64, limit: Int, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.read)
    let sight = try CampaignAccessPolicy(caller, app)
    let (view, held) = try await app.store.read { reader in
      (try sight.find(id, reader), try reader.positions(campaign: id))
    }
    let plan = try await RunPlan.make(view.ledger, asOf: app.clock.today, caller: caller, app: app)
    let added = try await EntryPlan.newcomers(plan, besides: held, view.row.draft, app)
    let today = Set(plan.ids)
    let index = try app.index.index
    let left = try await app.store.read { [plan] reader -> (total: Int, items: [Left]) in
      var (total, gone): (Int, [EntryRow]) = (0, [])
      try reader.lastEntries(campaign: id, places: sight.places) { entry in
        guard !today.contains(UInt32(truncatingIfNeeded: entry.subject)) else { return }
        total += 1
        if gone.count < limit { gone.append(entry) }
      }
      return (total, try gone.map { Left(entry: $0, why: try reason($0, plan, index, reader)) })
    }
    return Answer(added: (added.count, Array(added.prefix(limit))), left: left, tree: sight.tree)
  }

  private static func reason(_ entry: EntryRow, _ plan: RunPlan, _ index: TagIndex, _ reader: Reader) throws -> String {
    let id = UInt32(truncatingIfNeeded: entry.subject)
    let isKnown = index.knows(id, plan.subject, scope: plan.query.scope)
    if isKnown, plan.subject == .people, let died = try reader.deathDate(id), died <= plan.query.asOf { return "died" }
    let place = index.locations(of: [id], plan.subject, asOf: plan.query.asOf, scope: plan.query.scope).first ?? nil
    return isKnown && place?.isCurrent == true ? "no_longer_matches" : "moved_away"
  }
}
