import Kernel
import Platform

/// New values for some fields of a person. Who: a caller that may write, and in whose areas the person lives.
package enum ChangePerson {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `version_conflict`, `bad_identifier`, `contradiction`, `id_number_taken`.
  package static func run(
    _ id: Int64, _ patch: PersonPatch, version: Int64?, caller: Caller, office: Office
  ) async throws {
    try caller.must(.write)
    let today = office.clock.today
    try await TakenNumber.recorded(PersonRules.number(in: patch, today: today), caller, office) {
      try await office.write(as: caller) { writer, access in
        try access.requireVisible(.people, id)
        guard let held = try writer.read.person(id) else { throw Problem(.notFound, "not_found", "没有这条记录。") }
        let changes = try writer.updatePerson(
          id, try PersonRules.checked(patch, held: held, today: today), version: version)
        guard !changes.isEmpty else { return }
        try writer.audit(caller, AuditEntry("people.update", subject: .people, id: id, changes: changes))
      }
    }
  }
}
