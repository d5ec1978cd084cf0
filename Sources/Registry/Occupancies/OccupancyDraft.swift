import FilterLanguage
import Kernel

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
