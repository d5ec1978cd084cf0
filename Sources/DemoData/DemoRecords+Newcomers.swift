extension DemoScene {
  /// What the police station and the worker know of where people are registered.
  mutating func keepRecordsOfNewcomers() {
    for person in residents.indices where residents[person].household != nil && !residents[person].isForeign {
      if residents[person].isLocal {
        if random.chance(0.25) { keepHukouPlace(person, here: random.chance(0.68)) }
      } else {
        if random.chance(0.9) { keepRegistration(person) }
        if residents[person].age >= 16, random.chance(0.55) { keepPermit(person) }
        if random.chance(0.1) { keepHukouPlace(person, here: false) }
      }
    }
  }

  private mutating func keepHukouPlace(_ person: Int, here: Bool) {
    record("hukou_place", .person(person), source: "公安人口") {
      [("here", .flag(here)), ("checked_on", $0.day($1, ago: 5...700))]
    }
  }

  private mutating func keepRegistration(_ person: Int) {
    record("residence_registration", .person(person), source: "公安人口") {
      [("on", $0.day($1, ago: 1...900)), ("reason", $0.text(["务工", "就学", "投靠亲属", "经商"]))]
    }
  }

  private mutating func keepPermit(_ person: Int) {
    record("permit", .person(person), source: "居住证系统") { random, asOf in
      let until = asOf.adding(days: random.chance(0.06) ? -random.int(1...200) : random.int(0...365))
      return [("kind", .text("居住证")), ("issued", .day(until.adding(years: -1))), ("until", .day(until))]
    }
  }

  /// What does not fit together and waits for a person to check it.
  mutating func keepRecordsOfFaults() {
    for person in residents.indices {
      if residents[person].household == nil, let death = batch.people[person].death {
        record("funeral", .person(person), source: "殡葬信息") { _, _ in [("on", .day(death)), ("source", .text("殡葬"))] }
      } else if residents[person].age >= 75, random.chance(0.0015) {
        record("funeral", .person(person), source: "医保停发") {
          [("on", $0.day($1, ago: 1...60)), ("source", .text("医保停发"))]
        }
      }
      if random.chance(0.02) { keepPhoneCheck(person) }
      if random.chance(batch.people[person].idNumber == nil ? 0.5 : 0.01) { keepNumberCheck(person) }
    }
  }

  private mutating func keepPhoneCheck(_ person: Int) {
    record("phone_check", .person(person), source: "走访登记") {
      [("on", $0.day($1, ago: 1...300)), ("result", $0.text(["接通", "接通", "无人接听", "空号", "停机", "非本人"]))]
    }
  }

  private mutating func keepNumberCheck(_ person: Int) {
    let isMissing = batch.people[person].idNumber == nil
    record("id_check", .person(person), source: "证件核验") { random, asOf in
      let fields: DemoFields = [("valid", .flag(!isMissing)), ("on", random.day(asOf, ago: 1...500))]
      return isMissing ? fields + [("reason", .text("号码与姓名不符，已退回补登"))] : fields
    }
  }
}
