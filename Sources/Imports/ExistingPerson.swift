import Kernel
import Registry

/// What the database holds of a person, as far as matching and merging look at it.
package struct ExistingPerson: Sendable, Equatable {
  /// Below zero for one that a plan would make.
  package var id: Int64
  package var name: String
  package var sex: String?
  package var birth: Day?
  package var death: Day?
  package var idNumber: String?
  package var idKind: String?
  package var phone: String?
  package var hukou: String?
  package var ethnicity: String?
  package var education: String?
  package var source: String
  package var occupancies: [ExistingOccupancy] = []
  package var claims: Set<ExistingClaim> = []
  /// From the first to the last visit.
  package var visits: ClosedRange<Day>?
  /// Tags that are on, or that an import has put on before: taken off by hand, they do not come back by the same file.
  package var tags: Set<Int64> = []

  package init(id: Int64, name: String, source: String) {
    (self.id, self.name, self.source) = (id, name, source)
  }

  /// Whether a link to the house holds on the day.
  package func lives(in house: Int64, on day: Day) -> Bool {
    occupancies.contains { $0.house == house && $0.holds(on: day) }
  }

  /// The links by which callers know of the person: those that hold on the day; where none does, the one that ended last;
  /// and where none has ended either, those to come.
  package func homes(on day: Day) -> [ExistingOccupancy] {
    let held = occupancies.filter { $0.holds(on: day) }
    if !held.isEmpty { return held }
    let ended = occupancies.compactMap { link in link.until.flatMap { $0 <= day ? (until: $0, link: link) : nil } }
    let last = ended.max { ($0.until, $0.link.id ?? .max) < ($1.until, $1.link.id ?? .max) }
    return last.map { [$0.link] } ?? occupancies
  }
}

package struct ExistingOccupancy: Sendable, Hashable {
  package var id: Int64?
  package var house: Int64
  package var committee: Int64
  package var role: String
  package var since: Day?
  package var until: Day?
  package var source: String

  package func holds(on day: Day) -> Bool { period.holds(on: day) }

  package var period: DayPeriod { DayPeriod(since: since, until: until) }
}

/// Claims of one subject: what was said before is not said twice, whoever says it.
extension Set<ExistingClaim> {
  package func has(_ field: String, _ value: String) -> Bool { contains { $0.field == field && $0.value == value } }
}
