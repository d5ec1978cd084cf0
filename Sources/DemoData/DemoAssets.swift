import Kernel

extension DemoScene {
  /// Elevators in towers, offices and a few old walk-ups that got one; charging piles, hydrants, smoke alarms.
  mutating func installAssets() {
    for (building, plot) in plots.enumerated() {
      switch plot {
      case .tower, .app: for _ in 0..<random.int(1...2) { addElevator(building) }
      case .walkUp where random.chance(0.05): addElevator(building)
      default: break
      }
      if plot == .walkUp || plot == .tower, random.chance(0.06) {
        add("charging_pile", "C", building: building, due: due(365, overdue: 0.02))
      }
      if random.chance(0.03) { add("hydrant", "X", building: building, due: due(365, overdue: 0.03)) }
    }
    for household in households where household.kind.hasElders && random.chance(0.12) {
      add("smoke_alarm", "Y", house: household.house, due: due(730, overdue: 0.01))
    }
  }

  private mutating func addElevator(_ building: Int) {
    add("elevator", "T", building: building, due: due(365, overdue: 0.03))
  }

  /// The next inspection, within `period` days or, of a few, missed.
  private mutating func due(_ period: Int, overdue: Double) -> Day {
    random.chance(overdue) ? day(1...60) : asOf.adding(days: random.int(0...period))
  }

  private mutating func add(_ kind: String, _ letter: String, building: Int? = nil, house: Int? = nil, due: Day) {
    let status = random.chance(0.97) ? "在用" : random.pick(["停用", "维修"])
    batch.assets.append(
      DemoAsset(
        kind: kind,
        code:
          "\(letter)310199\(DemoNumbers.padded(committee.index + 1, 4))\(DemoNumbers.padded(batch.assets.count + 1, 4))",
        building: building, house: house, status: status, due: due, updated: confirmed()))
  }
}
