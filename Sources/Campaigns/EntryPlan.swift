import FilterLanguage
import Kernel
import Ledgers
import Platform
import TagIndex

/// The entries that a frozen answer makes: who, where, how much, in the order of doors.
enum EntryPlan {
  /// Between two doors is room for so many newcomers, halving by halving.
  static let gap: Int64 = 1 << 20
  /// What campaigns are about.
  static let subjects: [Subject] = [.houses, .people, .shops]
  /// Rows that are read at once.
  private static let batch = 5_000

  /// All rows of the plan, in their order.
  static func whole(_ plan: RunPlan, _ draft: CampaignDraft, _ app: AppContext) async throws -> [EntryDraft] {
    let ids = try await app.index.index.ordered(plan.ids, by: plan.sort, plan.query)
    return try await entries(ids, plan, draft, app).enumerated().map { place, entry in
      var entry = entry
      entry.position = Int64(place + 1) * gap
      return entry
    }
  }

  /// Those of the plan that the campaign has not yet, each behind the door that it comes after. Where no room is left they come
  /// last.
  static func newcomers(
    _ plan: RunPlan, besides held: [UInt32: Int64], _ draft: CampaignDraft, _ app: AppContext
  ) async throws -> [EntryDraft] {
    let ids = try await app.index.index.ordered(plan.ids, by: plan.sort, plan.query)
    var fresh = try await entries(ids.filter { held[$0] == nil }, plan, draft, app)
    let taken = held.values.sorted()
    var last = taken.last ?? 0
    var (before, waiting, next): (Int64, [Int], Int) = (0, [], 0)
    func settle(upTo end: Int64?) {
      // A door of another committee may stand between: the next that is taken, not the next of this answer.
      let end = [following(before, taken), end].compactMap(\.self).min()
      let step = end.map { ($0 - before) / Int64(waiting.count + 1) } ?? 0
      for index in waiting {
        if step > 0 {
          before += step
          fresh[index].position = before
        } else {
          last += gap
          fresh[index].position = last
        }
      }
      waiting = []
    }
    for id in ids {
      if let position = held[id] {
        if !waiting.isEmpty { settle(upTo: position) }
        before = max(before, position)
      } else {
        waiting.append(next)
        next += 1
      }
    }
    if !waiting.isEmpty { settle(upTo: nil) }
    return fresh
  }

  /// The first of these, which stand in order, that is greater.
  private static func following(_ position: Int64, _ sorted: [Int64]) -> Int64? {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > position { high = middle } else { low = middle + 1 }
    }
    return low < sorted.count ? sorted[low] : nil
  }

  /// - Returns: one for each id, in their order.
  private static func entries(
    _ ids: [UInt32], _ plan: RunPlan, _ draft: CampaignDraft, _ app: AppContext
  ) async throws -> [EntryDraft] {
    let index = try app.index.index
    var found: [EntryDraft] = []
    found.reserveCapacity(ids.count)
    for start in stride(from: 0, to: ids.count, by: batch) {
      let part = Array(ids[start..<min(start + batch, ids.count)])
      let places = index.locations(of: part, plan.subject, asOf: plan.query.asOf, scope: plan.query.scope)
      let column = plan.subject == .houses ? "residents" : "name"
      let scope = plan.draft.areas.map { app.indexTree($0) }
      let rows = try await app.store.read { [kind = plan.kind, asOf = plan.query.asOf] reader in
        try reader.rows(of: kind, ids: part, columns: [column], asOf: asOf, scope: scope)
      }
      for (id, place) in zip(part, places) {
        let row = try rows[id].map { try JSONReader.read($0) }
        var entry = EntryDraft(
          subject: id, position: 0, house: place?.house, building: place?.building, committee: place?.committee,
          grid: place?.grid, name: nil, address: place?.address, expected: draft.quantity)
        if case .string(let name)? = row?["name"] { entry.name = name }
        if draft.rule == .perResident, case .number(let residents)? = row?["residents"] {
          entry.expected = draft.quantity * Int(residents)
        }
        found.append(entry)
      }
    }
    return found
  }
}

extension AppContext {
  /// The committees and grids of these areas.
  fileprivate func indexTree(_ areas: [Int64]) -> [UInt32] { (try? index.areas.placed(within: areas)) ?? [] }
}
