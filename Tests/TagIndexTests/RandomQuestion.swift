import FilterLanguage
import Kernel
import TagIndex

/// Expressions of every form over the words of `RandomWorld`.
extension RandomWorld {
  mutating func question(_ subject: Subject, depth: Int = 3) -> Expression {
    let sides = depth == 0 ? 6 : 12
    switch dice.roll(sides) {
    case 6: return .and([question(subject, depth: depth - 1), question(subject, depth: depth - 1)])
    case 7: return .or([question(subject, depth: depth - 1), question(subject, depth: depth - 1)])
    case 8: return .not(question(subject, depth: depth - 1))
    case 9, 10, 11: return relation(subject, depth: depth - 1)
    case 5: return tag(subject) ?? field(subject)
    default: return field(subject)
    }
  }

  private mutating func tag(_ subject: Subject) -> Expression? {
    let tags = RandomWorld.catalogue.tags.filter { $0.subject == subject.tagSubject }
    return tags.isEmpty ? nil : .tag(code: dice.pick(tags).code)
  }

  private mutating func relation(_ subject: Subject, depth: Int) -> Expression {
    let all: [Relation] = [
      .house, .housemates, .residents, .shops, .assets, .visits, .houses, .building, .people, .shop,
      .workOrders, .workOrders, .records("renovation"), .records("aid"),
    ]
    let fitting = all.filter { relation in
      guard relation.target(from: subject) != nil else { return false }
      guard case .records(let code) = relation else { return true }
      return RandomWorld.datasets.contains { $0.code == code && $0.subject == subject.tagSubject }
    }
    guard !fitting.isEmpty else { return field(subject) }
    let relation = dice.pick(fitting)
    guard let target = relation.target(from: subject) else { return .everything }
    let inner = dice.chance(20) ? .everything : question(target, depth: max(0, depth))
    if dice.chance(35) { return .count(relation, inner, dice.pick(RandomWorld.orders), dice.roll(4)) }
    return .related(dice.pick(Quantifier.allCases), relation, inner)
  }

  private static let orders: [Operator] = [.equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual]

  private mutating func field(_ subject: Subject) -> Expression {
    if case .records(let code) = subject {
      guard code == "renovation" else { return .everything }
      switch dice.roll(4) {
      case 0: return .field(.attribute("fee"), number(100))
      case 1: return .field(.attribute("done"), .compare(dice.pick([.equal, .notEqual]), .flag(dice.chance(50))))
      case 2: return .field(.attribute("ends"), day())
      default: return .field(.attribute("note"), word(["敲墙", "粉刷"], contains: true))
      }
    }
    let entry = dice.pick(
      Field.entries(of: subject).filter { entry in if case .sealed = entry.type { false } else { true } })
    let field: Field = entry.field == .turns(0) ? .turns(dice.pick([18, 60, 90, 1])) : entry.field
    switch entry.type {
    case .text, .word: return .field(field, text(field, entry.type))
    case .address: return .field(field, word(["长乐路", "长乐路3", "进贤路1", "茂名南路5号2室"], contains: true))
    case .area(let level): return .field(field, word(names(level), contains: false))
    case .number: return .field(field, number(field == .age ? 100 : field == .built ? 2010 : 6))
    case .day: return .field(field, day())
    case .time: return .field(field, .compare(dice.pick(RandomWorld.orders), .time(dice.roll(30) * 60)))
    case .flag: return .field(field, .compare(.equal, .flag(dice.chance(50))))
    case .sealed: return .everything
    }
  }

  private mutating func names(_ level: AreaFacts.Level) -> [String] {
    switch level {
    case .city, .district: ["黄浦区", "静安"]
    case .subdistrict: ["瑞金二路", "石门二路街道"]
    case .committee: ["延中", "雁荡居民区", "南昌居委会", "长乐"]
    case .grid: ["第1微网格", "第3", "第6网格"]
    }
  }

  private mutating func text(_ field: Field, _ type: FieldType) -> Test {
    if case .word(let words) = type { return word(words, contains: false) }
    let words: [Field: [String]] = [
      .source: ["12345", "社工"], .unit: RandomWorld.units, .duty: ["WY01", "SR"],
      .name: ["张建国", "国", "王", "王敏", "老大昌", "红"], .ethnicity: ["汉族", "回"], .education: ["本科", "大"],
      .category: ["餐饮", "酒"], .kind: ["elevator", "ele", "hydrant"], .status: ["正常", "停"], .purpose: ["走访", "检"],
      .road: ["长乐路", "路", "进贤"], .compound: ["锦园", "园"],
    ]
    return word(words[field] ?? ["无"], contains: true)
  }

  private mutating func word(_ words: [String], contains: Bool) -> Test {
    switch dice.roll(contains ? 5 : 4) {
    case 0: .list([.text(dice.pick(words)), .text(dice.pick(words))])
    case 1: .compare(.notEqual, .text(dice.pick(words)))
    case 4: .compare(.matches, .text(dice.pick(words)))
    default: .compare(.equal, .text(dice.pick(words)))
    }
  }

  private mutating func number(_ below: Int) -> Test {
    func value(_ dice: inout Dice) -> Value {
      let whole = below > 200 ? 1920 + dice.roll(90) : dice.roll(below)
      return .number(Double(whole) + (dice.chance(10) ? 0.5 : 0))
    }
    switch dice.roll(4) {
    case 0:
      return .range(dice.chance(80) ? value(&dice) : nil, dice.chance(80) ? value(&dice) : nil)
    case 1: return .list([value(&dice), value(&dice)])
    default: return .compare(dice.pick(RandomWorld.orders), value(&dice))
    }
  }

  /// Where calendars and columns end.
  private static let farDays = ["0001-01-01", "1850-01-01", "6053-01-23", "6054-01-01", "9999-12-31"].compactMap {
    Day($0)
  }

  private mutating func day() -> Test {
    func value(_ dice: inout Dice) -> Value {
      if dice.chance(4) { return .day(.on(dice.pick(Self.farDays))) }
      return dice.chance(50)
        ? .day(.today(offset: dice.roll(40) - 20, unit: dice.pick(DayUnit.allCases)))
        : .day(.on(RandomWorld.today.adding(days: dice.roll(900) - 600)))
    }
    switch dice.roll(5) {
    case 0:
      return .period(Period(dice.pick(Period.Which.allCases), dice.pick(Period.Unit.allCases)))
    case 1: return .range(dice.chance(80) ? value(&dice) : nil, dice.chance(80) ? value(&dice) : nil)
    case 2: return .list([value(&dice), value(&dice)])
    default: return .compare(dice.pick(RandomWorld.orders), value(&dice))
    }
  }

  mutating func scope() -> Scope {
    switch dice.roll(7) {
    case 0: .areas([dice.pick(RandomWorld.committees)])
    case 1: .areas([UInt32(12 + dice.roll(8)), dice.pick(RandomWorld.committees)])
    case 2: .areas([UInt32(2 + dice.roll(5))])
    case 3: .unit(dice.pick(RandomWorld.units), areas: dice.chance(50) ? [] : [UInt32(2 + dice.roll(12))])
    default: .everything
    }
  }

  mutating func asOf() -> Day {
    if dice.chance(2) { return dice.pick(Self.farDays) }
    return dice.chance(60) ? RandomWorld.today : RandomWorld.today.adding(days: dice.roll(800) - 600)
  }
}
