import Kernel

extension DemoScene {
  /// Lets the households move in, one a home; the homes that are left over stand empty.
  mutating func settle(_ mix: [DemoHouseholdKind]) throws {
    var homes = dwellings
    random.shuffle(&homes)
    for (kind, house) in zip(mix, homes) { try settle(kind, in: house) }
    addEarlierHomes()
    addSecondHomes()
  }

  private mutating func settle(_ kind: DemoHouseholdKind, in house: Int) throws {
    let isTenant = random.chance(kind.tenantShare)
    let home = hukou(kind, isTenant: isTenant)
    let ages = DemoAges.deal(kind, isTenant: isTenant, &random)
    let first = batch.people.count
    let since = moveIn(house, isTenant: isTenant)
    households.append(
      DemoHousehold(
        kind: kind, house: house, people: first..<(first + ages.count), isTenant: isTenant,
        until: isTenant ? leaseEnd() : nil, since: since, isPoor: home == "本市" && !isTenant && random.chance(0.021)))
    var family = DemoFamily(kind, &random)
    for (place, age) in ages.enumerated() {
      let isMale = family.nextIsMale(&random)
      var seed = DemoPersonSeed(
        surname: family.surname(place, isMale: isMale, &random), age: age, isMale: isMale,
        hukou: random.chance(0.04) ? (home == "本市" ? "外省市" : "本市") : home, household: households.count - 1,
        livesAlone: ages.count == 1)
      seed.birth = milestone(age)
      seed.phone = age >= 75 && random.chance(0.35) ? family.phone : nil
      family.phone = try addPerson(seed) ?? family.phone
      occupy(house, batch.people.count - 1, place)
    }
  }

  private mutating func occupy(_ house: Int, _ person: Int, _ place: Int) {
    let household = households[households.count - 1]
    let role: OccupancyFacts.Role = household.isTenant ? .tenant : place == 0 ? .owner : .family
    batch.occupancies.append(
      DemoOccupancy(
        house: house, person: person, role: role, since: max(household.since, batch.people[person].birth),
        until: household.until, updated: batch.people[person].updated))
  }

  /// 58 % of all residents are of Shanghai: nearly all elders, few tenants.
  private mutating func hukou(_ kind: DemoHouseholdKind, isTenant: Bool) -> String {
    if random.chance(isTenant ? 0.12 : kind.hasElders ? 0.91 : 0.595) { return "本市" }
    let other = random.unit()
    return other < 0.962 ? "外省市" : other < 0.979 ? "港澳台" : "外籍"
  }

  private mutating func moveIn(_ house: Int, isTenant: Bool) -> Day {
    if isTenant { return day(2...1000) }
    if random.chance(0.025) { return day(2...90) }
    let built = batch.buildings[batch.houses[house].building].built
    let years = max(2, min(40, asOf.year - built - 1))
    return day(91...(years * 365))
  }

  /// Some leases end within a month, some have no end.
  private mutating func leaseEnd() -> Day? {
    let kind = random.unit()
    return kind < 0.09
      ? asOf.adding(days: random.int(1...30)) : kind < 0.8 ? asOf.adding(days: random.int(31...700)) : nil
  }

  /// Half of those who are 89 or 99 have their birthday within the coming three months, which is more than chance would
  /// give: there is always somebody to congratulate.
  private mutating func milestone(_ age: Int) -> Day? {
    guard age == 89 || age == 99, random.chance(0.5) else { return nil }
    let birthday = asOf.adding(days: random.int(5...88))
    return Day(year: birthday.year - age - 1, month: birthday.parts.month, day: min(28, birthday.parts.day))
  }
}
