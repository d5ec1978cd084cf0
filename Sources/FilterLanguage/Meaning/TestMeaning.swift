import Kernel

// What a test means on a given day, in one place for the index and for whoever checks it row by row.

extension Day {
  /// The first and the last day that the calendar here knows: where an open range ends.
  package static let first = Day(number: -719_162)
  package static let last = Day(number: 2_932_896)
}

extension Test {
  /// The days that pass, as closed ranges in order, without overlap; empty when none can. `!=` gives the two sides.
  /// A test that is not about days passes none.
  package func days(asOf: Day) -> [ClosedRange<Day>] {
    switch self {
    case .compare(let op, let value):
      guard let day = value.day(asOf: asOf) else { return [] }
      return Self.days(op, day)
    case .range(let from, let to):
      let start = from.map { $0.day(asOf: asOf) } ?? Day.first
      let end = to.map { $0.day(asOf: asOf) } ?? Day.last
      guard let start, let end, start <= end else { return [] }
      return [start...end]
    case .period(let period):
      return [period.days(asOf: asOf)]
    case .list(let values):
      return Set(values.compactMap { $0.day(asOf: asOf) }).sorted().map { $0...$0 }
    }
  }

  private static func days(_ op: Operator, _ day: Day) -> [ClosedRange<Day>] {
    let before = day > .first ? [Day.first...day.adding(days: -1)] : []
    let after = day < .last ? [day.adding(days: 1)...Day.last] : []
    return switch op {
    case .equal: [day...day]
    case .notEqual: before + after
    case .greater: after
    case .greaterOrEqual: [day...Day.last]
    case .less: before
    case .lessOrEqual: [Day.first...day]
    case .matches: []
    }
  }

  /// Whether a number passes; for `time` fields give minutes after midnight.
  package func holds(number: Double) -> Bool {
    switch self {
    case .compare(let op, let value): value.magnitude.map { op.holds(number, $0) } ?? false
    case .range(let from, let to): number >= from?.magnitude ?? -.infinity && number <= to?.magnitude ?? .infinity
    case .list(let values): values.contains { $0.magnitude == number }
    case .period: false
    }
  }

  /// Whether a flag passes.
  package func holds(flag: Bool) -> Bool {
    switch self {
    case .compare(.equal, .flag(let wanted)): flag == wanted
    case .compare(.notEqual, .flag(let wanted)): flag != wanted
    default: false
    }
  }
}

extension Operator {
  /// `left op right` for anything with an order; `~` has no meaning there and is false.
  package func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .matches: false
    }
  }
}

extension Value {
  /// The day that this is when today is `asOf`; nil for anything but a day.
  package func day(asOf: Day) -> Day? {
    if case .day(let day) = self { day.day(asOf: asOf) } else { nil }
  }

  /// The number, or a time's minutes after midnight; nil for anything else.
  package var magnitude: Double? {
    switch self {
    case .number(let number): number
    case .time(let minutes): Double(minutes)
    case .text, .day, .flag: nil
    }
  }
}
