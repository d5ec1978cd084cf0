/// The parts of a building's address below the road.
struct DemoPlate {
  var compound: Int?
  var lane: String?
  var sublane: String?
  var number: String

  init(number: String) { self.number = number }

  init(_ lane: DemoLane, sublane: String?, number: String) {
    self.number = number
    (compound, self.lane, self.sublane) = (lane.compound, lane.lot.number, sublane)
  }

  /// The canonical form of a building's address.
  func address(on road: String) -> String {
    var text = road
    if let lane { text += lane + "弄" }
    if let sublane { text += sublane + "支弄" }
    return text + number + "号"
  }
}

extension DemoScene {
  /// Adds a building with a number of its own on the road.
  mutating func building(_ lot: DemoLot, _ plot: DemoPlot, storeys: Int, built: Int) -> Int {
    building(lot, DemoPlate(number: lot.number), plot, storeys: storeys, built: built)
  }

  mutating func building(_ lot: DemoLot, _ plate: DemoPlate, _ plot: DemoPlot, storeys: Int, built: Int) -> Int {
    batch.buildings.append(
      DemoBuilding(
        grid: lot.grid, compound: plate.compound, address: plate.address(on: lot.road), road: lot.road,
        lane: plate.lane, sublane: plate.sublane, number: plate.number, building: nil, storeys: storeys, built: built,
        updated: confirmed()))
    plots.append(plot)
    return batch.buildings.count - 1
  }

  /// Adds a house; without a room it is the whole building.
  @discardableResult
  mutating func house(_ building: Int, room: String?, kind: String, area: Double) -> Int {
    var address = batch.buildings[building].address
    if let room { address += room + (room.utf8.first.map { (48...57).contains($0) } == true ? "室" : "") }
    batch.houses.append(
      DemoHouse(
        building: building, address: address, room: room, kind: kind, area: random.chance(0.003) ? nil : area,
        updated: confirmed()))
    return batch.houses.count - 1
  }

  /// What a compound is called; some old lanes have no name.
  mutating func compoundName(_ plot: DemoPlot) -> String? {
    guard random.chance(plot == .oldLane ? 0.5 : 0.9) else { return nil }
    let ending: String
    switch plot {
    case .tower: ending = random.pick(["花园", "苑", "大厦", "公寓"])
    case .walkUp: ending = random.pick(["新村", "小区", "公寓"])
    default: ending = random.pick(["里", "坊", "邨", "别业"])
    }
    return random.pick(Self.compoundWords) + random.pick(Self.compoundWords) + ending
  }

  private static let compoundWords = [
    "梧", "桐", "荷", "风", "云", "月", "晴", "雨", "松", "竹", "兰", "桂", "康", "乐", "宁", "和", "福", "瑞", "锦", "文", "明", "德",
  ]
}
