import Kernel

/// One committee while it is being made. Each step (places, households, shops …) is an extension in a file of its own.
struct DemoScene {
  let committee: DemoCommittee
  let asOf: Day
  let catalogue: DemoCatalogue
  var random: DemoRandom
  var numbers: DemoNumbers
  var batch: DemoBatch

  /// What stands on each building's plot, by the building's place.
  var plots: [DemoPlot] = []
  /// Places of houses.
  var dwellings: [Int] = []
  var storefronts: [Int] = []
  var offices: [Int] = []
  var households: [DemoHousehold] = []
  /// Who each person of the batch is, by the person's place.
  var residents: [DemoResident] = []

  init(
    _ committee: DemoCommittee, of plan: DemoPlan, seed: UInt64, asOf: Day, catalogue: DemoCatalogue
  ) {
    (self.committee, self.asOf, self.catalogue) = (committee, asOf, catalogue)
    random = DemoRandom(seed: seed, stream: UInt64(committee.index))
    numbers = DemoNumbers(committee: committee.index, of: plan.committees.count)
    batch = DemoBatch(
      subdistrict: committee.subdistrict, committee: committee.name + "居委会", grids: committee.grids)
  }

  /// Everything of the committee, in the order in which one thing needs another.
  mutating func make() throws -> DemoBatch {
    let formerPeople = committee.people * 3 / 100
    let mix = DemoHouseholdMix.deal(residents: committee.people - formerPeople, &random)
    buildPlaces(households: mix.count)
    try settle(mix)
    try rememberFormerPeople(formerPeople)
    try openShops()
    installAssets()
    assignPersonTags()
    assignHouseTags()
    assignShopTags()
    assignBuildingTags()
    keepRecords()
    payVisits()
    return batch
  }

  /// The day on which a row was last confirmed: most within half a year, some long ago.
  mutating func confirmed() -> Day {
    asOf.adding(days: -(random.chance(0.85) ? random.int(0...170) : random.int(171...600)))
  }

  mutating func day(_ ago: ClosedRange<Int>) -> Day { asOf.adding(days: -random.int(ago)) }
}

/// What stands on a plot.
enum DemoPlot: Sendable {
  /// 石库门 and 新式里弄, built before 1949.
  case oldLane
  /// 多层, five to seven storeys without an elevator.
  case walkUp
  /// 高层 with elevators.
  case tower
  case storefront, app, other
}

struct DemoHousehold: Sendable {
  var kind: DemoHouseholdKind
  var house: Int
  /// Places of its people.
  var people: Range<Int>
  var isTenant: Bool
  /// When the lease ends, of tenants; nil: without end.
  var until: Day?
  var since: Day
  /// 低保家庭.
  var isPoor: Bool
}

struct DemoResident: Sendable {
  var age: Int
  var isMale: Bool
  var isLocal: Bool
  var isForeign: Bool
  var livesAlone: Bool
  /// Nil for those who have died or moved away.
  var household: Int?
}
