extension DemoScene {
  /// Lanes with their homes, then shopfronts and offices along the roads.
  mutating func buildPlaces(households: Int) {
    var lots = DemoLots(committee, &random)
    let wanted = households + max(1, households * 64 / 1000)
    while dwellings.count < wanted { buildLane(&lots, wanted) }
    let shops = max(3, committee.people * 23 / 1000)
    for _ in 0..<shops { buildStorefront(&lots) }
    buildOffices(&lots, count: max(2, committee.people * 35 / 10_000))
    let hall = building(lots.door(&random), .other, storeys: 2, built: 1988)
    house(hall, room: nil, kind: "other", area: 180)
  }

  private mutating func buildLane(_ lots: inout DemoLots, _ wanted: Int) {
    // A tower for the last few households would stand half empty.
    let plot = wanted - dwellings.count < 150 ? .oldLane : random.pick(Self.lanePlots)
    let lot = lots.lane(&random)
    batch.compounds.append(DemoCompound(road: lot.road, lane: lot.number, name: compoundName(plot)))
    let lane = DemoLane(
      lot: lot, compound: batch.compounds.count - 1, sublanes: plot == .oldLane && random.chance(0.25))
    let numbers: Int
    switch plot {
    case .tower: numbers = random.int(1...3)
    case .walkUp: numbers = random.int(3...12)
    default: numbers = random.int(8...32)
    }
    let built = random.int(plot == .tower ? 1985...2012 : plot == .walkUp ? 1952...1998 : 1912...1948)
    for number in 1...numbers where dwellings.count < wanted {
      buildNumber(lane, number, plot, built: built + random.int(0...2))
    }
  }

  private mutating func buildNumber(_ lane: DemoLane, _ number: Int, _ plot: DemoPlot, built: Int) {
    let sublane = lane.sublanes ? String((number - 1) / 8 + 1) : nil
    let text = String(number) + (plot == .oldLane && random.chance(0.03) ? "甲" : "")
    let storeys = random.int(plot == .tower ? 16...30 : plot == .walkUp ? 5...7 : 2...3)
    let place = building(lane.lot, .init(lane, sublane: sublane, number: text), plot, storeys: storeys, built: built)
    switch plot {
    case .tower: rooms(place, floors: storeys, each: random.int(4...8), area: 52...140)
    case .walkUp: rooms(place, floors: storeys, each: random.int(2...3), area: 34...78)
    default: oldRooms(place, storeys)
    }
  }

  private mutating func rooms(_ building: Int, floors: Int, each: Int, area: ClosedRange<Int>) {
    for floor in 1...floors {
      for room in 1...each {
        dwellings.append(
          house(building, room: String(floor * 100 + room), kind: "dwelling", area: Double(random.int(area))))
      }
    }
  }

  /// A whole house, rooms by number, or rooms by the old words for them.
  private mutating func oldRooms(_ building: Int, _ storeys: Int) {
    if random.chance(0.12) {
      dwellings.append(house(building, room: nil, kind: "dwelling", area: Double(random.int(90...220))))
    } else if random.chance(0.35) {
      rooms(building, floors: storeys, each: random.int(1...2), area: 16...45)
    } else {
      var words = Self.oldRoomWords
      random.shuffle(&words)
      for word in words.prefix(random.int(2...5)) {
        dwellings.append(house(building, room: word, kind: "dwelling", area: Double(random.int(9...32))))
      }
    }
  }

  private mutating func buildStorefront(_ lots: inout DemoLots) {
    let place = building(
      lots.shopDoor(&random), .storefront, storeys: random.int(1...3), built: random.int(1918...1996))
    storefronts.append(house(place, room: nil, kind: "shopfront", area: Double(random.int(12...110))))
  }

  private mutating func buildOffices(_ lots: inout DemoLots, count: Int) {
    var rest = count
    while rest > 0 {
      let storeys = random.int(6...24)
      let place = building(lots.door(&random), .app, storeys: storeys, built: random.int(1986...2015))
      for floor in 2...storeys where rest > 0 {
        for room in 1...3 where rest > 0 {
          offices.append(
            house(place, room: String(floor * 100 + room), kind: "office", area: Double(random.int(40...380))))
          rest -= 1
        }
      }
    }
  }

  private static let lanePlots = DemoChoices<DemoPlot>([(.oldLane, 0.5), (.walkUp, 0.4), (.tower, 0.1)])
  private static let oldRoomWords = ["底层", "前楼", "后楼", "亭子间", "三层阁", "灶间"]
}

/// A lane while its numbers are being built.
struct DemoLane {
  let lot: DemoLot
  let compound: Int
  let sublanes: Bool
}
