import Kernel

extension DemoScene {
  /// The record that stands behind an assigned tag.
  mutating func keepRecord(of code: String, _ person: Int) {
    switch code {
    case "RS001":
      record("employment", .person(person), source: "就业系统") {
        [("status", .text("失业")), ("since", $0.day($1, ago: 10...600))]
      }
    case "TY001":
      let age = residents[person].age
      record("service_record", .person(person), source: "退役军人服务站") { random, asOf in
        let discharged = asOf.adding(days: -random.int(age < 30 ? 20...1500 : 2000...(age - 19) * 365))
        return [
          ("enlisted", .day(discharged.adding(years: -random.int(2...8)))), ("discharged", .day(discharged)),
          ("branch", random.text(["陆军", "海军", "空军", "武警"])),
        ]
      }
    case "WM001":
      for _ in 0..<random.int(0...5) where random.chance(0.5) {
        record("volunteering", .person(person), source: "志愿者系统") {
          [
            ("on", $0.day($1, ago: 1...150)), ("hours", .number($0.int(1...4))),
            ("project", $0.text(["文明路口", "垃圾分类", "助老", "爱心义卖"])),
          ]
        }
      }
    default: break
    }
  }

  mutating func keepRecordsOfPeople() {
    for person in residents.indices where residents[person].household != nil {
      let age = residents[person].age
      if age <= 6 { keepVaccinations(person) }
      if (18...24).contains(age), random.chance(0.45) { keepGraduation(person, age) }
      if (19...62).contains(age), random.chance(0.3) { keepEmployment(person, age) }
      if age >= 16, random.chance(0.12) {
        record("online_account", .person(person), source: "线上社区") {
          [("verified", .flag($0.chance(0.93))), ("since", $0.day($1, ago: 5...1500))]
        }
      }
    }
    for household in households where household.isPoor {
      for person in household.people where random.chance(0.6) {
        keepAid(person, "低保补充", 1...330)
      }
    }
  }

  private mutating func keepVaccinations(_ person: Int) {
    guard random.chance(0.7) else { return }
    record("vaccination", .person(person), source: "社区卫生服务中心") {
      [
        ("vaccine", $0.text(["百白破", "乙脑", "麻腮风", "甲肝"])), ("due", $0.day($1, ago: 20...400)),
        ("given", .flag($0.chance(0.96))),
      ]
    }
    record("vaccination", .person(person), source: "社区卫生服务中心") {
      [("vaccine", $0.text(["流脑", "脊灰", "水痘"])), ("due", $0.day($1, ago: -200...0)), ("given", .flag(false))]
    }
  }

  private mutating func keepGraduation(_ person: Int, _ age: Int) {
    record("graduation", .person(person)) { random, asOf in
      let june = Day(year: asOf.year - (random.chance(0.6) ? 0 : 1), month: 6, day: 30) ?? asOf
      let levels = age <= 19 ? ["高中", "中专"] : ["大专", "本科", "本科", "硕士"]
      return [("on", .day(min(june, asOf))), ("level", random.text(levels)), ("school", .text("虚构学校"))]
    }
  }

  private mutating func keepEmployment(_ person: Int, _ age: Int) {
    record("employment", .person(person), source: "社保系统") { random, asOf in
      let status =
        age < 23 && random.chance(0.5)
        ? "在校" : age > 57 && random.chance(0.6) ? "退休" : random.chance(0.93) ? "在职" : "灵活就业"
      return [("status", .text(status)), ("since", random.day(asOf, ago: 60...3000))]
    }
  }

  mutating func keepAid(_ person: Int, _ kind: String, _ ago: ClosedRange<Int>) {
    record("aid", .person(person), source: "民政救助系统") {
      [("kind", .text(kind)), ("on", $0.day($1, ago: ago)), ("amount", .number($0.int(2...40) * 50))]
    }
  }
}
