import Kernel

// The rows of a batch that hang on others.

/// A subject by its kind and place in the batch.
package enum DemoSubject: Sendable {
  case person(Int), house(Int), shop(Int), building(Int)
}

package struct DemoOccupancy: Sendable {
  package var house: Int
  /// Exactly one of the two is set.
  package var person: Int?
  package var shop: Int?
  package var role: OccupancyFacts.Role
  package var since: Day?
  package var until: Day?
  package var updated: Day

  package init(
    house: Int, person: Int? = nil, shop: Int? = nil, role: OccupancyFacts.Role, since: Day?, until: Day? = nil,
    updated: Day
  ) {
    (self.house, self.person, self.shop, self.role) = (house, person, shop, role)
    (self.since, self.until, self.updated) = (since, until, updated)
  }
}

package struct DemoAsset: Sendable {
  package var kind: String
  package var code: String
  package var building: Int?
  package var house: Int?
  package var status: String
  package var due: Day?
  package var updated: Day

  package init(
    kind: String, code: String, building: Int? = nil, house: Int? = nil, status: String, due: Day?, updated: Day
  ) {
    (self.kind, self.code, self.building, self.house) = (kind, code, building, house)
    (self.status, self.due, self.updated) = (status, due, updated)
  }
}

package struct DemoTagging: Sendable {
  /// The tag's row id.
  package var tag: Int64
  package var subject: DemoSubject
  package var since: Day
  package var until: Day?
  package var source: String
  package var evidence: String?

  package init(tag: Int64, subject: DemoSubject, since: Day, until: Day?, source: String, evidence: String? = nil) {
    (self.tag, self.subject, self.since, self.until) = (tag, subject, since, until)
    (self.source, self.evidence) = (source, evidence)
  }
}

package struct DemoRecord: Sendable {
  /// The dataset's row id.
  package var dataset: Int64
  package var subject: DemoSubject
  /// A JSON object.
  package var data: String
  package var source: String
  package var updated: Day
}

package struct DemoVisit: Sendable {
  package var house: Int
  package var person: Int?
  package var on: Day
  package var purpose: String
  package var note: String
}
