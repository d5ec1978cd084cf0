/// Surnames and sexes within a household, from the head on.
struct DemoFamily {
  private let kind: DemoHouseholdKind
  private let name: String
  private var sexes: [Bool] = []
  /// A number that others of the family may give as theirs.
  var phone: String?

  init(_ kind: DemoHouseholdKind, _ random: inout DemoRandom) {
    self.kind = kind
    name = DemoNames.surname(&random)
  }

  /// The sex of the next member; a couple is a man and a woman.
  mutating func nextIsMale(_ random: inout DemoRandom) -> Bool {
    let isMale: Bool
    if let last = sexes.last, kind.spouses.contains(sexes.count) {
      isMale = !last
    } else {
      // Women live longer: of elders alone two in three are women.
      isMale = random.chance(kind == .elderAlone ? 0.34 : 0.51)
    }
    sexes.append(isMale)
    return isMale
  }

  /// The family's name is that of its men and children; women who married into it keep their own.
  func surname(_ place: Int, isMale: Bool, _ random: inout DemoRandom) -> String {
    let isInCouple = kind.spouses.contains(place) || kind.spouses.contains(place + 1)
    let hasOwnName = kind == .sharers || kind == .crowd || isInCouple && !isMale
    return hasOwnName ? DemoNames.surname(&random) : name
  }
}

extension DemoHouseholdKind {
  /// The places of those who are married to the member before them.
  var spouses: Set<Int> {
    switch self {
    case .threeGenerations, .eldersAndCouple: [1, 3]
    case .threeGenerationsOneElder: [2]
    case .elderCouple, .eldersAndChild, .couple, .coupleWithChild, .coupleWithTwo, .coupleWithGrown: [1]
    case .elderAlone, .elderAndChild, .elderAndGrandchild, .single, .parentAndChild, .sharers, .crowd: []
    }
  }
}
