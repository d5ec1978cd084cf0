import Kernel

/// Takes the facts of all rows and becomes a `TagIndex`.
///
/// Each row is added once. Kinds are kept apart, so that different kinds may be added from different threads at the same
/// time, each kind from one of them: that is what makes `@unchecked Sendable` true. `finish()` comes after all of them.
package final class IndexBuilder: @unchecked Sendable {
  private let world: World
  private let fold: @Sendable (String) -> String
  private let keptAnswers: Int

  /// - Parameters:
  ///   - catalogue: tags and datasets; taggings need to know their tags' kinds of subject.
  ///   - now: its day is the one whose sets are kept ready, its minute the one by which orders are overdue.
  ///   - keptAnswers: how many answers may be kept; 0 for none.
  ///   - fold: makes of an address in a question what canonical addresses look like.
  package init(
    catalogue: Catalogue, now: Instant, keptAnswers: Int = 256,
    fold: @escaping @Sendable (String) -> String = { $0 }
  ) {
    world = World(catalogue: catalogue, now: now)
    self.keptAnswers = keptAnswers
    self.fold = fold
  }

  package func add(_ facts: AreaFacts) { world.areas.put(facts) }
  package func add(_ facts: BuildingFacts) { world.buildings.put(facts) }
  package func add(_ facts: HouseFacts) { world.houses.put(facts) }
  package func add(_ facts: PersonFacts) { world.people.put(facts, today: world.today) }
  package func add(_ facts: ShopFacts) { world.shops.put(facts) }
  package func add(_ facts: AssetFacts) { world.assets.put(facts) }
  package func add(_ facts: OccupancyFacts) { world.occupancies.put(facts) }
  package func add(_ facts: TaggingFacts) { world.taggings.put(facts, today: world.today) }
  package func add(_ facts: VisitFacts) { world.visits.put(facts) }
  package func add(_ facts: RecordFacts) { world.records.put(facts) }
  package func add(_ facts: WorkOrderFacts) { world.orders.put(facts, now: world.now) }

  /// The index. The builder must not be used again.
  package func finish() -> TagIndex {
    world.finish()
    return TagIndex(world, fold: fold, keptAnswers: keptAnswers)
  }
}
