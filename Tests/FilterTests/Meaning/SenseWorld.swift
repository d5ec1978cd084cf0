import FilterLanguage
import Kernel

/// A few people and houses, and what a question selects among them, worked out row by row.
struct SenseWorld {
  struct Person {
    var birth: Day?
    var sex: String?
    var visited: Day?
    var isMarked = false
    /// Levels of care records.
    var care: [Double?] = []
  }

  struct House {
    var area: Double?
    var committee: String
    var storeys: Double?
  }

  struct Link {
    let person: Int
    let house: Int
    let role: String
    let since: Day?
    let until: Day?
  }

  static let asOf = day("2026-11-21")

  static let vocabulary = Vocabulary(
    tags: [
      .init(code: "T1", name: "标记", subject: .person),
      .init(code: "C1", name: "独居", subject: .person, rule: "age >= 60 and any house(count(residents()) = 1)"),
      .init(code: "C2", name: "租住", subject: .person, rule: "role = tenant and not role = owner"),
      .init(code: "C3", name: "重点", subject: .person, rule: "tag:独居 and age >= 80 or tag:标记"),
      .init(code: "H1", name: "拥挤", subject: .house, rule: "residents >= 3 or count(residents(role = tenant)) >= 2"),
    ],
    datasets: [
      .init(
        code: "care", name: "照护", subject: .person,
        attributes: [.init(name: "level", title: "等级", type: .number)])
    ])

  var people: [Person] = []
  var houses: [House] = []
  var links: [Link] = []

