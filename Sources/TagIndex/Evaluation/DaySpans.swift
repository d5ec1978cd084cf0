import FilterLanguage
import Kernel

/// The days that pass a test, as spans with both ends included. `noDay` and `openEnd` are in none: a missing day never
/// passes.
struct DaySpans {
  let spans: [ClosedRange<Int32>]
  static let first = noDay + 1
  static let last = openEnd - 1

  init(_ spans: [ClosedRange<Int32>]) { self.spans = spans }

  /// Nil when the test is none of a day.
  init?(_ test: Test, asOf: Day) {
    guard test.isOfDays else { return nil }
    spans = test.days(asOf: asOf).map { $0.lowerBound.number...$0.upperBound.number }
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

  func holds(_ number: Double) -> Bool { !number.isNaN && test.holds(number: number) }
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

extension Test {
  /// Whether it can be asked of a day.
  fileprivate var isOfDays: Bool {
    func isDay(_ value: Value) -> Bool { if case .day = value { true } else { false } }
    return switch self {
    case .compare(let op, let value): op != .matches && isDay(value)
    case .range(let low, let high): (low.map(isDay) ?? true) && (high.map(isDay) ?? true)
    case .period: true
    case .list(let values): values.allSatisfy(isDay)
    }
  }
}
