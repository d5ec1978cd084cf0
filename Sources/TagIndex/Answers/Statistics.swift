import Domain

/// How big the index is.
package struct IndexStatistics: Sendable {
  package let people: Int
  package let houses: Int
  package let shops: Int
  package let taggings: Int
  package let workOrders: Int
  /// Bytes of columns and bitmaps, by part; without what the allocator adds.
  package let bytes: [String: Int]
}

extension TagIndex {
  package func statistics() -> IndexStatistics {
    let kept = keptBytes
    return lock.readAlways {
      let (people, houses) = (world.people, world.houses)
      let ownColumns = people.death.bytes + people.birth.bytes + people.updated.bytes
      let sets = people.births.bytes + people.places.bytes + people.care.bytes
      let words = people.words.reduce(0) { $0 + $1.bytes }
      let rows =
        houses.building.bytes + houses.ofBuilding.bytes + houses.committee.bytes + houses.grid.bytes + houses.kind.bytes
      let values = houses.area.bytes + houses.built.bytes + houses.updated.bytes + houses.residents.bytes
      return IndexStatistics(
        people: people.all.count, houses: houses.all.count, shops: world.shops.all.count,
        taggings: world.taggings.tag.count,
        workOrders: world.orders.all.count,
        bytes: [
          "people": ownColumns + sets + words, "names": people.name.size,
          "houses": rows + values + houses.places.bytes + houses.uses.bytes, "addresses": houses.address.size,
          "occupancies": world.occupancies.bytes, "taggings": world.taggings.bytes,
          "tags": world.taggings.current.bytes, "work_orders": world.orders.bytes, "answers": kept,
        ])
    }
  }
}
