import Kernel
import Platform

/// Dated links between houses and who lives or trades there. Who: callers in whose areas the house lies; a person or shop
/// that is linked anew must exist for the caller too.
package enum Occupancies {
  package static func get(_ id: Int64, caller: Caller, app: AppContext) async throws -> OccupancyRow {
    try caller.must(.read)
    try await app.requireVisible(.occupancies, id, caller)
    guard let row = try await app.store.read({ try $0.occupancy(id) }) else {
      throw Problem.noSuchRow
    }
    return row
  }

  /// All links of a house, person or shop, also those that have ended; only those at houses of the caller's areas.
  package static func list(
    _ kind: SubjectKind, _ id: Int64, caller: Caller, app: AppContext
  ) async throws -> [OccupancyRow] {
    try caller.must(.read)
    try await app.requireVisible(kind, id, caller)
    let index = try app.index
    let scope = index.scope(of: caller)
    let rows = try await app.store.read { reader in
      switch kind {
      case .people: try reader.occupancies(ofPerson: id)
      case .shops: try reader.occupancies(ofShop: id)
      default: try reader.occupancies(ofHouse: id)
      }
    }
    return rows.filter { index.index.knows(UInt32(truncatingIfNeeded: $0.house), .houses, scope: scope) }
  }

  /// - Throws: `not_found`; what `OccupancyRules` refuses: `already_there` when the same link holds on one of the days,
  ///   `bad_role`, `bad_period`, `bad_since`, `bad_until`; what `RevealQuota` throws.
  package static func add(_ draft: OccupancyDraft, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.write)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.houses, draft.house)
      switch draft.subject {
      case .person(let id): try access.requireVisible(.people, id)
      case .shop(let id): try access.requireVisible(.shops, id)
      }
      if case .person(let id) = draft.subject, let person = try writer.read.person(id) {
        try NameTrial.count(
          person.name, born: person.birth, houses: [draft.house], of: id, access, app, writer)
      }
      let id = try writer.insertOccupancy(draft)
      try writer.audit(caller, AuditEntry("occupancies.create", subject: .occupancies, id: id))
      return id
    }
  }

  /// Ends a link from a day on: it does not hold on that day any more. nil opens it again.
  ///
  /// Whoever has moved to where the caller sees nothing is not brought back by an old link.
  /// - Throws: `not_found`, `version_conflict`, `registered_elsewhere`, what `OccupancyRules` refuses.
  package static func end(
    _ id: Int64, until: Day?, version: Int64?, caller: Caller, app: AppContext
  ) async throws {
    try caller.must(.write)
    try await app.write(as: caller) { writer, access in
      try access.requireVisible(.occupancies, id)
      guard let held = try writer.read.occupancy(id) else { throw Problem.noSuchRow }
      let isLonger = held.until.map { old in until.map { old < $0 } ?? true } ?? false
      guard try !isLonger || seesSubject(held, access) else {
        throw Problem(.conflict, "registered_elsewhere", "该人员或商铺现登记在别处，请与街道核对。")
      }
      let changes = try writer.endOccupancy(id, until: until, version: version)
      guard !changes.isEmpty else { return }
      try writer.audit(
        caller, AuditEntry("occupancies.update", subject: .occupancies, id: id, changes: changes))
    }
  }

  /// Whether who or what is linked exists for the caller now, not only the house.
  private static func seesSubject(_ held: OccupancyRow, _ access: WriteAccess) throws -> Bool {
    if let person = held.person { return try access.sees(.people, person) }
    if let shop = held.shop { return try access.sees(.shops, shop) }
    return false
  }
}
