import GRDB
import Kernel
import Platform
import Storage

extension Writer {
  /// The one way by which a link comes into the table, so that `OccupancyRules` holds whoever makes it.
  ///
  /// - Throws: `bad_role`, `bad_period`, `bad_since`, `bad_until`, `already_there`.
  package func insertOccupancy(_ draft: OccupancyDraft) throws -> Int64 {
    let (person, shop): (Int64?, Int64?) =
      switch draft.subject {
      case .person(let id): (id, nil)
      case .shop(let id): (nil, id)
      }
    try OccupancyRules.check(role: draft.role, of: draft.subject)
    try check(
      DayPeriod(since: draft.since, until: draft.until), house: draft.house, person: person, shop: shop,
      role: draft.role, besides: nil)
    return try tellingLeavings(of: Self.linked(person, shop)) {
      let id = try insert(
        """
        INSERT INTO occupancies (house_id, person_id, shop_id, role, since, until, source, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          draft.house, person, shop, draft.role, draft.since?.description, draft.until?.description, draft.source,
          now.description,
        ])
      try recordChange(.occupancies, id, .create)
      return id
    }
  }

  private static func linked(_ person: Int64?, _ shop: Int64?) -> [(kind: SubjectKind, id: Int64)] {
    (person.map { [(.people, $0)] } ?? []) + (shop.map { [(.shops, $0)] } ?? [])
  }

  /// Sets the day from which the link holds no more. A link is ended, never overwritten: only its end can change.
  ///
  /// - Throws: as `insertOccupancy`, `not_found`, `version_conflict`.
  package func endOccupancy(_ id: Int64, until: Day?, version: Int64? = nil) throws -> [AuditEntry.Change] {
    let held = try read.occupancy(id)
    if let held {
      try check(
        DayPeriod(since: held.since, until: until), house: held.house, person: held.person, shop: held.shop,
        role: held.role, besides: id)
    }
    var row = RowPatch(table: "occupancies", kind: .occupancies, id: id)
    row.set("until", FieldChange.set(until).text)
    return try tellingLeavings(of: Self.linked(held?.person, held?.shop)) { try row.apply(self, version: version) }
  }

  private func check(
    _ period: DayPeriod, house: Int64, person: Int64?, shop: Int64?, role: String, besides own: Int64?
  ) throws {
    let life = try person.flatMap { try read.life($0) }
    try OccupancyRules.check(period, birth: life?.birth, death: life?.death, today: today)
    let links =
      if let person { try read.occupancies(ofPerson: person) } else if let shop {
        try read.occupancies(ofShop: shop)
      } else { [OccupancyRow]() }
    try OccupancyRules.check(
      period, besides: links.filter { $0.house == house && $0.role == role && $0.id != own }.map(\.period))
  }
}
