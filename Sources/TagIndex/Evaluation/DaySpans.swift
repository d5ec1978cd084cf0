import Domain
import Filter

/// The days that pass a test, as spans with both ends included. `noDay` and `openEnd` are in none: a missing day never
/// passes.
struct DaySpans {
  let spans: [ClosedRange<Int32>]
  static let first = noDay + 1
  static let last = openEnd - 1

  init(_ spans: [ClosedRange<Int32>]) { self.spans = spans }

  /// Nil when the test is none of a day.
  init?(_ test: Test, asOf: Day) {
    func day(_ value: Value) -> Int32? {
      if case .day(let day) = value { day.day(asOf: asOf).number } else { nil }
    }
    switch test {
    case .compare(let op, let value):
      guard let day = day(value), let spans = DaySpans.compare(op, day) else { return nil }
      self.spans = spans
    case .range(let low, let high):
      self.spans = DaySpans.span(low.map(day) ?? DaySpans.first, high.map(day) ?? DaySpans.last)
    case .period(let period):
      let days = period.days(asOf: asOf)
      spans = [days.lowerBound.number...days.upperBound.number]
    case .list(let values):
      spans = values.compactMap(day).map { $0...$0 }
    }
  }

  /// What an order relation leaves of the line of whole numbers; nil for `~`.
  static func compare(_ op: Operator, _ value: Int32) -> [ClosedRange<Int32>]? {
    switch op {
    case .equal: [value...value]
    case .notEqual: span(first, value - 1) + span(value + 1, last)
    case .greater: span(value + 1, last)
    case .greaterOrEqual: span(value, last)
    case .less: span(first, value - 1)
    case .lessOrEqual: span(first, value)
    case .matches: nil
    }
  }

  private static func span(_ low: Int32?, _ high: Int32?) -> [ClosedRange<Int32>] {
    guard let low, let high, low <= high else { return [] }
    return [low...high]
  }

  @inline(__always)
  func contain(_ day: Int32) -> Bool {
    for span in spans where day >= span.lowerBound && day <= span.upperBound { return true }
    return false
  }
}

/// Tests of birth days: what somebody's age, or the day of completing so many years, comes to.
extension DaySpans {
  /// The births of those who have completed `years` on `day`: on or before what comes back. Whoever is born on 29
  /// February completes a year on 1 March of a common year, so from 28 February of one that birth is still too late.
  private static func latestBirth(completing years: Int, by day: Int32) -> Int32 {
    if years <= 0 { return day }
    if years > 1500 { return first }
    return Day(number: day).adding(years: -years).number
  }

  /// Births whose day of completing `years` lies in these spans.
  func births(completing years: Int) -> DaySpans {
    DaySpans(
      spans.compactMap { span in
        let low =
          span.lowerBound == DaySpans.first
          ? DaySpans.first : DaySpans.latestBirth(completing: years, by: span.lowerBound - 1) + 1
        let high =
          span.upperBound == DaySpans.last
          ? DaySpans.last : DaySpans.latestBirth(completing: years, by: span.upperBound)
        return low <= high ? low...high : nil
      })
  }

  /// Births of those whose age on a day passes a test of numbers. Nobody has an age before birth.
  static func births(age test: NumberTest, on day: Day) -> DaySpans {
    var found: [ClosedRange<Int32>] = []
    for years in 0...200 where test.holds(Double(years)) {
      let high = latestBirth(completing: years, by: day.number)
      let low = years == 200 ? first : latestBirth(completing: years + 1, by: day.number) + 1
      if let previous = found.last, low <= high, high + 1 == previous.lowerBound {
        found[found.count - 1] = low...previous.upperBound
      } else if low <= high {
        found.append(low...high)
      }
    }
    return DaySpans(found)
  }
}

/// A test of a number, closed over its operands.
struct NumberTest {
  private let test: Test
  init(_ test: Test) { self.test = test }

  func holds(_ number: Double) -> Bool {
    guard !number.isNaN else { return false }
    switch test {
    case .compare(let op, let value): return NumberTest.operand(value).map { op.holds(number, $0) } ?? false
    case .range(let low, let high):
      return (low.map { NumberTest.operand($0).map { $0 <= number } ?? false } ?? true)
        && (high.map { NumberTest.operand($0).map { number <= $0 } ?? false } ?? true)
    case .list(let values): return values.contains { NumberTest.operand($0) == number }
    case .period: return false
    }
  }

  private static func operand(_ value: Value) -> Double? {
    switch value {
    case .number(let number): number
    case .time(let minutes): Double(minutes)
    case .text, .day, .flag: nil
    }
  }
}

extension Operator {
  /// An order relation; `~` is none and never holds.
  @inline(__always)
  func holds<V: Comparable>(_ left: V, _ right: V) -> Bool {
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

/// A test of a text, on its UTF-8.
struct TextTest {
  enum Kind { case equal, notEqual, contains, list }
  let kind: Kind
  let operands: [[UInt8]]

  /// Nil when the test is none of a text. `fold` is applied to what the asker wrote.
  init?(_ test: Test, fold: (String) -> String = { $0 }) {
    func bytes(_ value: Value) -> [UInt8]? { if case .text(let text) = value { Array(fold(text).utf8) } else { nil } }
    switch test {
    case .compare(let op, let value):
      guard let operand = bytes(value) else { return nil }
      switch op {
      case .equal: kind = .equal
      case .notEqual: kind = .notEqual
      case .matches: kind = .contains
      default: return nil
      }
      operands = [operand]
    case .list(let values):
      kind = .list
      operands = values.compactMap(bytes)
    case .range, .period: return nil
    }
  }

  func holds(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    switch kind {
    case .equal, .list: return operands.contains(utf8)
    case .notEqual: return operands.first != utf8
    case .contains: return operands.first.map { utf8.contains(run: $0) } ?? false
    }
  }
}

extension [UInt8] {
  fileprivate func contains(run: [UInt8]) -> Bool {
    run.isEmpty || (count >= run.count && (0...(count - run.count)).contains { self[$0...].starts(with: run) })
  }
}
