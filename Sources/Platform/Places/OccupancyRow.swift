import Kernel

package struct OccupancyRow: Sendable, Equatable {
  package let id: Int64
  package let house: Int64
  package let person: Int64?
  package let shop: Int64?
  package let role: String
  package let since: Day?
  package let until: Day?
  package let version: Int64

  /// Whether it holds on a day.
  package func holds(on day: Day) -> Bool { period.holds(on: day) }

  package var period: DayPeriod { DayPeriod(since: since, until: until) }
}
