import Kernel

/// A day that a row does not have; every test of it answers no.
let noDay = Int32.min
/// The end of what has not ended.
let openEnd = Int32.max

/// The people: what their own rows say, and where they belong on the index's day.
final class PeopleTable {
  let all = Bitmap()
  /// Those alive on the index's day.
  var alive = Bitmap()
  /// Who died when.
  private(set) var deaths: [UInt32: Int32] = [:]
  /// `openEnd` for the living, `noDay` for a row that is not there.
  let death = Column<Int32>(fill: noDay)
  let birth = Column<Int32>(fill: noDay)
  let births = DayBuckets()
  let updated = Column<Int32>(fill: noDay)
  let name = TextColumn()
  let sex = WordColumn()
  let hukou = WordColumn()
  let ethnicity = WordColumn()
  let education = WordColumn()
  /// By committee and grid: where they live or trade today, and to whose care they belong (`World.care`).
  let places = BitmapFamily()
  let care = BitmapFamily()

  var words: [WordColumn] { [sex, hukou, ethnicity, education] }

  func put(_ facts: PersonFacts, today: Int32) {
    all.add(facts.id)
    let died = facts.death?.number ?? openEnd
    deaths[facts.id] = facts.death?.number
    death[facts.id] = died
    if died > today { alive.add(facts.id) } else { alive.remove(facts.id) }
    let born = facts.birth?.number ?? noDay
    if born != birth[facts.id] {
      if birth[facts.id] != noDay { births.remove(facts.id, on: birth[facts.id]) }
      if born != noDay { births.add(facts.id, on: born) }
      birth[facts.id] = born
    }
    updated[facts.id] = facts.updatedAt.day.number
    name.set(facts.name, for: facts.id)
    sex.set(facts.sex, for: facts.id)
    hukou.set(facts.hukou, for: facts.id)
    ethnicity.set(facts.ethnicity, for: facts.id)
    education.set(facts.education, for: facts.id)
  }

  func drop(_ id: UInt32) {
    guard death[id] != noDay else { return }
    all.remove(id)
    alive.remove(id)
    deaths[id] = nil
    death[id] = noDay
    if birth[id] != noDay { births.remove(id, on: birth[id]) }
    birth[id] = noDay
    updated[id] = noDay
    name.set(nil, for: id)
    for word in words { word.set(nil, for: id) }
  }

  /// Those who live on `day`, among all who are recorded.
  func alive(on day: Int32) -> Bitmap {
    let living = all.copy()
    for (id, died) in deaths where died <= day { living.remove(id) }
    return living
  }
}

final class BuildingTable {
  let all = Bitmap()
  let committee = Column<UInt32>(fill: 0)
  let grid = Column<UInt32>(fill: 0)
  let address = TextColumn()
  let road = WordColumn()
  let compound = WordColumn()
  let stored = StoredColumns(.buildings)
  let updated = Column<Int32>(fill: noDay)
  let places = BitmapFamily()

  func put(_ facts: BuildingFacts) {
    drop(facts.id)
    all.add(facts.id)
    committee[facts.id] = facts.committee
    grid[facts.id] = facts.grid ?? 0
    for area in [facts.committee, facts.grid ?? 0] where area != 0 { places.add(facts.id, to: Int(area)) }
    address.set(facts.address, for: facts.id)
    road.set(facts.road, for: facts.id)
    compound.set(facts.compound, for: facts.id)
    stored.put(facts.stored, for: facts.id)
    updated[facts.id] = facts.updatedAt.day.number
  }

  /// Takes the row out; its texts stay until they are overwritten, out of anybody's reach.
  func drop(_ id: UInt32) {
    guard committee[id] != 0 else { return }
    all.remove(id)
    for area in [committee[id], grid[id]] where area != 0 { places.remove(id, from: Int(area)) }
    stored.drop(id)
    committee[id] = 0
    grid[id] = 0
  }
}

final class HouseTable {
  let all = Bitmap()
  let building = Column<UInt32>(fill: 0)
  let ofBuilding = Chain()
  /// 0 for a row that is not there.
  let committee = Column<UInt32>(fill: 0)
  let grid = Column<UInt32>(fill: 0)
  let address = TextColumn()
  let kind = WordColumn()
  let area = Column<Double>(fill: .nan)
  let stored = StoredColumns(.houses)
  let updated = Column<Int32>(fill: noDay)
  let places = BitmapFamily()
  /// Of the index's day.
  let residents = Column<UInt16>(fill: 0)
  let use = Column<UInt8>(fill: 0)
  let uses = BitmapFamily()

  func put(_ facts: HouseFacts) {
    drop(facts.id)
    all.add(facts.id)
    building[facts.id] = facts.building
    ofBuilding.insert(facts.id, under: facts.building)
    committee[facts.id] = facts.committee
    grid[facts.id] = facts.grid ?? 0
    for area in [facts.committee, facts.grid ?? 0] where area != 0 { places.add(facts.id, to: Int(area)) }
    address.set(facts.address, for: facts.id)
    kind.set(facts.kind, for: facts.id)
    area[facts.id] = facts.area ?? .nan
    stored.put(facts.stored, for: facts.id)
    updated[facts.id] = facts.updatedAt.day.number
  }

  func drop(_ id: UInt32) {
    guard committee[id] != 0 else { return }
    all.remove(id)
    ofBuilding.remove(id, from: building[id])
    for area in [committee[id], grid[id]] where area != 0 { places.remove(id, from: Int(area)) }
    kind.set(nil, for: id)
    stored.drop(id)
    building[id] = 0
    committee[id] = 0
    grid[id] = 0
  }
}
