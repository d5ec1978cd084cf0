import FilterLanguage
import Kernel
import Platform
import Storage

/// An identity number that is somebody's already. The number is unique, so that whether it can be written tells whether it is
/// there: a write that is refused, for this or for anything else, counts as one number asked for, and leaves a line in the audit
/// log where the holder is out of sight. So does a number that is put in the place of another, which could be put back. Who has no room left
/// in the hour may write no number at all, or the refusals would go on telling.
enum TakenNumber {
  /// Runs `body`; a refusal is counted and recorded before it is passed on. The refusals for a number that is taken and for
  /// another reason count alike, whoever has it.
  ///
  /// - Throws: what `body` throws, what `RevealQuota` throws.
  static func recorded<T: Sendable>(
    _ number: String?, _ caller: Caller, _ app: AppContext, _ body: () async throws -> T
  ) async throws -> T {
    guard let number else { return try await body() }
    try await RevealQuota.mustHaveRoom(caller, app)
    do {
      return try await body()
    } catch let problem as Problem where StoreHealth.Fault(rawValue: problem.code) == nil {
      let holder =
        problem.code == "id_number_taken" ? try await app.store.read { try $0.personID(idNumber: number) } : nil
      var hidden: Int64?
      if let holder, try await !app.sees(.people, holder, caller) { hidden = holder }
      try await app.store.writeApart { [hidden] writer in
        try count(number, caller, app, writer)
        if let hidden { try writer.audit(caller, AuditEntry("people.number_refused", subject: .people, id: hidden)) }
      }
      throw problem
    }
  }

  /// Counts a number as one that was asked for. - Throws: what `RevealQuota` throws.
  static func count(_ number: String, _ caller: Caller, _ app: AppContext, _ writer: Writer) throws {
    try RevealQuota.charge(
      [writer.read.literal("id_number", number)], caller: caller, app: app, writer)
  }
}
