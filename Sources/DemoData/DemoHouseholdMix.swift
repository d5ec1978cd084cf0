/// Who lives together.
enum DemoHouseholdKind: CaseIterable, Sendable {
  case elderAlone, elderCouple, elderAndChild, eldersAndChild, eldersAndCouple, elderAndGrandchild
  case threeGenerations, threeGenerationsOneElder
  case single, couple, coupleWithChild, coupleWithTwo, coupleWithGrown, parentAndChild
  case sharers, crowd

  /// Children (0–14), adults (15–59), elders (60 and over).
  var members: (children: Int, adults: Int, elders: Int) {
    switch self {
    case .elderAlone: (0, 0, 1)
    case .elderCouple: (0, 0, 2)
    case .elderAndChild: (0, 1, 1)
    case .eldersAndChild: (0, 1, 2)
    case .eldersAndCouple: (0, 2, 2)
    case .elderAndGrandchild: (1, 0, 1)
    case .threeGenerations: (1, 2, 2)
    case .threeGenerationsOneElder: (1, 2, 1)
    case .single: (0, 1, 0)
    case .couple: (0, 2, 0)
    case .coupleWithChild: (1, 2, 0)
    case .coupleWithTwo: (2, 2, 0)
    case .coupleWithGrown: (0, 3, 0)
    case .parentAndChild: (1, 1, 0)
    case .sharers: (0, 4, 0)
    case .crowd: (0, 7, 0)
    }
  }

  var size: Int { members.children + members.adults + members.elders }
  var hasElders: Bool { members.elders > 0 }

  /// How many of such households rent.
  var tenantShare: Double {
    switch self {
    case .single: 0.62
    case .couple: 0.46
    case .coupleWithChild: 0.28
    case .coupleWithTwo: 0.3
    case .coupleWithGrown: 0.15
    case .parentAndChild: 0.4
    case .sharers, .crowd: 1
    default: 0.03
    }
  }
}

/// How many households of each kind: shares solved so that together they give Shanghai's pyramid of the 2020 census
/// (0–14: 9.8 %, 15–59: 66.8 %, 60 and over: 23.4 %) and its 2.32 people to a household, with one elder in ten alone.
enum DemoHouseholdMix {
  private static let shares = DemoChoices<DemoHouseholdKind>([
    (.elderAlone, 0.0569), (.elderCouple, 0.1), (.elderAndChild, 0.047), (.elderAndGrandchild, 0.003),
    (.eldersAndChild, 0.05),
    (.eldersAndCouple, 0.018), (.threeGenerations, 0.035), (.threeGenerationsOneElder, 0.03), (.single, 0.2049),
    (.couple, 0.1688), (.coupleWithChild, 0.1264), (.coupleWithTwo, 0.012), (.coupleWithGrown, 0.115),
    (.parentAndChild, 0.012), (.sharers, 0.018), (.crowd, 0.003),
  ])
  private static let peopleEach = 2.32

  /// Households for exactly so many people, in no order.
  ///
  /// Kinds are dealt at even distances along the line of shares, not drawn one by one: even a small committee has its
  /// part of each.
  static func deal(residents: Int, _ random: inout DemoRandom) -> [DemoHouseholdKind] {
    let count = max(1, Int((Double(residents) / peopleEach).rounded()))
    let start = random.unit()
    var kinds = (0..<count).map { shares.value(at: (Double($0) + start) / Double(count)) }
    random.shuffle(&kinds)
    var total = kinds.reduce(0) { $0 + $1.size }
    while total > residents, let last = kinds.popLast() { total -= last.size }
    while total < residents {
      let kind: DemoHouseholdKind = residents - total == 1 ? .single : .couple
      kinds.append(kind)
      total += kind.size
    }
    return kinds
  }
}
