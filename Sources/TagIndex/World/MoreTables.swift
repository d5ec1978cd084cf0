import Kernel

final class ShopTable {
  let all = Bitmap()
  let name = TextColumn()
  let kind = WordColumn()
  let category = WordColumn()
  let status = WordColumn()
  let opened = Column<Int32>(fill: noDay)
  let licenceUntil = Column<Int32>(fill: noDay)
  let closes = Column<Int32>(fill: noDay)
  let updated = Column<Int32>(fill: noDay)
  let places = BitmapFamily()
  let care = BitmapFamily()

  func put(_ facts: ShopFacts) {
    all.add(facts.id)
    name.set(facts.name, for: facts.id)
    kind.set(facts.kind, for: facts.id)
    category.set(facts.category, for: facts.id)
    status.set(facts.status, for: facts.id)
    opened[facts.id] = facts.opened?.number ?? noDay
    licenceUntil[facts.id] = facts.licenceUntil?.number ?? noDay
    closes[facts.id] = facts.closes ?? noDay
    updated[facts.id] = facts.updatedAt.day.number
  }

  func drop(_ id: UInt32) {
    all.remove(id)
    name.set(nil, for: id)
    for word in [kind, category, status] { word.set(nil, for: id) }
    for day in [opened, licenceUntil, closes, updated] where day[id] != noDay { day[id] = noDay }
  }
}

final class AssetTable {
  let all = Bitmap()
  let kind = WordColumn()
  let status = WordColumn()
  let house = Column<UInt32>(fill: 0)
  let building = Column<UInt32>(fill: 0)
  let ofHouse = Chain()
  let ofBuilding = Chain()
  let due = Column<Int32>(fill: noDay)
  let updated = Column<Int32>(fill: noDay)

  func put(_ facts: AssetFacts) {
    drop(facts.id)
    all.add(facts.id)
    kind.set(facts.kind, for: facts.id)
    status.set(facts.status, for: facts.id)
    if let at = facts.house {
      house[facts.id] = at
      ofHouse.insert(facts.id, under: at)
    }
    if let at = facts.building {
      building[facts.id] = at
      ofBuilding.insert(facts.id, under: at)
    }
    due[facts.id] = facts.due?.number ?? noDay
    updated[facts.id] = facts.updatedAt.day.number
  }

  func drop(_ id: UInt32) {
    guard all.contains(id) else { return }
    all.remove(id)
    for word in [kind, status] { word.set(nil, for: id) }
    if house[id] != 0 { ofHouse.remove(id, from: house[id]) }
    if building[id] != 0 { ofBuilding.remove(id, from: building[id]) }
    house[id] = 0
    building[id] = 0
  }
}

/// Visits at houses, whether about one person there or the house.
final class VisitTable {
  let house = Column<UInt32>(fill: 0)
  let person = Column<UInt32>(fill: 0)
  let day = Column<Int32>(fill: noDay)
  let purpose = WordColumn()
  let ofHouse = Chain()
  let ofPerson = Chain()

  func put(_ facts: VisitFacts) {
    drop(facts.id)
    house[facts.id] = facts.house
    ofHouse.insert(facts.id, under: facts.house)
    if let about = facts.person {
      person[facts.id] = about
      ofPerson.insert(facts.id, under: about)
    }
    day[facts.id] = facts.on.number
    purpose.set(facts.purpose, for: facts.id)
  }

  func drop(_ id: UInt32) {
    guard house[id] != 0 else { return }
    ofHouse.remove(id, from: house[id])
    if person[id] != 0 { ofPerson.remove(id, from: person[id]) }
    house[id] = 0
    person[id] = 0
    day[id] = noDay
    purpose.set(nil, for: id)
  }
}

/// The dated links. A row is somebody's or a shop's, never both.
final class OccupancyTable {
  /// 0 for a row that is not there.
  let house = Column<UInt32>(fill: 0)
  let person = Column<UInt32>(fill: 0)
  let shop = Column<UInt32>(fill: 0)
  let role = Column<UInt8>(fill: 0)
  let since = Column<Int32>(fill: noDay)
  let until = Column<Int32>(fill: openEnd)
  let ofHouse = Chain()
  let ofPerson = Chain()
  let ofShop = Chain()

  func put(_ facts: OccupancyFacts) {
    drop(facts.id)
    house[facts.id] = facts.house
    ofHouse.insert(facts.id, under: facts.house)
    if let who = facts.person {
      person[facts.id] = who
      ofPerson.insert(facts.id, under: who)
    } else if let which = facts.shop {
      shop[facts.id] = which
      ofShop.insert(facts.id, under: which)
    }
    role[facts.id] = facts.role.rawValue
    since[facts.id] = facts.since?.number ?? noDay
    until[facts.id] = facts.until?.number ?? openEnd
  }

  func drop(_ id: UInt32) {
    guard house[id] != 0 else { return }
    ofHouse.remove(id, from: house[id])
    if person[id] != 0 {
      ofPerson.remove(id, from: person[id])
      person[id] = 0
    }
    if shop[id] != 0 {
      ofShop.remove(id, from: shop[id])
      shop[id] = 0
    }
    house[id] = 0
  }
}

extension TagSubject {
  /// A small number for arrays that hold something a kind of subject.
  var slot: Int {
    switch self {
    case .person: 0
    case .house: 1
    case .shop: 2
    case .building: 3
    }
  }
}
