/// Ages of people who live together, so that parents are older than their children.
enum DemoAges {
  private static let elders = DemoChoices<ClosedRange<Int>>([
    (60...64, 0.28), (65...69, 0.25), (70...74, 0.19), (75...79, 0.125), (80...84, 0.075), (85...89, 0.05),
    (90...94, 0.024), (95...99, 0.0063), (100...104, 0.0004),
  ])
  private static let adults = DemoChoices<ClosedRange<Int>>([
    (18...21, 0.05), (22...29, 0.24), (30...39, 0.33), (40...49, 0.21), (50...59, 0.17),
  ])

  /// The ages of a household, the head first: elders, then adults, then children.
  static func deal(_ kind: DemoHouseholdKind, isTenant: Bool, _ random: inout DemoRandom) -> [Int] {
    switch kind {
    case .elderAlone: return [elder(&random, old: 0.45)]
    case .elderCouple: return elderCouple(&random, limit: 104)
    case .elderAndChild: return withAdult([elder(&random, old: 0.2)], &random)
    case .elderAndGrandchild: return [elder(&random, limit: 78), random.int(4...14)]
    case .eldersAndChild: return withAdult(elderCouple(&random, limit: 88), &random)
    case .eldersAndCouple:
      let ages = withAdult(elderCouple(&random, limit: 88), &random)
      return ages + [near(ages[2], &random)]
    case .threeGenerations: return threeGenerations(elderCouple(&random, limit: 80), &random)
    case .threeGenerationsOneElder: return threeGenerations([elder(&random, limit: 82)], &random)
    case .single: return [!isTenant && random.chance(0.006) ? random.int(16...17) : adult(&random, young: isTenant)]
    case .couple:
      let first = max(21, adult(&random, young: isTenant))
      return [first, near(first, &random)]
    case .coupleWithGrown:
      let child = random.int(15...27)
      let parent = min(59, child + random.int(23...32))
      return [parent, near(parent, &random), child]
    case .coupleWithChild, .coupleWithTwo, .parentAndChild: return family(kind, &random)
    case .sharers, .crowd: return (0..<kind.size).map { _ in random.int(19...38) }
    }
  }

  /// - Parameter old: how often the older of two draws counts, for the widowed.
  private static func elder(_ random: inout DemoRandom, old: Double = 0, limit: Int = 104) -> Int {
    func draw(_ random: inout DemoRandom) -> Int { min(limit, random.int(random.pick(elders))) }
    let first = draw(&random)
    return random.chance(old) ? max(first, draw(&random)) : first
  }

  private static func elderCouple(_ random: inout DemoRandom, limit: Int) -> [Int] {
    let first = elder(&random, limit: limit)
    return [first, min(limit, max(60, first + random.int(-5...3)))]
  }

  private static func adult(_ random: inout DemoRandom, young: Bool) -> Int {
    let age = random.int(random.pick(adults))
    return young && age > 45 && random.chance(0.6) ? random.int(20...40) : age
  }

  private static func near(_ age: Int, _ random: inout DemoRandom) -> Int {
    min(59, max(20, age + random.int(-4...3)))
  }

  /// Adds a grown child to elders.
  private static func withAdult(_ elders: [Int], _ random: inout DemoRandom) -> [Int] {
    elders + [min(59, max(22, (elders.min() ?? 60) - random.int(24...33)))]
  }

  private static func threeGenerations(_ elders: [Int], _ random: inout DemoRandom) -> [Int] {
    let ages = withAdult(elders, &random)
    let parent = max(ages[elders.count], 25)
    return ages + [near(parent, &random), child(of: parent, &random)]
  }

  private static func family(_ kind: DemoHouseholdKind, _ random: inout DemoRandom) -> [Int] {
    let parent = random.int(26...45)
    let (children, adults, _) = kind.members
    let parents = adults == 2 ? [parent, near(parent, &random)] : [parent]
    return parents + (0..<children).map { _ in child(of: parent, &random) }
  }

  private static func child(of parent: Int, _ random: inout DemoRandom) -> Int {
    let gap = random.int(23...35)
    return parent - gap < 0 || parent - gap > 14 ? random.int(0...min(14, max(1, parent - 21))) : parent - gap
  }
}
