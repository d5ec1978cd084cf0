extension DemoScene {
  mutating func keepRecordsOfTenancies() {
    for household in households where household.isTenant {
      let house = DemoSubject.house(household.house)
      if random.chance(0.82) { keepLease(household) }
      if random.chance(household.kind == .crowd ? 0.5 : 0.02) {
        let isPartitioned = household.kind == .crowd
        record("partition", house, source: "群租整治") {
          [
            ("checked_on", $0.day($1, ago: 1...300)), ("rooms", .number($0.int(2...6))),
            ("partitioned", .flag(isPartitioned)),
          ]
        }
      }
    }
  }

  /// A lease without end was registered for a year at a time, and one in three of those was not renewed.
  private mutating func keepLease(_ household: DemoHousehold) {
    let since = household.since
    let until = household.until
    record("lease", .house(household.house), source: "租赁备案") { random, asOf in
      let registered = until ?? asOf.adding(days: random.chance(0.33) ? -random.int(1...200) : random.int(1...365))
      return [
        ("since", .day(min(since, registered))), ("until", .day(registered)),
        ("rent", .number(random.int(28...130) * 100)),
        ("rooms", .number(random.int(1...3))),
      ]
    }
  }
}
