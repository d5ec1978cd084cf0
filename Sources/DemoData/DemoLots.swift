/// A free number on a road.
struct DemoLot: Sendable {
  let road: String
  let number: String
  let grid: Int
}

/// The numbers of a committee's stretches that are not taken yet. A lane and a door may share a number (弄 is not 号).
struct DemoLots {
  private struct Stretch {
    let road: String
    let first: Int
    /// How many numbers the stretches before it have.
    let offset: Int
    var lanes: [Int]
    var doors: [String]
  }
  private var stretches: [Stretch] = []
  private let byWidth: DemoChoices<Int>
  private let byShops: DemoChoices<Int>
  private let width: Int
  private let grids: Int
  private var spare: Int

  init(_ committee: DemoCommittee, _ random: inout DemoRandom) {
    var offset = 0
    for stretch in committee.stretches {
      var lanes = Array(stretch.numbers)
      random.shuffle(&lanes)
      stretches.append(
        Stretch(
          road: stretch.road, first: stretch.numbers.lowerBound, offset: offset, lanes: lanes,
          doors: Self.doors(stretch.numbers, &random)))
      offset += stretch.numbers.count
    }
    byWidth = DemoChoices(committee.stretches.enumerated().map { ($0, Double($1.numbers.count)) })
    byShops = DemoChoices(committee.stretches.enumerated().map { ($0, Double($1.numbers.count) * $1.shops) })
    (width, grids) = (offset, committee.grids.count)
    spare = 5000 + committee.index * 1000
  }

  /// Plain numbers are taken first (from the end), then those with 甲, 乙, 丙.
  private static func doors(_ numbers: ClosedRange<Int>, _ random: inout DemoRandom) -> [String] {
    var doors: [String] = []
    for suffix in ["丙", "乙", "甲", ""] {
      var row = numbers.map { String($0) + suffix }
      random.shuffle(&row)
      doors += row
    }
    return doors
  }

  mutating func lane(_ random: inout DemoRandom) -> DemoLot {
    let index = random.pick(byWidth)
    let number = stretches[index].lanes.popLast() ?? beyond()
    return lot(index, String(number))
  }

  mutating func door(_ random: inout DemoRandom) -> DemoLot { door(random.pick(byWidth)) }
  mutating func shopDoor(_ random: inout DemoRandom) -> DemoLot { door(random.pick(byShops)) }

  private mutating func door(_ index: Int) -> DemoLot {
    lot(index, stretches[index].doors.popLast() ?? String(beyond()))
  }

  /// A number that no stretch has, for a committee that is fuller than its roads.
  private mutating func beyond() -> Int {
    spare += 1
    return spare
  }

  private func lot(_ index: Int, _ number: String) -> DemoLot {
    let stretch = stretches[index]
    let value = number.utf8.prefix { (48...57).contains($0) }.reduce(0) { $0 * 10 + Int($1 - 48) }
    let position = min(max(stretch.offset + value - stretch.first, 0), width - 1)
    return DemoLot(road: stretch.road, number: number, grid: position * grids / width)
  }
}
