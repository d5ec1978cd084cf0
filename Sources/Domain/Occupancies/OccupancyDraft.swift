/// A dated link as it comes in. Exactly one of person and shop.
package struct OccupancyDraft: Sendable, Equatable {
  package enum Subject: Sendable, Equatable, Hashable {
    case person(Int64)
    case shop(Int64)
  }
  package var house: Int64
  package var subject: Subject
  /// owner, family, tenant, operator.
  package var role: String
  package var since: Day?
  /// The first day on which it holds no more.
  package var until: Day?
  package var source: String

  package init(house: Int64, subject: Subject, role: String, since: Day? = nil, until: Day? = nil, source: String) {
    (self.house, self.subject, self.role) = (house, subject, role)
    (self.since, self.until, self.source) = (since, until, source)
  }
}

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
