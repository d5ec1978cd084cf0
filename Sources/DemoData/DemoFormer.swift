import Kernel

extension DemoScene {
  /// People who are no longer there: three in ten have died, the others moved away, most of them tenants.
  mutating func rememberFormerPeople(_ count: Int) throws {
    guard !dwellings.isEmpty else { return }
    for _ in 0..<count {
      if random.chance(0.3) { try addDeceased() } else { try addMovedAway() }
    }
  }

  private mutating func addDeceased() throws {
    let death = day(3...1000)
    _ = try addPerson(
      DemoPersonSeed(
        surname: DemoNames.surname(&random), age: random.int(62...101), isMale: random.chance(0.5), hukou: "本市",
        death: death))
    addFormerHome(until: death, years: 30, role: random.chance(0.5) ? .owner : .family)
  }

  private mutating func addMovedAway() throws {
    let until = day(1...1100)
    let isTenant = random.chance(0.8)
    _ = try addPerson(
      DemoPersonSeed(
        surname: DemoNames.surname(&random), age: random.int(20...58), isMale: random.chance(0.5),
        hukou: isTenant ? "外省市" : "本市"))
    addFormerHome(until: until, years: isTenant ? 3 : 25, role: isTenant ? .tenant : .owner)
  }

  private mutating func addFormerHome(until: Day, years: Int, role: OccupancyFacts.Role) {
    let person = batch.people.count - 1
    let since = max(batch.people[person].birth, until.adding(days: -random.int(60...(years * 365))))
    batch.occupancies.append(
      DemoOccupancy(
        house: random.pick(dwellings), person: person, role: role, since: since, until: until, updated: until))
  }

  /// Where some residents lived before, in the same committee.
  mutating func addEarlierHomes() {
    for household in households where random.chance(0.04) {
      let house = random.pick(dwellings)
      for person in household.people where house != household.house {
        let birth = batch.people[person].birth
        let since = household.since.adding(days: -random.int(200...4000))
        guard since > birth else { continue }
        batch.occupancies.append(
          DemoOccupancy(
            house: house, person: person, role: .tenant, since: since, until: household.since,
            updated: household.since))
      }
    }
  }

  /// A few people are entered at a second address too, which a worker has to sort out.
  mutating func addSecondHomes() {
    for household in households where !household.kind.hasElders && random.chance(0.003) {
      let other = random.pick(households)
      guard other.house != household.house, !other.isTenant, !other.kind.hasElders else { continue }
      let person = household.people.lowerBound
      batch.occupancies.append(
        DemoOccupancy(
          house: other.house, person: person, role: .family, since: max(day(10...900), batch.people[person].birth),
          updated: asOf))
    }
  }
}
