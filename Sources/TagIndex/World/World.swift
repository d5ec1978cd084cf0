import Domain
import Filter

/// Everything the index knows, as rows and as sets. Not thread-safe by itself: `TagIndex` holds the lock.
final class World {
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
  var catalogue: Catalogue
  /// The index's day: the one whose sets are kept ready.
  var today: Int32

  init(catalogue: Catalogue, today: Day) {
    self.catalogue = catalogue
    self.today = today.number
    _ = taggings.learn(catalogue.tags)
    records.learn(catalogue.datasets)
  }

  /// Ends the bulk load: derives what follows from several tables and turns lists into bitmaps.
  func finish() {
    people.all.each { linkPerson($0) }
    shops.all.each { linkShop($0) }
    houses.all.each { linkHouse($0) }
    people.births.seal()
    let words =
      people.words + [houses.kind, shops.kind, shops.category, shops.status, assets.kind, assets.status]
      + [buildings.road, buildings.compound, visits.purpose]
    let families =
      words.map(\.members) + [people.places, people.care, shops.places, shops.care, houses.places, houses.uses]
      + [buildings.places, taggings.current]
    for family in families { family.seal() }
    for all in [people.all, people.alive, houses.all, buildings.all, shops.all, assets.all] { all.optimize() }
  }

  /// Links the taggings anew, after a tag became another kind of subject's, appeared or went.
  func relinkTaggings() {
    let old = taggings
    taggings = TaggingTable()
    _ = taggings.learn(catalogue.tags)
    for id in 0..<UInt32(old.tag.count) where old.tag[id] != 0 {
      let until = old.until[id] == openEnd ? nil : Day(number: old.until[id])
      taggings.put(
        TaggingFacts(
          id: id, tag: old.tag[id], subject: old.subject[id], since: Day(number: old.since[id]), until: until),
        today: today)
    }
    taggings.current.seal()
  }
}
