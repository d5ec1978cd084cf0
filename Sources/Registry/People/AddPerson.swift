import Kernel
import Platform

/// A new person, living at a house. Who: a caller that may write, and in whose areas the house lies.
package enum AddPerson {
  package struct Request: Sendable {
    package var draft: PersonDraft
    package var house: Int64
    /// owner, family, tenant.
    package var role: String
    package var since: Day?

    package init(_ draft: PersonDraft, house: Int64, role: String, since: Day?) {
      (self.draft, self.house, self.role, self.since) = (draft, house, role, since)
    }
  }

  /// - Returns: the new person's id.
  /// - Throws: `not_found` for the house, `bad_identifier`, `id_number_taken`, what `LifeRules`, `OccupancyRules`
  ///   and `RevealQuota` refuse.
  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.write)
    let draft = try PersonRules.checked(request.draft, today: app.clock.today)
    return try await TakenNumber.recorded(draft.idNumber, caller, app) {
      try await app.write(as: caller) { writer, access in
        try access.requireVisible(.houses, request.house)
        try NameTrial.count(
          draft.name, born: draft.birth, houses: [request.house], of: nil, access, app, writer)
        let id = try writer.insertPerson(draft)
        _ = try writer.insertOccupancy(
          OccupancyDraft(
            house: request.house, subject: .person(id), role: request.role, since: request.since, source: draft.source))
        // Nothing is left behind that its maker could not see.
        try access.requireVisible(.people, id)
        try writer.audit(caller, AuditEntry("people.create", subject: .people, id: id))
        return id
      }
    }
  }
}
