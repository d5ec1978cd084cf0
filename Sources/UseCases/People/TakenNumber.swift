import Domain
import Store

/// An identity number that is somebody's already. The number is unique, so the refusal itself tells that it is known; who
/// tries numbers that belong to people out of sight leaves a line in the audit log each time.
enum TakenNumber {
  /// Runs `body`; a refusal for a taken number is recorded before it is passed on.
  static func recorded<T: Sendable>(
    _ number: String?, _ caller: Caller, _ office: Office, _ body: () async throws -> T
  ) async throws -> T {
    do {
      return try await body()
    } catch let problem as Problem where problem.code == "id_number_taken" {
      if let number, let holder = try await office.store.read({ try $0.personID(idNumber: number) }),
        try await !office.sees(.people, holder, caller)
      {
        try await office.store.writeApart { writer in
          try writer.audit(caller, AuditEntry("people.number_refused", subject: .people, id: holder))
        }
      }
      throw problem
    }
  }
}
