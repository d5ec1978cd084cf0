import Kernel
import Platform

/// New values for some fields of a person. Who: a caller that may write, and in whose areas the person lives.
package enum ChangePerson {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `version_conflict`, `bad_identifier`, `contradiction`, `id_number_taken`, what `RevealQuota` throws.
  package static func run(
    _ id: Int64, _ patch: PersonPatch, version: Int64?, caller: Caller, app: AppContext
  ) async throws {
    try caller.must(.write)
    let today = app.clock.today
    let number = try PersonRules.number(in: patch, today: today)
    try await TakenNumber.recorded(number, caller, app) {
      try await app.write(as: caller) { writer, access in
        try access.requireVisible(.people, id)
        guard let held = try writer.read.person(id) else { throw Problem.noSuchRow }
        try NameTrial.count(patch, of: held, caller, app, writer)
        let changes = try writer.updatePerson(
          id, try PersonRules.checked(patch, held: held, today: today), version: version)
        guard !changes.isEmpty else { return }
        if changes.contains(where: { ["name", "birth_date"].contains($0.field) }), let now = try writer.read.person(id)
        {
          try NameTrial.count(
            now.name, born: now.birth, houses: writer.read.occupancies(ofPerson: id).map(\.house), of: id, access, app,
            writer)
        }
        // What replaces another number can be put back: such trials count like those that are refused.
        if let number, changes.contains(where: { $0.field == "id_number" }) {
          try TakenNumber.count(number, caller, app, writer)
        }
        try writer.audit(caller, AuditEntry("people.update", subject: .people, id: id, changes: changes))
      }
    }
  }
}
