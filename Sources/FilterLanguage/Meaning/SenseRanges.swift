import Kernel

// What a field can hold at all. A comparison that no such value passes is a slip of the pen: 200 years old, a
// day of birth to come.

/// The numbers and days that make sense for a field.
enum SenseRanges {
  /// The numbers that a field can have; nil where there is no telling.
  static func numbers(_ entry: FieldEntry, _ field: Field, _ subject: Subject, asOf: Day) -> ClosedRange<Double>? {
    switch field {
    case .age: 0...Double(Age.longest)
    case .residents: 0...1_000
    case .elevators: 0...200
    case .area: 0...1_000_000
    case .built: 1_800...Double(asOf.year + 20)
    case .stored(let name): subject.storedField(name).flatMap(bounds)
    case .satisfaction: 1...5
    case .attribute: attribute(entry, subject)
    default: nil
    }
  }

  private static func bounds(_ field: StoredField) -> ClosedRange<Double>? {
    if case .number(let bounds, _, _) = field.kind { bounds } else { nil }
  }

  /// Those of the datasets that come with the program, as their notes say; others by their titles.
  private static let known: [String: ClosedRange<Double>] = [
    "records.disability.level": 1...4, "records.care.level": 0...6, "records.waste_check.score": 0...100,
    "records.maintenance_fund.remaining_percent": 0...1_000, "records.family.children": 0...30,
    "records.lease.rooms": 0...200, "records.partition.rooms": 0...200, "records.structure.height": 0...700,
    "records.volunteering.hours": 0...10_000,
  ]

  private static let countedTitles = ["人数", "户数", "间数", "次数", "金额", "租金", "面积", "时长", "高度米", "子女数", "百分比", "得分"]

  private static func attribute(_ entry: FieldEntry, _ subject: Subject) -> ClosedRange<Double>? {
    if let range = known["\(subject.word).\(entry.name)"] { return range }
    return countedTitles.contains(where: entry.title.hasSuffix) ? 0...Double.infinity : nil
  }

  /// Titles of days that are over when they are written down.
  private static let pastTitles = ["上次", "最近", "入党", "丧偶", "核对日期", "核实日期", "受理日期", "发现日期", "入伍"]

  /// Whether the day of a field is never one to come.
  static func isOfThePast(_ entry: FieldEntry, _ field: Field) -> Bool {
    switch field {
    case .birthDate, .lastVisited, .visitedOn, .reportedAt, .closedAt: true
    case .attribute: pastTitles.contains { entry.title.hasPrefix($0) || entry.title == $0 }
    default: false
    }
  }
}

extension SenseSearch {
  /// One comparison, by what its field can hold.
  mutating func look(at field: Field, _ test: Test, _ expression: Expression, _ subject: Subject) {
    guard let entry = vocabulary.entry(of: field, in: subject) else { return }
    if case .turns(let years) = field, years > Age.longest {
      return report(.outOfRange, [expression], subject) { "「\($0[0])」不合情理：周岁应在0至\(Age.longest)之间。" }
    }
    switch entry.type {
    case .number: look(atNumber: entry, field, test, expression, subject)
    case .day: look(atDay: entry, field, test, expression, subject)
    case .time:
      if SenseSpans(numbers: test)?.isEmpty ?? false {
        report(.empty, [expression], subject) { "「\($0[0])」的范围是空的。" }
      }
    case .text, .word, .sealed, .address, .area, .flag: break
    }
  }

  private mutating func look(
    atNumber entry: FieldEntry, _ field: Field, _ test: Test, _ expression: Expression, _ subject: Subject
  ) {
    guard let spans = SenseSpans(numbers: test) else { return }
    if spans.isEmpty { return report(.empty, [expression], subject) { "「\($0[0])」的范围是空的。" } }
    guard let range = SenseRanges.numbers(entry, field, subject, asOf: asOf),
      spans.intersection(SenseSpans(isWhole: false, [range])).isEmpty
    else { return }
    let (low, high) = (range.lowerBound.written, range.upperBound.written)
    let sense = range.upperBound == .infinity ? "不小于\(low)" : "在\(low)至\(high)之间"
    report(.outOfRange, [expression], subject) { "「\($0[0])」不合情理：\(entry.title)应\(sense)。" }
  }

  private mutating func look(
    atDay entry: FieldEntry, _ field: Field, _ test: Test, _ expression: Expression, _ subject: Subject
  ) {
    let spans = SenseSpans(days: test, asOf: asOf)
    if spans.isEmpty { return report(.empty, [expression], subject) { "「\($0[0])」的范围是空的。" } }
    if SenseRanges.isOfThePast(entry, field), let low = spans.low, low > Double(asOf.number) {
      return report(.impossibleDay, [expression], subject) { "「\($0[0])」不合情理：\(entry.title)不会在今天以后。" }
    }
    if field == .birthDate, let high = spans.high, high < Double(asOf.adding(years: -Age.longest).number) {
      report(.impossibleDay, [expression], subject) { "「\($0[0])」不合情理：那时出生的人已超过\(Age.longest)周岁。" }
    }
  }
}
