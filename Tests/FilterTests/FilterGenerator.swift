import FilterLanguage
import Kernel

/// Makes random questions in normal form, over every subject, field, operator and dataset.
struct FilterGenerator {
  var random = SeededGenerator(seed: 7)

  mutating func expression(about subject: Subject, depth: Int) -> Expression {
    if depth == 0 { return leaf(subject) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .conjunction(parts(subject, depth))
    case 1: return .disjunction(parts(subject, depth))
    case 2: return .not(expression(about: subject, depth: depth - 1))
    case 3, 4: return relation(subject, depth)
    default: return leaf(subject)
    }
  }

  private mutating func parts(_ subject: Subject, _ depth: Int) -> [Expression] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in expression(about: subject, depth: depth - 1) }
  }

  private mutating func relation(_ subject: Subject, _ depth: Int) -> Expression {
    guard let relation = Relation.leading(from: subject, in: words).randomElement(using: &random),
      let target = relation.target(from: subject)
    else { return leaf(subject) }
    let inner: Expression = Bool.random(using: &random) ? .everything : expression(about: target, depth: depth - 1)
    if Bool.random(using: &random) {
      let op = FieldType.number.operators.randomElement(using: &random) ?? .equal
      return .count(relation, inner, op, Int.random(in: 0...999_999, using: &random))
    }
    return .related(Quantifier.allCases.randomElement(using: &random) ?? .any, relation, inner)
  }

  private mutating func leaf(_ subject: Subject) -> Expression {
    let tags = words.tags.filter { $0.subject == subject.tagSubject }
    if let tag = tags.randomElement(using: &random), Int.random(in: 0..<3, using: &random) == 0 {
      return .tag(code: tag.code)
    }
    guard let entry = words.entries(of: subject).randomElement(using: &random) else { return .everything }
    let field = entry.field == .turns(0) ? Field.turns(Int.random(in: 0...150, using: &random)) : entry.field
    return .field(field, test(entry))
  }

  private mutating func test(_ entry: FieldEntry) -> FilterLanguage.Test {
    let choice = Int.random(in: 0..<4, using: &random)
    if choice == 0, entry.type.takesLists {
      return .list((0..<Int.random(in: 1...3, using: &random)).map { _ in value(entry.type) })
    }
    if choice == 1, entry.type.hasOrder { return range(value(entry.type), value(entry.type)) }
    if choice == 2, entry.type == .day {
      return .period(
        Period(
          Period.Which.allCases.randomElement(using: &random) ?? .this,
          Period.Unit.allCases.randomElement(using: &random) ?? .month))
    }
    return .compare(entry.type.operators.randomElement(using: &random) ?? .equal, value(entry.type))
  }

  /// A range whose ends are in order; now and then an open one.
  private mutating func range(_ one: Value, _ other: Value) -> FilterLanguage.Test {
    switch (one, other) {
    case (_, _) where Int.random(in: 0..<4, using: &random) == 0: .range(one, nil)
    case (_, _) where Int.random(in: 0..<4, using: &random) == 0: .range(nil, other)
    case (.number(let left), .number(let right)): .range(.number(min(left, right)), .number(max(left, right)))
    case (.time(let left), .time(let right)): .range(.time(min(left, right)), .time(max(left, right)))
    case (.day(.on(let left)), .day(.on(let right))): .range(.day(.on(min(left, right))), .day(.on(max(left, right))))
    case (.day(.on), .day), (.day, .day(.on)): .range(one, other)
    default: .range(.day(.today(offset: 0, unit: .days)), .day(.today(offset: 3, unit: .months)))
    }
  }

  private mutating func value(_ type: FieldType) -> Value {
    switch type {
    case .text, .sealed, .address, .area: .text(text())
    case .word(let words): .text(words.randomElement(using: &random) ?? "")
    case .number:
      .number(
        Double(Int.random(in: -999_999...99_999_999, using: &random)) / (Bool.random(using: &random) ? 1 : 10_000))
    case .time: .time(Int.random(in: 0..<1800, using: &random))
    case .flag: .flag(Bool.random(using: &random))
    case .day:
      if Bool.random(using: &random) {
        .day(.on(Day(number: Int32.random(in: -719_162...2_932_896, using: &random))))
      } else {
        day()
      }
    }
  }

  private mutating func day() -> Value {
    let offset = Int.random(in: -999...999, using: &random)
    return .day(
      .today(offset: offset, unit: offset == 0 ? .days : DayUnit.allCases.randomElement(using: &random) ?? .days))
  }

  private mutating func text() -> String {
    let samples = [
      "长乐路", "and", "NOT", "tag:x", "a b", "\"", "\\", "a\\\"b", "..", "1.5", "1..2", ".5", "5.", "-", "今天", "a(b)",
      "é", "阿·卜", "甲，乙", "today", "[x]", "any", "\n",
    ]
    return samples.randomElement(using: &random) ?? "甲"
  }
}

/// Knuth's 64-bit linear congruence with a mixed output: the same questions every time.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 33)) &* 0xFF51_AFD7_ED55_8CCD
  }
}
