import Kernel
import Platform

/// An identity number that is somebody's already. The number is unique, so the refusal itself tells whose it is: it counts
/// as a reveal, and leaves a line in the audit log where the holder is out of sight. Who has no room left in the hour may
/// write no number at all, or the refusals would go on telling.
enum TakenNumber {
  /// Runs `body`; a refusal for a taken number is counted and recorded before it is passed on.
  ///
  /// - Throws: what `body` throws, what `RevealQuota` throws.
  static func recorded<T: Sendable>(
    _ number: String?, _ caller: Caller, _ office: Office, _ body: () async throws -> T
  ) async throws -> T {
    guard let number else { return try await body() }
    try await RevealQuota.mustHaveRoom(caller, office)
    do {
      return try await body()
    } catch let problem as Problem where problem.code == "id_number_taken" {
      guard let holder = try await office.store.read({ try $0.personID(idNumber: number) }) else { throw problem }
      let isHidden = try await !office.sees(.people, holder, caller)
      try await office.store.writeApart { writer in
        try RevealQuota.charge([.row(.people, holder)], caller: caller, office: office, writer)
        if isHidden { try writer.audit(caller, AuditEntry("people.number_refused", subject: .people, id: holder)) }
      }
      throw problem
    }
  }
}
