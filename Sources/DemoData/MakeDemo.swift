import Kernel
import Storage

/// How far the making of a street has come.
package struct DemoProgress: Sendable, Equatable {
  package let people: Int
  package let ofPeople: Int
  package var tickets = 0
  /// The committee that was just loaded; nil while indexes are made anew at the end.
  package let committee: String?
}

/// What was made.
package struct DemoSummary: Sendable, Equatable {
  package var committees = 0
  package var grids = 0
  package var buildings = 0
  package var houses = 0
  package var people = 0
  package var shops = 0
  package var assets = 0
  package var occupancies = 0
  package var taggings = 0
  package var records = 0
  package var visits = 0
  package var tickets = 0

  mutating func add(_ batch: DemoBatch) {
    committees += 1
    grids += batch.grids.count
    buildings += batch.buildings.count
    houses += batch.houses.count
    people += batch.people.count
    shops += batch.shops.count
    assets += batch.assets.count
    occupancies += batch.occupancies.count
    taggings += batch.taggings.count
    records += batch.records.count
    visits += batch.visits.count
  }
}

/// Invents 瑞金二路街道 with its people, shops and lives in a database that has none: the same rows from the same seed,
/// number and day, but for the nonces of what is sealed.
///
/// Nobody in it exists. A hundred thousand people are its sixteen committees; more spill into the streets around it.
package struct MakeDemo: Sendable {
  private let store: Store

  package init(_ store: Store) { self.store = store }

  /// Makes and loads the street. Not while a server runs on the database: its index would not follow.
  ///
  /// - Throws: `Problem`: `conflict` when the database holds people or houses, `invalid` for an impossible number. When
  ///   it breaks half-way, the file is to be deleted.
  package func run(
    _ caller: Caller = .operatorAtConsole, people: Int = 100_000, tickets: Int = 0, seed: UInt64 = 1,
    asOf: Day,
    progress: @Sendable (DemoProgress) -> Void = { _ in }
  ) async throws -> DemoSummary {
    try caller.must(.importRosters)
    let plan = try DemoPlan(people: people)
    guard (0...Self.mostTickets).contains(tickets) else {
      throw Problem(.invalid, "bad_tickets", "工单数须在 0 到 \(Self.mostTickets) 之间。")
    }
    let catalogue = try await store.read { try $0.demoCatalogue() }
    let made = [
      ("people", String(people)), ("tickets", String(tickets)), ("seed", String(seed)), ("as_of", asOf.description),
    ]
    try await store.beginDemo(
      caller, changes: made.map { .init($0.0, before: nil, after: $0.1) }, bulk: max(people, tickets) > Self.fewPeople)
    var summary = DemoSummary()
    for try await batch in batches(plan, seed: seed, asOf: asOf, catalogue) {
      try await store.loadDemo(batch)
      summary.add(batch)
      progress(DemoProgress(people: summary.people, ofPeople: people, committee: batch.committee))
    }
    for try await orders in try await DemoTickets(store, count: tickets, seed: seed, asOf: asOf).batches() {
      try await store.loadDemo(orders, withEvents: tickets <= Self.manyTickets)
      summary.tickets += orders.count
      progress(DemoProgress(people: summary.people, ofPeople: people, tickets: summary.tickets, committee: nil))
    }
    progress(DemoProgress(people: summary.people, ofPeople: people, tickets: summary.tickets, committee: nil))
    try await store.endDemo()
    return summary
  }

  package static let mostTickets = 5_000_000
  /// Above this tickets come without their timelines: those are for loads that measure.
  private static let manyTickets = 50_000
  /// Below this the indexes are kept while rows come in.
  private static let fewPeople = 20_000
  /// Committees that are made ahead of the one that is being loaded: enough to keep the cores busy, and each is some
  /// tens of megabytes.
  private static let ahead = 4

  /// The committees in order, made in parallel.
  private func batches(
    _ plan: DemoPlan, seed: UInt64, asOf: Day, _ catalogue: DemoCatalogue
  ) -> AsyncThrowingStream<DemoBatch, any Error> {
    let queue = DemoQueue(count: plan.committees.count, ahead: Self.ahead) { index in
      var scene = DemoScene(
        plan.committees[index], of: plan, seed: seed, asOf: asOf, catalogue: catalogue)
      return try scene.make()
    }
    return AsyncThrowingStream { try await queue.next() }
  }
}
