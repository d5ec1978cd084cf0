import Addresses
import Storage
import TagIndex

extension LiveIndex {
  /// Reads the tables into a new index. Three readers work side by side: one for who lives where, one for
  /// the tags, one for the work orders.
  static func build(_ store: Store) async throws -> LiveIndex {
    let (words, areas, applied) = try await store.read { reader in
      (try CatalogueWords.read(reader), try reader.areas(), try reader.lastChange())
    }
    let builder = IndexBuilder(
      catalogue: words.catalogue, now: store.clock.now(), fold: { AddressFolding.fold($0) })
    for area in areas { builder.add(area) }
    async let who: Void = store.read { reader in
      try reader.buildingFacts { builder.add($0) }
      try reader.houseFacts { builder.add($0) }
      try reader.personFacts { builder.add($0) }
      try reader.occupancyFacts { builder.add($0) }
    }
    async let what: Void = store.read { reader in
      try reader.taggingFacts { builder.add($0) }
      try reader.shopFacts { builder.add($0) }
      try reader.assetFacts { builder.add($0) }
      try reader.visitFacts { builder.add($0) }
      try reader.recordFacts { builder.add($0) }
    }
    async let orders: Void = store.read { reader in try reader.workOrderFacts { builder.add($0) } }
    _ = try await (who, what, orders)
    return LiveIndex(
      index: builder.finish(), catalogue: words, areas: AreaTree(areas), applied: applied)
  }
}
