import Kernel
import Ledgers
import Platform
import Storage

/// Takes a ledger's schedule away; reminders that there are stay. Who: as for `SetSchedule`.
package enum RemoveSchedule {
  /// - Parameter version: what the caller last saw; nil: whatever is there.
  /// - Throws: `not_found`, `not_owner`, `version_conflict`.
  package static func run(_ ledger: Int64, version: Int64?, caller: Caller, app: AppContext) async throws {
    _ = try await SetSchedule.maySchedule(ledger, caller, app)
    try await app.store.write { writer in
      guard let held = try writer.read.schedule(ledger: ledger) else { throw ReadSchedules.unknown }
      if let version, version != held.version {
        throw Problem.changedMeanwhile
      }
      try writer.removeSchedule(held.id)
      try writer.audit(
        caller,
        AuditEntry(
          "schedules.delete", subject: .schedules, id: held.id,
          changes: [AuditEntry.Change("ledger", before: String(ledger), after: nil)]))
    }
  }
}
