import Kernel
import TagIndex

/// The rows as plain dictionaries, and the rules of the filter language spelled out over them with no thought of speed:
/// what the index is compared with.
struct PlainWorld {
  var areas: [UInt32: AreaFacts] = [:]
  var buildings: [UInt32: BuildingFacts] = [:]
  var houses: [UInt32: HouseFacts] = [:]
  var people: [UInt32: PersonFacts] = [:]
  var shops: [UInt32: ShopFacts] = [:]
  var assets: [UInt32: AssetFacts] = [:]
  var occupancies: [UInt32: OccupancyFacts] = [:]
  var taggings: [UInt32: TaggingFacts] = [:]
  var visits: [UInt32: VisitFacts] = [:]
  var records: [UInt32: RecordFacts] = [:]
  var orders: [UInt32: WorkOrderFacts] = [:]
  var catalogue: Catalogue
  var now: Instant
  var today: Day { now.day }

  init(catalogue: Catalogue, now: Instant) {
    self.catalogue = catalogue
    self.now = now
  }

  func index(keptAnswers: Int = 256) -> TagIndex {
    let builder = IndexBuilder(catalogue: catalogue, now: now, keptAnswers: keptAnswers)
    for row in areas.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in buildings.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in houses.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in people.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in shops.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in assets.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in occupancies.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in taggings.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in visits.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in records.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    for row in orders.values.sorted(by: { $0.id < $1.id }) { builder.add(row) }
    return builder.finish()
  }

  mutating func apply(_ delta: FactsDelta) {
    for row in delta.areas { areas[row.id] = row }
    for row in delta.buildings { buildings[row.id] = row }
    for row in delta.houses { houses[row.id] = row }
    for row in delta.people { people[row.id] = row }
    for row in delta.shops { shops[row.id] = row }
    for row in delta.assets { assets[row.id] = row }
    for row in delta.occupancies { occupancies[row.id] = row }
    for row in delta.taggings { taggings[row.id] = row }
    for row in delta.visits { visits[row.id] = row }
    for row in delta.records { records[row.id] = row }
    for row in delta.workOrders { orders[row.id] = row }
    for (kind, ids) in delta.removed {
      for id in ids {
        switch kind {
        case .areas: areas[id] = nil
        case .buildings: buildings[id] = nil
        case .houses: houses[id] = nil
        case .people: people[id] = nil
        case .shops: shops[id] = nil
        case .assets: assets[id] = nil
        case .occupancies: occupancies[id] = nil
        case .taggings: taggings[id] = nil
        case .visits: visits[id] = nil
        case .records: records[id] = nil
        case .workOrders: orders[id] = nil
        default: break
        }
      }
    }
  }
}
