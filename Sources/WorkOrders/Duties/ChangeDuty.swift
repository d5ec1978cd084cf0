import Kernel
import Platform
import TextClassifier

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
        throw Problem.changedMeanwhile
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
