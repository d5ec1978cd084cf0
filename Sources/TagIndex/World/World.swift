import CRoaring
import Dispatch
import Kernel

/// Everything the index knows, as rows and as sets. Not thread-safe by itself: `TagIndex` holds the lock.
package final class World {
  var areas = AreaTable()
  let buildings = BuildingTable()
  let houses = HouseTable()
  let people = PeopleTable()
  let shops = ShopTable()
  let assets = AssetTable()
  let occupancies = OccupancyTable()
  var taggings = TaggingTable()
  let visits = VisitTable()
  let records = RecordTable()
  let orders = OrderTable()
  var catalogue: Catalogue
  /// The index's day: the one whose sets are kept ready.
  var today: Int32
  /// The minute that the clocks of orders are looked at, of that day.
  var now: Int32

  init(catalogue: Catalogue, now: Instant) {
    self.catalogue = catalogue
    today = now.day.number
    self.now = Minutes.of(now)
    taggings.learn(catalogue)
    records.learn(catalogue.datasets)
  }

  /// Ends the bulk load: derives what follows from several tables and turns lists into bitmaps, on all cores. Each part
  /// changes only what is its own and reads columns that no part changes, which is what makes the sharing safe.
  func finish() {
    nonisolated(unsafe) let world = self
    DispatchQueue.concurrentPerform(iterations: 5) { part in
      switch part {
      case 0: world.finishPeople()
      case 1: world.finishHouses()
      case 3: world.orders.seal()
      case 2: world.taggings.current.seal()
      default: world.finishWords()
      }
    }
    for all in [people.all, people.alive, houses.all, buildings.all, shops.all, assets.all] { all.optimize() }
    // The lists are gone: their memory goes back to the system now, not some day.
    FreedMemory.giveBack()
  }

  private func finishPeople() {
    people.all.each { linkPerson($0) }
    people.places.seal()
    people.care.seal()
  }

  private func finishHouses() {
    houses.all.each { linkHouse($0) }
    shops.all.each { linkShop($0) }
    for family in [houses.places, houses.uses, shops.places, shops.care, buildings.places] { family.seal() }
  }

  private func finishWords() {
    people.births.seal()
    let columns =
      people.words + houses.stored.words + buildings.stored.words
      + [houses.kind, shops.kind, shops.category, shops.status, assets.kind, assets.status]
      + [buildings.road, buildings.compound, visits.purpose]
    for column in columns { column.members.seal() }
  }
}