  /// Where `isFull` says so nothing is missing.
  init(_ random: inout SeededGenerator, isFull: Bool = false) {
    func some<T>(_ value: T) -> T? { isFull || Int.random(in: 0..<5, using: &random) > 0 ? value : nil }
    for _ in 0..<4 {
      let years = [0, 1, 17, 18, 59, 60, 61, 70, 79, 80, 81, 100].randomElement(using: &random) ?? 0
      let shift = [-1, 0, 1].randomElement(using: &random) ?? 0
      var person = Person()
      let birth = Self.asOf.adding(years: -years).adding(days: shift)
      person.birth = some(isFull ? min(birth, Self.asOf) : birth)
      person.sex = some(Bool.random(using: &random) ? "男" : "女")
      person.visited = some(Self.asOf.adding(days: -Int.random(in: 0...40, using: &random)))
      person.isMarked = Bool.random(using: &random)
      person.care = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        some(Double(Int.random(in: 1...4, using: &random)))
      }
      people.append(person)
    }
    for _ in 0..<3 {
      houses.append(
        House(
          area: some(Double(Int.random(in: 10...30, using: &random))),
          committee: Bool.random(using: &random) ? "延中" : "雁荡", storeys: nil))
    }
    for person in people.indices {
      for _ in 0..<Int.random(in: isFull ? 1...2 : 0...2, using: &random) {
        let isOver = !isFull && Int.random(in: 0..<4, using: &random) == 0
        links.append(
          Link(
            person: person, house: Int.random(in: 0..<3, using: &random),
            role: ["owner", "family", "tenant"].randomElement(using: &random) ?? "owner",
            since: some(Self.asOf.adding(days: -Int.random(in: 20...30, using: &random))),
            until: isOver ? Self.asOf.adding(days: -3) : nil))
      }
    }
  }

  func select(_ expression: Expression, _ subject: Subject) -> Set<Int> {
    let all = subject == .people ? people.indices : houses.indices
    return Set(all.filter { holds(expression, subject, $0, nil) })
  }

  private func isCurrent(_ link: Link) -> Bool {
    (link.since.map { $0 <= Self.asOf } ?? true) && (link.until.map { Self.asOf < $0 } ?? true)
  }

  private func homes(_ person: Int) -> [Link] { links.filter { $0.person == person && isCurrent($0) } }

  private func rows(_ relation: Relation, _ subject: Subject, _ id: Int, anyTime: Bool) -> [(Int, Link?)] {
    func residents(_ house: Int) -> [(Int, Link?)] {
      links.filter { $0.house == house && (anyTime || isCurrent($0)) }.map { ($0.person, $0) }
    }
    return switch (subject, relation) {
    case (.people, .house): homes(id).map { ($0.house, nil) }
    case (.people, .housemates): homes(id).flatMap { residents($0.house) }.filter { $0.0 != id }
    case (.houses, .residents): residents(id)
    case (.people, .records): people[id].care.indices.map { (id * 10 + $0, nil) }
    default: []
    }
  }

  private func speaksOfDates(_ expression: Expression) -> Bool {
    switch expression {
    case .and(let parts), .or(let parts): parts.contains(where: speaksOfDates)
    case .not(let inner): speaksOfDates(inner)
    case .field(.since, _), .field(.until, _): true
    default: false
    }
  }

  private func holds(_ expression: Expression, _ subject: Subject, _ id: Int, _ link: Link?) -> Bool {
    switch expression {
    case .everything: return true
    case .and(let parts): return parts.allSatisfy { holds($0, subject, id, link) }
    case .or(let parts): return parts.contains { holds($0, subject, id, link) }
    case .not(let inner): return !holds(inner, subject, id, link)
    case .tag("T1"): return people[id].isMarked
    case .tag(let code):
      guard let rule = Self.vocabulary.tag(code: code)?.rule,
        let expression = try? FilterParser.parse(rule, about: subject, vocabulary: Self.vocabulary)
      else { return false }
      return holds(expression, subject, id, nil)
    case .related(let quantifier, let relation, let inner):
      guard let target = relation.target(from: subject) else { return false }
      let rows = rows(relation, subject, id, anyTime: target == .people && speaksOfDates(inner))
      let hits = rows.filter { holds(inner, target, $0.0, $0.1) }
      return switch quantifier {
      case .any: !hits.isEmpty
      case .no: hits.isEmpty
      case .all: !rows.isEmpty && hits.count == rows.count
      }
    case .count(let relation, let inner, let op, let number):
      guard let target = relation.target(from: subject) else { return false }
      let rows = rows(relation, subject, id, anyTime: target == .people && speaksOfDates(inner))
      return op.holds(Set(rows.filter { holds(inner, target, $0.0, $0.1) }.map(\.0)).count, number)
    case .field(let field, let test): return passes(field, test, subject, id, link)
    }
  }

  private func passes(_ field: Field, _ test: FilterLanguage.Test, _ subject: Subject, _ id: Int, _ link: Link?) -> Bool
  {
    func on(_ day: Day?) -> Bool {
      guard let day else { return false }
      return test.days(asOf: Self.asOf).contains { $0.contains(day) }
    }
    if case .records = subject { return people[id / 10].care[id % 10].map { test.holds(number: $0) } ?? false }
    if subject == .houses {
      switch field {
      case .residents:
        return test.holds(number: Double(Set(rows(.residents, .houses, id, anyTime: false).map(\.0)).count))
      case .area: return houses[id].area.map { test.holds(number: $0) } ?? false
      case .use: return word(use(id), test)
      default: return word(houses[id].committee, test)
      }
    }
    let links = link.map { [$0] } ?? homes(id)
    let birth = people[id].birth
    switch field {
    case .birthDate: return on(birth)
    case .age:
      return birth.flatMap { Age.years(born: $0, on: Self.asOf) }.map { test.holds(number: Double($0)) } ?? false
    case .turns(let years): return on(birth.map { Age.day(completing: years, born: $0) })
    case .sex: return people[id].sex.map { word($0, test) } ?? false
    case .lastVisited: return on(people[id].visited)
    case .role: return links.contains { word($0.role, test) }
    case .since: return links.contains { on($0.since) }
    case .until: return links.contains { on($0.until) }
    case .committee: return homes(id).contains { word(houses[$0.house].committee, test) }
    default: return false
    }
  }

  private func use(_ house: Int) -> String {
    let links = links.filter { $0.house == house && isCurrent($0) }
    return links.isEmpty ? "vacant" : links.contains { $0.role == "tenant" } ? "let" : "self"
  }

  private func word(_ word: String, _ test: FilterLanguage.Test) -> Bool {
    func same(_ other: String) -> Bool { AreaName.bare(other, .committee) == word }
    return switch test {
    case .compare(.equal, .text(let other)): same(other)
    case .compare(.notEqual, .text(let other)): !same(other)
    case .list(let values): values.contains { if case .text(let other) = $0 { same(other) } else { false } }
    default: false
    }
  }
}

