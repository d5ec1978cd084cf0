import Domain
import Store

/// Dated links between houses and who lives or trades there. Who: callers in whose areas the house lies; a person or shop
/// that is linked anew must exist for the caller too.
package enum Occupancies {
  package static func get(_ id: Int64, caller: Caller, office: Office) async throws -> OccupancyRow {
    try caller.must(.read)
    try await office.mustSee(.occupancies, id, caller)
    guard let row = try await office.store.read({ try $0.occupancy(id) }) else {
      throw Problem(.notFound, "not_found", "没有这条记录。")
    }
    return row
  }

  /// All links of a house, person or shop, also those that have ended; only those at houses of the caller's areas.
  package static func list(
    _ kind: SubjectKind, _ id: Int64, caller: Caller, office: Office
  ) async throws -> [OccupancyRow] {
    try caller.must(.read)
    try await office.mustSee(kind, id, caller)
    let index = try office.index
    let scope = index.scope(of: caller)
    let rows = try await office.store.read { reader in
      switch kind {
      case .people: try reader.occupancies(ofPerson: id)
      case .shops: try reader.occupancies(ofShop: id)
      default: try reader.occupancies(ofHouse: id)
      }
    }
    return rows.filter { index.index.knows(UInt32(truncatingIfNeeded: $0.house), .houses, scope: scope) }
  }

  /// - Throws: `not_found`; `already_there` when the same link holds already; `bad_role`.
  package static func add(_ draft: OccupancyDraft, caller: Caller, office: Office) async throws -> Int64 {
    try caller.must(.write)
    try await office.mustSee(.houses, draft.house, caller)
    switch draft.subject {
    case .person(let id): try await office.mustSee(.people, id, caller)
    case .shop(let id): try await office.mustSee(.shops, id, caller)
    }
    try check(draft)
    let today = office.clock.today
    return try await office.store.write { writer in
      let held = try writer.read.occupancies(ofHouse: draft.house)
      guard !held.contains(where: { $0.isSame(as: draft) && $0.holds(on: draft.since ?? today) }) else {
        throw Problem(.conflict, "already_there", "该人员或商铺已以同样的关系登记在这处房屋。")
      }
      let id = try writer.insertOccupancy(draft)
      try writer.audit(caller, AuditEntry("occupancies.create", subject: .occupancies, id: id))
      return id
    }
  }

  /// Ends a link from a day on: it does not hold on that day any more. nil opens it again.
  ///
  /// Whoever has moved to where the caller sees nothing is not brought back by an old link.
  /// - Throws: `not_found`, `version_conflict`, `bad_period`, `registered_elsewhere`.
  package static func end(
    _ id: Int64, until: Day?, version: Int64?, caller: Caller, office: Office
  ) async throws {
    try caller.must(.write)
    try await office.mustSee(.occupancies, id, caller)
    let maySeeSubject = try await seesSubject(id, caller, office)
    try await office.store.write { writer in
      guard let held = try writer.read.occupancy(id) else { throw Problem(.notFound, "not_found", "没有这条记录。") }
      if let until, let since = held.since, until < since {
        throw bad("until", "bad_period", "截止日期不能早于起始日期 \(since)。")
      }
      let isLonger = held.until.map { old in until.map { old < $0 } ?? true } ?? false
      guard maySeeSubject || !isLonger else {
        throw Problem(.conflict, "registered_elsewhere", "该人员或商铺现登记在别处，请与街道核对。")
      }
      let changes = try writer.endOccupancy(id, until: until, version: version)
      guard !changes.isEmpty else { return }
      try writer.audit(
        caller, AuditEntry("occupancies.update", subject: .occupancies, id: id, changes: changes))
    }
  }

  /// Whether who or what is linked exists for the caller now, not only the house.
  private static func seesSubject(_ id: Int64, _ caller: Caller, _ office: Office) async throws -> Bool {
    let held = try await office.store.read { try $0.occupancy(id) }
    if let person = held?.person { return try await office.sees(.people, person, caller) }
    if let shop = held?.shop { return try await office.sees(.shops, shop, caller) }
    return false
  }

  private static func check(_ draft: OccupancyDraft) throws(Problem) {
    if let since = draft.since, let until = draft.until, until < since {
      throw bad("until", "bad_period", "截止日期不能早于起始日期。")
    }
    let roles =
      switch draft.subject {
      case .person: ["owner", "family", "tenant"]
      case .shop: ["owner", "tenant", "operator"]
      }
    guard roles.contains(draft.role) else {
      throw Problem(
        .invalid, "bad_role", "这类关系不能是「\(draft.role)」。",
        notes: [.init(.pointer("/role"), "应为：\(roles.joined(separator: "、"))。", suggestions: roles)])
    }
  }

  private static func bad(_ field: String, _ code: String, _ detail: String) -> Problem {
    Problem(.invalid, code, detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}

extension OccupancyRow {
  /// The same subject in the same role at the same house.
  fileprivate func isSame(as draft: OccupancyDraft) -> Bool {
    let subject: OccupancyDraft.Subject? = person.map { .person($0) } ?? shop.map { .shop($0) }
    return house == draft.house && subject == draft.subject && role == draft.role
  }
}
