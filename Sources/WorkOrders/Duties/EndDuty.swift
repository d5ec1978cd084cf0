import Kernel
import Platform
import TextClassifier

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
