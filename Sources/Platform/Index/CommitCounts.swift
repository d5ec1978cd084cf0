import Kernel

/// Commits that the index has taken, by what they concern.
package struct CommitCounts: Sendable, Equatable {
  /// Areas and buildings.
  package private(set) var places: UInt64 = 0
  /// Everything but work orders: who lives and trades where, what hangs on it, and the catalogue.
  package private(set) var registry: UInt64 = 0
  package private(set) var orders: UInt64 = 0

  mutating func add(_ delta: FactsDelta) {
    let gone = Set(delta.removed.filter { !$0.value.isEmpty }.keys)
    if !delta.areas.isEmpty || !delta.buildings.isEmpty || !gone.isDisjoint(with: [.areas, .buildings]) { places += 1 }
    if !delta.workOrders.isEmpty || gone.contains(.workOrders) { orders += 1 }
    let hasRows =
      !delta.areas.isEmpty || !delta.buildings.isEmpty || !delta.houses.isEmpty || !delta.people.isEmpty
      || !delta.shops.isEmpty || !delta.assets.isEmpty || !delta.occupancies.isEmpty || !delta.taggings.isEmpty
      || !delta.visits.isEmpty || !delta.records.isEmpty
    if hasRows || delta.catalogueChanged || !gone.subtracting([.workOrders]).isEmpty { registry += 1 }
  }
}
