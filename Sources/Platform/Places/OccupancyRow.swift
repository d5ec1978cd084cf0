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

  package init(
    id: Int64, house: Int64, person: Int64?, shop: Int64?, role: String, since: Day?, until: Day?, version: Int64
  ) {
    (self.id, self.house, self.person, self.shop) = (id, house, person, shop)
    (self.role, self.since, self.until, self.version) = (role, since, until, version)
  }

  /// Whether it holds on a day.
  package func holds(on day: Day) -> Bool { period.holds(on: day) }

  package var period: DayPeriod { DayPeriod(since: since, until: until) }
}
