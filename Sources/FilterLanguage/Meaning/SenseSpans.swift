import Kernel

/// A set on an ordered scale, as closed stretches in order that do not touch: the values that pass a test.
///
/// Numbers are whole doubles or any; open ends become closed ones at the neighbouring double, so that every operation
/// is exact. Days are their numbers.
struct SenseSpans: Hashable {
  /// Whether there is nothing between one whole number and the next.
  let isWhole: Bool
  private(set) var ranges: [ClosedRange<Double>]

  init(isWhole: Bool, _ ranges: [ClosedRange<Double>]) {
    self.isWhole = isWhole
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= next(last.upperBound) {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  static func all(isWhole: Bool) -> SenseSpans { SenseSpans(isWhole: isWhole, [-Double.infinity...Double.infinity]) }

  var isEmpty: Bool { ranges.isEmpty }
  var low: Double? { ranges.first?.lowerBound }
  var high: Double? { ranges.last?.upperBound }

  func contains(_ number: Double) -> Bool { ranges.contains { $0.contains(number) } }

  func intersection(_ other: SenseSpans) -> SenseSpans {
    var found: [ClosedRange<Double>] = []
    var (mine, theirs) = (0, 0)
    while mine < ranges.count, theirs < other.ranges.count {
      let (left, right) = (ranges[mine], other.ranges[theirs])
      let (low, high) = (max(left.lowerBound, right.lowerBound), min(left.upperBound, right.upperBound))
      if low <= high { found.append(low...high) }
      if left.upperBound < right.upperBound { mine += 1 } else { theirs += 1 }
    }
    return SenseSpans(isWhole: isWhole, found)
  }

  func union(_ other: SenseSpans) -> SenseSpans { SenseSpans(isWhole: isWhole, ranges + other.ranges) }

  var complement: SenseSpans {
    var found: [ClosedRange<Double>] = []
    var start = -Double.infinity
    var isOpen = true
    for range in ranges {
      if range.lowerBound > start { found.append(start...previous(range.lowerBound)) }
      isOpen = range.upperBound < .infinity
      start = next(range.upperBound)
    }
    if isOpen { found.append(start...Double.infinity) }
    return SenseSpans(isWhole: isWhole, found)
  }

  private func next(_ number: Double) -> Double { isWhole ? number + 1 : number.nextUp }
  private func previous(_ number: Double) -> Double { isWhole ? number - 1 : number.nextDown }
}

extension SenseSpans {
  /// What passes a test of a number or a time; nil for tests of something else.
  init?(numbers test: Test, isWhole: Bool = false) {
    func point(_ value: Value) -> SenseSpans? {
      value.magnitude.map { SenseSpans(isWhole: false, [$0...$0]) }
    }
    let real: SenseSpans?
    switch test {
    case .compare(let op, let value): real = value.magnitude.flatMap { Self.compared(op, $0) }
    case .range(let low, let high):
      let (from, to) = (low?.magnitude ?? -.infinity, high?.magnitude ?? .infinity)
      real = SenseSpans(isWhole: false, from <= to ? [from...to] : [])
    case .list(let values):
      let points = values.compactMap(point)
      real = points.isEmpty ? nil : SenseSpans(isWhole: false, points.flatMap(\.ranges))
    case .period: real = nil
    }
    guard let real else { return nil }
    self = isWhole ? real.wholeNumbers : real
  }

  private static func compared(_ op: Operator, _ number: Double) -> SenseSpans? {
    let ranges: [ClosedRange<Double>]
    switch op {
    case .equal: ranges = [number...number]
    case .notEqual: ranges = [-Double.infinity...number.nextDown, number.nextUp...Double.infinity]
    case .greater: ranges = [number.nextUp...Double.infinity]
    case .greaterOrEqual: ranges = [number...Double.infinity]
    case .less: ranges = [-Double.infinity...number.nextDown]
    case .lessOrEqual: ranges = [-Double.infinity...number]
    case .matches: return nil
    }
    return SenseSpans(isWhole: false, ranges)
  }

  /// Only the whole numbers of it.
  private var wholeNumbers: SenseSpans {
    SenseSpans(
      isWhole: true,
      ranges.compactMap { range in
        let (low, high) = (range.lowerBound.rounded(.up), range.upperBound.rounded(.down))
        return low <= high ? low...high : nil
      })
  }

  static func between(_ first: Day, _ last: Day) -> SenseSpans {
    SenseSpans(isWhole: true, first <= last ? [Double(first.number)...Double(last.number)] : [])
  }

  /// The days that pass a test of a day.
  init(days test: Test, asOf: Day) {
    self.init(isWhole: true, test.days(asOf: asOf).map { Double($0.lowerBound.number)...Double($0.upperBound.number) })
  }

  /// The days of birth that give an age: a number of completed years on `asOf`; whoever is not born has none.
  static func births(age test: Test, asOf: Day) -> SenseSpans? {
    guard let years = SenseSpans(numbers: test, isWhole: true) else { return nil }
    let possible = years.intersection(SenseSpans(isWhole: true, [0...oldest]))
    return SenseSpans(
      isWhole: true,
      possible.ranges.compactMap { range in
        guard let last = lastBirth(completing: Int(range.lowerBound), by: asOf) else { return nil }
        let older = range.upperBound >= oldest ? nil : lastBirth(completing: Int(range.upperBound) + 1, by: asOf)
        let first = older.map { $0.adding(days: 1) } ?? Day.first
        return first <= last ? Double(first.number)...Double(last.number) : nil
      })
  }

  /// The days of birth of whoever completes `years` on one of the days.
  static func births(completing years: Int, on days: SenseSpans) -> SenseSpans {
    SenseSpans(
      isWhole: true,
      days.ranges.compactMap { range in
        guard let last = lastBirth(completing: years, by: day(range.upperBound)) else { return nil }
        let before = day(range.lowerBound)
        let first =
          before > .first ? lastBirth(completing: years, by: before.adding(days: -1))?.adding(days: 1) : nil
        let start = first ?? Day.first
        return start <= last ? Double(start.number)...Double(last.number) : nil
      })
  }

  /// No calendar here reaches further.
  private static let oldest = 9_999.0

  private static func day(_ number: Double) -> Day {
    Day(number: Int32(min(max(number, Double(Day.first.number)), Double(Day.last.number))))
  }

  /// The last day of birth with which `years` are complete on `day`; nil when there is none in the calendar.
  private static func lastBirth(completing years: Int, by day: Day) -> Day? {
    if day == .last { return .last }
    var birth = day.adding(years: -years).adding(days: 2)
    for _ in 0..<6 {
      if Age.day(completing: years, born: birth) <= day { return birth }
      if birth == .first { return nil }
      birth = birth.adding(days: -1)
    }
    return nil
  }
}
