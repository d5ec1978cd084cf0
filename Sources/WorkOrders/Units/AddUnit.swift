import FilterLanguage
import Identity
import Kernel
import Platform
import Storage
import TextClassifier

/// A new unit of the list. Who: callers with `manage_duties` (the street office and admins).
package enum AddUnit {
  /// - Throws: `bad_field`, `unit_taken`.
  package static func run(name: String, caller: Caller, app: AppContext) async throws -> UnitView {
    try caller.must(.manageDuties)
    let name = try UnitRules.checked(name)
    let today = app.clock.today
    return try await app.store.write { writer in
      try UnitRules.isFree(name, besides: nil, writer.read)
      let id = try writer.insertUnit(name)
      try writer.audit(
        caller,
        AuditEntry(
          "units.create", subject: .units, id: id, changes: [AuditEntry.Change("name", before: nil, after: name)]))
      return try UnitView.find(id, on: today, writer.read)
    }
  }
}
