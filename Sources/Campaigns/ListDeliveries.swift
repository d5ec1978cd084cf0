import Kernel
import Platform
import Storage

/// Who is to get what in a round, and what became of it, in the order of doors. Who: callers that may read, for whom the campaign
/// exists; entries in their areas.
package enum ListDeliveries {
  package struct Wish: Sendable {
    /// Nil for the last.
    package var round: Int?
    package var state: DeliveryState?
    /// A code.
    package var area: String?
    package var building: Int64?
    /// The subject behind whose door to go on.
    package var after: Int64?
    package var limit: Int

    package init(
      round: Int? = nil, state: DeliveryState? = nil, area: String? = nil, building: Int64? = nil, after: Int64? = nil,
      limit: Int = 50
    ) {
      (self.round, self.state, self.area, self.building) = (round, state, area, building)
      (self.after, self.limit) = (after, limit)
    }
  }

  /// - Throws: `not_found`, `unknown_area`, `bad_cursor`.
  package static func run(
    _ id: Int64, _ wish: Wish, caller: Caller, app: AppContext
  ) async throws -> (page: Page<EntryRow>, tree: AreaTree) {
    try caller.must(.read)
    try Page<EntryRow>.check(limit: wish.limit)
    let sight = try CampaignAccessPolicy(caller, app)
    let page = try await app.store.read { reader -> Page<EntryRow> in
      let round = try sight.find(id, reader).round(wish.round)
      let places = try sight.places(within: wish.area)
      var position: Int64?
      if let subject = wish.after {
        guard let held = try reader.position(campaign: id, round: round, subject: subject, places: sight.places) else {
          throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
        }
        position = held
      }
      let filter = EntryFilter(round: round, state: wish.state, building: wish.building, places: places)
      let counts = try reader.campaignCounts(
        id,
        CountQuestion(by: .round, round: round, state: wish.state, building: wish.building, places: places))
      return Page(
        total: counts.reduce(0) { $0 + $1.entries },
        items: try reader.entries(campaign: id, filter, after: position, limit: wish.limit + 1), limit: wish.limit
      ) { $0.subject }
    }
    return (page, sight.tree)
  }
}
