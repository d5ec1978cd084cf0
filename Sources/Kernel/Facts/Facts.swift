// What a question can be asked about, a struct a row. The store reads them from the tables, at start and after every
// commit; the index is built from nothing else. Ids are the tables' row ids, which fit 32 bits by a check on entry.

package struct AreaFacts: Sendable, Equatable {
  package enum Level: String, Sendable, CaseIterable, Codable, Comparable {
    case city, district, subdistrict, committee, grid
    package static func < (left: Level, right: Level) -> Bool {
      allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
    }
  }
  package var id: UInt32
  package var code: String
  package var name: String
  package var level: Level
  package var parent: UInt32?
  package init(id: UInt32, code: String, name: String, level: Level, parent: UInt32?) {
    (self.id, self.code, self.name, self.level, self.parent) = (id, code, name, level, parent)
  }
}

package struct BuildingFacts: Sendable, Equatable {
  package var id: UInt32
  package var district: UInt32
  package var committee: UInt32
  package var grid: UInt32?
  package var address: String
  package var road: String
  package var compound: String?
  package var stored: StoredValues
  package var updatedAt: Instant
  package init(
    id: UInt32, district: UInt32, committee: UInt32, grid: UInt32?, address: String, road: String, compound: String?,
    stored: StoredValues, updatedAt: Instant
  ) {
    (self.id, self.district, self.committee, self.grid) = (id, district, committee, grid)
    (self.address, self.road, self.compound) = (address, road, compound)
    (self.stored, self.updatedAt) = (stored, updatedAt)
  }
}

package struct HouseFacts: Sendable, Equatable {
  package var id: UInt32
  package var building: UInt32
  package var committee: UInt32
  package var grid: UInt32?
  package var address: String
  /// dwelling, shopfront, office, other.
  package var kind: String
  package var area: Double?
  package var stored: StoredValues
  package var updatedAt: Instant
  package init(
    id: UInt32, building: UInt32, committee: UInt32, grid: UInt32?, address: String, kind: String, area: Double?,
    stored: StoredValues, updatedAt: Instant
  ) {
    (self.id, self.building, self.committee, self.grid) = (id, building, committee, grid)
    (self.address, self.kind, self.area, self.stored, self.updatedAt) = (address, kind, area, stored, updatedAt)
  }
}

package struct PersonFacts: Sendable, Equatable {
  package var id: UInt32
  package var name: String
  package var sex: String?
  package var birth: Day?
  package var death: Day?
  package var hukou: String?
  package var ethnicity: String?
  package var education: String?
  package var updatedAt: Instant
  package init(
    id: UInt32, name: String, sex: String?, birth: Day?, death: Day?, hukou: String?, ethnicity: String?,
    education: String?, updatedAt: Instant
  ) {
    (self.id, self.name, self.sex, self.birth, self.death) = (id, name, sex, birth, death)
    (self.hukou, self.ethnicity, self.education, self.updatedAt) = (hukou, ethnicity, education, updatedAt)
  }
}

package struct ShopFacts: Sendable, Equatable {
  package var id: UInt32
  package var name: String
  package var creditCode: String?
  package var kind: String
  package var category: String?
  package var status: String?
  package var opened: Day?
  package var licenceUntil: Day?
  /// Minutes after midnight of the day of opening; 26:00 is two in the morning.
  package var closes: Int32?
  package var updatedAt: Instant
  package init(
    id: UInt32, name: String, creditCode: String?, kind: String, category: String?, status: String?, opened: Day?,
    licenceUntil: Day?, closes: Int32?, updatedAt: Instant
  ) {
    (self.id, self.name, self.creditCode, self.kind) = (id, name, creditCode, kind)
    (self.category, self.status, self.opened, self.licenceUntil) = (category, status, opened, licenceUntil)
    (self.closes, self.updatedAt) = (closes, updatedAt)
  }
}

package struct AssetFacts: Sendable, Equatable {
  package var id: UInt32
  package var kind: String
  package var code: String
  package var building: UInt32?
  package var house: UInt32?
  package var status: String?
  package var due: Day?
  package var updatedAt: Instant
  package init(
    id: UInt32, kind: String, code: String, building: UInt32?, house: UInt32?, status: String?, due: Day?,
    updatedAt: Instant
  ) {
    (self.id, self.kind, self.code, self.building, self.house) = (id, kind, code, building, house)
    (self.status, self.due, self.updatedAt) = (status, due, updatedAt)
  }
}

/// Holds on a day d when since <= d (or since is nil) and d < until (or until is nil).
package struct OccupancyFacts: Sendable, Equatable {
  package enum Role: UInt8, Sendable, CaseIterable {
    case owner, family, tenant, `operator`
    package var word: String { ["owner", "family", "tenant", "operator"][Int(rawValue)] }
    package init?(word: String) {
      guard let role = Role.allCases.first(where: { $0.word == word }) else { return nil }
      self = role
    }
  }
  package var id: UInt32
  package var house: UInt32
  package var person: UInt32?
  package var shop: UInt32?
  package var role: Role
  package var since: Day?
  package var until: Day?
  package init(
    id: UInt32, house: UInt32, person: UInt32?, shop: UInt32?, role: Role, since: Day?, until: Day?
  ) {
    (self.id, self.house, self.person, self.shop) = (id, house, person, shop)
    (self.role, self.since, self.until) = (role, since, until)
  }
}

/// An assignment of an assigned tag. `tag` is the tag's row id; its subject kind is the tag's.
package struct TaggingFacts: Sendable, Equatable {
  package var id: UInt32
  package var tag: UInt32
  package var subject: UInt32
  package var since: Day
  package var until: Day?
  package init(id: UInt32, tag: UInt32, subject: UInt32, since: Day, until: Day?) {
    (self.id, self.tag, self.subject, self.since, self.until) = (id, tag, subject, since, until)
  }
}

package struct VisitFacts: Sendable, Equatable {
  package var id: UInt32
  package var house: UInt32
  package var person: UInt32?
  package var on: Day
  package var purpose: String
  package init(id: UInt32, house: UInt32, person: UInt32?, on: Day, purpose: String) {
    (self.id, self.house, self.person, self.on, self.purpose) = (id, house, person, on, purpose)
  }
}
