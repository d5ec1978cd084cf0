extension DemoScene {
  /// The assigned tags of everybody who lives there.
  mutating func assignPersonTags() {
    let rules = DemoTagRules.people.filter { catalogue.tags[$0.code] != nil }
    for person in residents.indices where residents[person].household != nil {
      for rule in rules where rule.fits(residents[person]) && random.chance(rule.share) { put(rule, on: person) }
      assignParty(person)
      if random.chance(residents[person].age >= 60 ? 0.07 : 0.018) { assignDisability(person) }
      if residents[person].livesAlone, residents[person].age >= 60, random.chance(0.07) {
        tag("LL017", .person(person), source: "街道审核")
      }
    }
    for household in households where household.isPoor {
      for person in household.people { tag("MZ002", .person(person), source: "民政救助系统") }
    }
    assignGridLeaders()
  }

  private mutating func put(_ rule: DemoTagRule, on person: Int) {
    tag(rule.code, .person(person), since: 1...rule.days, ended: rule.ended, source: rule.source)
    keepRecord(of: rule.code, person)
  }

  /// Eight in a hundred residents are members of the party.
  private mutating func assignParty(_ person: Int) {
    let age = residents[person].age
    guard age >= 22, residents[person].household != nil else { return }
    if random.chance(0.098) {
      let years = random.int(2...max(2, age - 20))
      tag("DJ001", .person(person), since: 30...1500, ended: 0.01, source: "组织系统名册")
      record("party", .person(person)) { random, asOf in
        let joined = asOf.adding(years: -years).adding(days: -random.int(0...300))
        return [
          ("join_date", .day(joined)), ("full_on", .day(joined.adding(years: 1))),
          ("branch", .text("第\(random.int(1...9))党支部")),
        ]
      }
      if age >= 60, random.chance(0.02) { tag("DJ007", .person(person), since: 1...360, source: "街道党建办") }
    } else if age < 45, random.chance(0.004) {
      tag("DJ002", .person(person), since: 1...500, source: "组织系统名册")
      record("party", .person(person)) { random, asOf in
        [("join_date", .day(asOf.adding(days: -random.int(20...480)))), ("branch", .text("第\(random.int(1...9))党支部"))]
      }
    }
  }

  private mutating func assignDisability(_ person: Int) {
    let (kind, code) = random.pick(Self.disabilities)
    let level = random.int(1...4)
    let isPoorlyOff = level <= 2 && random.chance(0.35)
    tag("CL001", .person(person), since: 100...3000, source: "残联系统名册")
    if let code { tag(code, .person(person), since: 100...3000, source: "残联系统名册") }
    if isPoorlyOff, residents[person].age >= 18 { tag("CL008", .person(person), source: "残联系统名册") }
    if level <= 2, random.chance(0.6) { tag("CL009", .person(person), source: "残联系统名册") }
    if kind == "智力", random.chance(0.3) { tag("CL012", .person(person)) }
    record("disability", .person(person)) { random, asOf in
      let ends = random.int(-60...3600)
      return [("kind", .text(kind)), ("level", .number(level)), ("cert_until", .day(asOf.adding(days: ends)))]
    }
  }

  /// One leader a grid, from among those who live there.
  private mutating func assignGridLeaders() {
    for grid in committee.grids.indices {
      let place = residents.indices.first { person in
        guard let home = residents[person].household, (30...65).contains(residents[person].age) else { return false }
        return batch.buildings[batch.houses[households[home].house].building].grid == grid
      }
      if let place { tag("WM007", .person(place), source: "任职名册", evidence: committee.grids[grid]) }
    }
  }

  private static let disabilities = DemoChoices<(String, String?)>([
    (("肢体", "CL004"), 0.5), (("视力", "CL002"), 0.13), (("听力", "CL003"), 0.15), (("言语", "CL003"), 0.02),
    (("智力", "CL005"), 0.08), (("精神", "CL006"), 0.09), (("多重", nil), 0.03),
  ])
}
