import Kernel
import Platform
import TextClassifier

/// A new duty; units that it names come on the list with it. Who: callers with `manage_duties` (the street office and admins);
/// it belongs to the street. Everybody reads the whole list, since orders go by all of it.
package enum AddDuty {
  /// - Parameter since: nil: today.
  /// - Throws: `bad_field`, `duty_taken`.
  package static func run(_ draft: Duty, since: Day?, caller: Caller, app: AppContext) async throws -> DutyView {
    try caller.must(.manageDuties)
    let owner = try Ownership.area(nil, AccessPolicy(caller, app))
    let duty = try DutyRules.checked(draft)
    let today = app.clock.today
    return try await app.store.write { writer in
      guard try writer.read.duty(code: duty.code) == nil else {
        throw Problem(
          .conflict, "duty_taken", "权责清单中已有「\(duty.code)」。",
          notes: [.init(.pointer("/code"), "已有这个代码；改它或恢复它请用 PATCH。")])
      }
      let id = try writer.insertDuty(duty, since: since ?? today, by: caller.name, owner: owner)
      try writer.audit(
        caller,
        AuditEntry(
          "duties.create", subject: .duties, id: id,
          changes: [AuditEntry.Change("since", before: nil, after: (since ?? today).description)]
            + duty.fields.map { AuditEntry.Change($0.name, before: nil, after: $0.text) }))
      return try GetDuty.find(duty.code, asOf: since ?? today, writer.read)
    }
  }
}

/// New values for some fields of a duty: the newest version ends and another begins. An ended duty comes back so. Who:
/// callers with `manage_duties` bound to its area or above it. The list that came with the program is the whole database's: an
/// admin changes it, and a street that has the database to itself.
package enum ChangeDuty {
  /// - Parameters:
  ///   - since: when the change takes effect, not before today; nil: today, or the newest version's beginning if that is
  ///     still to come.
  ///   - version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `not_owner`, `version_conflict`, `duty_order`, `bad_field`, `unknown_unit` for units that are not on
  ///   the list.
  package static func run(
    _ code: String, _ patch: DutyPatch, since: Day?, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> DutyView {
    try caller.must(.manageDuties)
    let (today, policy) = (app.clock.today, try AccessPolicy(caller, app))
    if let since, since < today {
      throw DutyRules.bad("since", "「since」不能早于今天：清单过去的样子不能改写。")
    }
    return try await app.store.write { writer in
      let view = try GetDuty.find(code, asOf: today, writer.read)
      try Ownership.mustOwnList(view.row.owner, policy)
      guard let newest = view.row.versions.last else { return view }
      let duty = try DutyRules.checked(newest.duty.applying(patch))
      let start = since ?? max(today, newest.until ?? newest.since)
      if let version, version != view.row.version {
        throw Problem(.conflict, "version_conflict", "这条记录已被他人修改，请重新读取后再改。")
      }
      if newest.duty.unit != duty.unit || newest.duty.coUnits != duty.coUnits {
        try UnitRules.areListed(duty, writer.read)
      }
      let changes = newest.duty.changes(to: duty)
      guard !changes.isEmpty || newest.until != nil else { return view }
      try writer.changeDuty(view.row, to: duty, since: start, by: caller.name, version: version)
      try writer.audit(
        caller,
        AuditEntry(
          "duties.update", subject: .duties, id: view.row.id,
          changes: [AuditEntry.Change("since", before: newest.since.description, after: start.description)] + changes))
      return try GetDuty.find(code, asOf: start, writer.read)
    }
  }
}

/// Ends a duty from today on. Who: as for `ChangeDuty`. What it was stays to be read.
package enum EndDuty {
  /// - Throws: `not_found`, `not_owner`, `version_conflict`, `duty_ended`.
  package static func run(_ code: String, version: Int64?, caller: Caller, app: AppContext) async throws {
    try caller.must(.manageDuties)
    let (today, policy) = (app.clock.today, try AccessPolicy(caller, app))
    try await app.store.write { writer in
      let view = try GetDuty.find(code, asOf: today, writer.read)
      try Ownership.mustOwnList(view.row.owner, policy)
      try writer.endDuty(view.row, on: today, version: version)
      try writer.audit(
        caller,
        AuditEntry(
          "duties.end", subject: .duties, id: view.row.id,
          changes: [AuditEntry.Change("until", before: nil, after: today.description)]))
    }
  }
}
