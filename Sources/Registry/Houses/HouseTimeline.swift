import Kernel
import Platform

/// All that happened at an address. Who: any caller that may read and in whose areas the house lies.
package enum HouseTimeline {
  package typealias Event = TimelineEvent

  package struct Page: Sendable {
    package let items: [Event]
    package let next: String?
  }

  /// - Parameter cursor: what the page before gave.
  /// - Throws: `not_found`, `bad_cursor`.
  package static func run(
    _ house: Int64, before cursor: String?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page {
    try caller.must(.read)
    try await app.requireVisible(.houses, house, caller)
    guard let skip = Int(cursor ?? "0"), skip >= 0, skip <= 1_000_000 else {
      throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
    }
    let (today, policy) = (app.clock.today, try AccessPolicy(caller, app))
    // Who sees as a unit knows of its orders only, also where it knows of the house.
    let unit = caller.seesAsUnit ? caller.unit ?? "" : nil
    let events = try await app.store.read { reader in
      try reader.timeline(
        house: house, until: today, withoutTags: policy.hiddenTags, withoutDatasets: policy.hiddenDatasets, unit: unit,
        skip: skip, limit: limit)
    }
    return Page(items: events, next: events.count == limit ? String(skip + limit) : nil)
  }
}
