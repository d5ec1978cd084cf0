import Kernel

/// A question about one subject, closed and complete: what the text, the JSON form and the Chinese all become.
///
/// Relative dates stay relative here, so that a stored question moves with its day; `TagIndex` resolves them on the
/// as-of day. `and` and `or` hold two or more parts and never directly a part of their own kind.
package indirect enum Expression: Hashable, Sendable {
  /// The empty question: everything.
  case everything
  case and([Expression])
  case or([Expression])
  case not(Expression)
  /// A tag of the catalogue, by code.
  case tag(code: String)
  case field(Field, Test)
  /// `any house(…)`, `all residents(…)`, `no visits(…)`; the inner question is about the relation's target.
  case related(Quantifier, Relation, Expression)
  /// `count(residents(…)) >= 5`.
  case count(Relation, Expression, Operator, Int)
}

package enum Quantifier: String, Hashable, Sendable, CaseIterable {
  case any
  /// Holds when there is at least one and the inner question holds for each.
  case all
  case no
}

package enum Operator: String, Hashable, Sendable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
  /// Contains; for `address` a prefix after folding.
  case matches = "~"
}

/// What is asked of a field. A missing value answers no to every test.
package enum Test: Hashable, Sendable {
  case compare(Operator, Value)
  /// Both ends included; either may be open, not both.
  case range(Value?, Value?)
  case period(Period)
  case list([Value])
}

/// A value of the field's own type: the parser has checked it.
package enum Value: Hashable, Sendable {
  case text(String)
  case number(Double)
  case day(DayExpression)
  /// Minutes after midnight; `26:00` is two in the morning.
  case time(Int)
  case flag(Bool)
}

/// A day, written out or counted from the as-of day.
package enum DayExpression: Hashable, Sendable {
  case on(Day)
  /// today, today+3m, today-30d.
  case today(offset: Int, unit: DayUnit)
}

package enum DayUnit: String, Hashable, Sendable, CaseIterable {
  case days = "d", weeks = "w", months = "m", years = "y"
}

/// A calendar period around the as-of day; weeks begin on Monday (GB/T 7408).
package struct Period: Hashable, Sendable {
  package enum Which: String, Hashable, Sendable, CaseIterable { case this, next, last }
  package enum Unit: String, Hashable, Sendable, CaseIterable { case week, month, quarter, year }
  package let which: Which
  package let unit: Unit
  package init(_ which: Which, _ unit: Unit) {
    self.which = which
    self.unit = unit
  }
}

extension DayExpression {
  /// The day meant when today is `asOf`.
  package func day(asOf: Day) -> Day {
    switch self {
    case .on(let day): day
    case .today(let offset, .days): asOf.adding(days: offset)
    case .today(let offset, .weeks): asOf.adding(days: offset * 7)
    case .today(let offset, .months): asOf.adding(months: offset)
    case .today(let offset, .years): asOf.adding(years: offset)
    }
  }
}

extension Period {
  /// First and last day of the period when today is `asOf`.
  package func days(asOf: Day) -> ClosedRange<Day> {
    let (year, month, day) = asOf.parts
    let step = which == .this ? 0 : which == .next ? 1 : -1
    let monday = asOf.adding(days: 1 - asOf.weekday + 7 * step)
    let monthStart = asOf.adding(days: 1 - day)
    switch unit {
    case .week: return monday...monday.adding(days: 6)
    case .month: return span(from: monthStart.adding(months: step), months: 1)
    case .quarter: return span(from: monthStart.adding(months: -((month - 1) % 3) + 3 * step), months: 3)
    case .year:
      return span(from: (Day(year: year, month: 1, day: 1) ?? monthStart).adding(years: step), months: 12)
    }
  }

  private func span(from start: Day, months: Int) -> ClosedRange<Day> {
    start...max(start, start.adding(months: months).adding(days: -1))
  }
}
