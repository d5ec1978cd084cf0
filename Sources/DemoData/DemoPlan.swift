import Kernel

/// A stretch of a road: its doors and lanes have these numbers.
struct DemoStretch: Sendable {
  let road: String
  let numbers: ClosedRange<Int>
  /// How many shops it draws, compared with others.
  var shops = 1.0

  init(_ road: String, _ numbers: ClosedRange<Int>, shops: Double = 1) {
    (self.road, self.numbers, self.shops) = (road, numbers, shops)
  }
}

/// What one committee is to hold.
struct DemoCommittee: Sendable {
  let index: Int
  /// The name without 居委会.
  let name: String
  let subdistrict: String
  let grids: [String]
  let stretches: [DemoStretch]
  let people: Int
}

/// Which committees there are for so many people: first the sixteen of 瑞金二路街道, then those of other streets.
struct DemoPlan: Sendable {
  let committees: [DemoCommittee]

  static let mostPeople = 10_000_000
  /// A Shanghai committee has some six thousand people; the sixteen hold a hundred thousand at this size.
  private static let peopleEach = 6250
  private static let fewestEach = 40

  /// - Throws: `Problem` (`invalid`) for less than one person or more than ten million.
  init(people: Int) throws {
    guard (1...Self.mostPeople).contains(people) else {
      throw Problem(.invalid, "bad_people", "人数须在 1 到 \(Self.mostPeople) 之间。")
    }
    let home = RuijinStreet.committees
    let wanted = (people + Self.peopleEach - 1) / Self.peopleEach
    let count = wanted > home.count ? wanted : min(home.count, max(1, people / Self.fewestEach))
    let others = OtherStreets.committees(max(0, count - home.count))
    let all = home.prefix(count) + others
    committees = all.enumerated().map { index, committee in
      DemoCommittee(
        index: index, name: committee.name, subdistrict: committee.subdistrict,
        grids: DemoPlan.grids(committee.name, committee.grids), stretches: committee.stretches,
        people: people / all.count + (index < people % all.count ? 1 : 0))
    }
  }

  private static func grids(_ committee: String, _ count: Int) -> [String] {
    ["一", "二", "三"].prefix(count).map { "\(committee)第\($0)微网格" }
  }
}

/// A committee before people are counted into it.
struct DemoCommitteeSite: Sendable {
  let name: String
  let subdistrict: String
  let grids: Int
  let stretches: [DemoStretch]
}
