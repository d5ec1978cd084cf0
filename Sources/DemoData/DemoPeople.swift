import Identity
import Kernel

/// What decides who a person is; the rest is drawn.
struct DemoPersonSeed {
  var surname: String
  var age: Int
  var isMale: Bool
  var hukou: String
  var household: Int?
  var livesAlone = false
  var death: Day?
  /// Where it matters: on a birthday of the coming three months.
  var birth: Day?
  /// A relative's number, which elders often give.
  var phone: String?
}

extension DemoScene {
  /// Adds a person; what comes back is the telephone number, for relatives to share.
  mutating func addPerson(_ seed: DemoPersonSeed) throws -> String? {
    let wanted = seed.birth ?? birthday(age: seed.age, on: seed.death ?? asOf)
    let (birth, kind, number) = identity(seed, born: wanted)
    let isForeign = seed.hukou == "外籍"
    let name =
      isForeign
      ? DemoNames.foreign(&random)
      : seed.surname + DemoNames.given(isMale: seed.isMale, born: birth.year, &random)
    let phone = seed.phone ?? (seed.age >= 12 && random.chance(0.82) ? numbers.phone() : nil)
    let hasNumber = random.chance(0.995)
    batch.people.append(
      DemoPerson(
        name: name, isMale: seed.isMale, birth: birth, death: seed.death, idKind: kind.rawValue,
        idNumber: hasNumber ? .idNumber(number) : nil, phone: phone.map { .phone($0) },
        hukou: seed.hukou, ethnicity: isForeign ? nil : random.pick(Self.ethnicities),
        education: DemoEducation.pick(age: seed.age, born: birth.year, &random),
        source: random.pick(Self.sources), updated: confirmed()))
    batch.people[batch.people.count - 1].isComplete = !random.chance(0.0008)
    residents.append(
      DemoResident(
        age: seed.age, isMale: seed.isMale, isLocal: seed.hukou == "本市", isForeign: isForeign,
        livesAlone: seed.livesAlone, household: seed.household))
    return phone
  }

  private mutating func identity(
    _ seed: DemoPersonSeed, born day: Day
  ) -> (birth: Day, kind: Identifier.Kind, number: String) {
    switch seed.hukou {
    case "外籍": return (day, .passport, numbers.passport())
    case "港澳台":
      let (birth, number) = numbers.identity("810199", born: day, isMale: seed.isMale)
      return (birth, .hmtResidencePermit, number)
    default:
      let (birth, number) = numbers.identity("310199", born: day, isMale: seed.isMale)
      return (birth, .residentIdentity, number)
    }
  }

  /// A birthday of somebody who is `age` on `day`.
  private mutating func birthday(age: Int, on day: Day) -> Day {
    day.adding(years: -age).adding(days: -random.int(0...364))
  }

  private static let ethnicities = DemoChoices<String>([
    ("汉族", 98.4), ("回族", 0.6), ("满族", 0.3), ("土家族", 0.2), ("苗族", 0.15), ("蒙古族", 0.12), ("壮族", 0.1),
    ("朝鲜族", 0.08), ("维吾尔族", 0.05),
  ])
  private static let sources = DemoChoices<String>([("公安人口", 0.7), ("走访登记", 0.2), ("居委会台账", 0.1)])
}

enum DemoEducation {
  private static let old = DemoChoices<String>([
    ("小学", 0.36), ("初中", 0.34), ("高中", 0.16), ("中专", 0.06), ("大专", 0.05), ("本科", 0.03),
  ])
  private static let middle = DemoChoices<String>([
    ("小学", 0.05), ("初中", 0.33), ("高中", 0.26), ("中专", 0.13), ("大专", 0.14), ("本科", 0.09),
  ])
  private static let young = DemoChoices<String>([
    ("初中", 0.12), ("高中", 0.12), ("中专", 0.08), ("大专", 0.24), ("本科", 0.35), ("研究生", 0.09),
  ])

  /// The highest that was finished or is being attended; nil before school.
  static func pick(age: Int, born year: Int, _ random: inout DemoRandom) -> String? {
    switch age {
    case ..<6: return nil
    case ..<12: return "小学"
    case ..<15: return "初中"
    case ..<18: return random.chance(0.7) ? "高中" : "中专"
    default: return random.pick(year < 1950 ? old : year < 1975 ? middle : young)
    }
  }
}