/// Random questions about a `SenseWorld`, with few values, so that they contradict themselves often.
struct SenseQuestions {
  var random: SeededGenerator

  mutating func expression(_ subject: Subject, depth: Int) -> Expression {
    if depth == 0 { return leaf(subject) }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: return .conjunction((0..<pick(2, 3)).map { _ in expression(subject, depth: depth - 1) })
    case 2: return .disjunction((0..<pick(2, 3)).map { _ in expression(subject, depth: depth - 1) })
    case 3: return .not(expression(subject, depth: depth - 1))
    case 4, 5:
      let relations: [Relation] = subject == .people ? [.house, .housemates, .records("care")] : [.residents]
      guard let relation = relations.randomElement(using: &random), let target = relation.target(from: subject) else {
        return leaf(subject)
      }
      let inner: Expression = Bool.random(using: &random) ? .everything : expression(target, depth: depth - 1)
      if Bool.random(using: &random) { return .count(relation, inner, op(), pick(0, 3)) }
      return .related(Quantifier.allCases.randomElement(using: &random) ?? .any, relation, inner)
    default: return leaf(subject)
    }
  }

  private mutating func pick(_ low: Int, _ high: Int) -> Int { Int.random(in: low...high, using: &random) }
  private mutating func op() -> Operator { FieldType.number.operators.randomElement(using: &random) ?? .equal }

  private mutating func number(_ numbers: [Double]) -> FilterLanguage.Test {
    let (one, other) = (numbers.randomElement(using: &random) ?? 0, numbers.randomElement(using: &random) ?? 0)
    if pick(0, 3) == 0 { return .range(.number(min(one, other)), .number(max(one, other))) }
    return .compare(op(), .number(one))
  }

  private mutating func days(_ offset: Int, _ unit: DayUnit) -> FilterLanguage.Test {
    let day = Value.day(.today(offset: offset, unit: unit))
    if pick(0, 3) == 0 { return .period(Period(.this, .month)) }
    return .compare(op(), day)
  }

  private mutating func word(_ words: [String]) -> FilterLanguage.Test {
    let one = Value.text(words.randomElement(using: &random) ?? "")
    return pick(0, 4) == 0 ? .list([one]) : .compare(Bool.random(using: &random) ? .equal : .notEqual, one)
  }

  private mutating func leaf(_ subject: Subject) -> Expression {
    if case .records = subject { return .field(.attribute("level"), number([1, 2, 3, 4])) }
    if subject == .houses {
      switch pick(0, 4) {
      case 0: return .field(.residents, number([0, 1, 2, 3]))
      case 1: return .field(.area, number([10, 20, 30]))
      case 2: return .field(.use, word(["self", "let", "vacant"]))
      case 3: return .field(.committee, word(["延中", "雁荡", "雁荡居委会"]))
      default: return .tag(code: "H1")
      }
    }
    switch pick(0, 9) {
    case 0, 1: return .field(.age, number([0, 18, 60, 61, 80, 100]))
    case 2: return .field(.birthDate, days(-([60, 61, 80].randomElement(using: &random) ?? 60), .years))
    case 3: return .field(.turns([60, 80].randomElement(using: &random) ?? 60), days(pick(-1, 1), .days))
    case 4: return .field(.sex, word(["男", "女"]))
    case 5: return .field(.role, word(["owner", "tenant"]))
    case 6: return .field(.since, days(-pick(19, 31), .days))
    case 7: return .field(.committee, word(["延中", "雁荡"]))
    case 8: return .field(.lastVisited, days(-pick(0, 40), .days))
    default: return .tag(code: ["T1", "C1", "C2", "C3"].randomElement(using: &random) ?? "T1")
    }
  }
}
