import Kernel
import Platform

/// Takes a ledger out of use; its runs and reminders stay, its schedule goes. Who: as for `ChangeLedger`.
package enum RetireLedger {
  /// Retired already is well.
  ///
  /// - Throws: `not_found`, `not_owner`, `version_conflict`.
  package static func run(_ id: Int64, version: Int64?, caller: Caller, app: AppContext) async throws {
    try caller.must(.write)
    let held = try await ChangeLedger.mayChange(id, caller, app)
    guard held.row.retiredAt == nil else { return }
    try await app.store.write { writer in
      let changes = try writer.retireLedger(id, version: version)
      if let schedule = try writer.read.schedule(ledger: id) { try writer.removeSchedule(schedule.id) }
      try writer.audit(caller, AuditEntry("ledgers.retire", subject: .ledgers, id: id, changes: changes))
    }
  }
}
