import Kernel
import Platform

/// Notes of visits (走访). Who: callers in whose areas the house lies; a person named must exist for the caller.
package enum Visits {
  package static func get(_ id: Int64, caller: Caller, app: AppContext) async throws -> VisitRow {
    try caller.must(.read)
    try await app.requireVisible(.visits, id, caller)
    guard let row = try await app.store.read({ try $0.visit(id) }) else {
      throw Problem.noSuchRow
    }
    return row
  }

  /// The visits to a house, newest first, and where the next page goes on.
  ///
  /// - Throws: `not_found`, `bad_cursor`.
  package static func list(
    house: Int64, cursor: String?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [VisitRow], next: String?) {
    try caller.must(.read)
    try await app.requireVisible(.houses, house, caller)
    let last = try cursor.map(read)
    let (total, rows) = try await app.store.read { reader in
      (try reader.visitCount(house: house), try reader.visits(house: house, after: last, limit: limit))
    }
    let next = rows.count == limit ? rows.last.map { "\($0.on)~\($0.id)" } : nil
    return (total, rows, next)
  }

  private static func read(_ cursor: String) throws(Problem) -> (on: Day, id: Int64) {
    let parts = cursor.split(separator: "~")
    guard parts.count == 2, let day = Day(parts[0]), let id = Int64(parts[1]) else {
      throw Problem(.invalid, "bad_cursor", "游标无效。", notes: [.init(.parameter("cursor"), "游标无效。")])
    }
    return (day, id)
  }

  /// - Throws: `not_found` for the house or person; what `VisitRules` refuses: `bad_visit_date` for a day to come,
  ///   `not_resident` for a person who did not live there.
  package static func add(_ draft: VisitDraft, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.write)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.houses, draft.house)
      if let person = draft.person { try access.requireVisible(.people, person) }
      let id = try writer.insertVisit(draft, by: caller)
      try writer.audit(caller, AuditEntry("visits.create", subject: .visits, id: id))
      return id
    }
  }
}
