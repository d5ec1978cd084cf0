import FilterLanguage
import Kernel
import Platform
import TextClassifier
import WorkOrders

/// Holds a task that a department wants to hand down against the lists of own, assisted and forbidden matters, and keeps
/// what they say (事项准入, 一办法两清单). Who: callers with `propose_tasks`; a department in its own name only.
package enum CheckAdmission {
  /// - Throws: `not_your_unit`.
  package static func run(_ draft: AdmissionDraft, caller: Caller, app: AppContext) async throws -> Admission {
    try caller.must(.proposeTasks)
    if caller.role == .department, let unit = caller.unit, unit != draft.fromUnit {
      let detail = "部门只能以本部门（\(unit)）的名义提出事项。"
      throw Problem(.forbidden, "not_your_unit", detail, notes: [.init(.pointer("/from_unit"), detail)])
    }
    let matters = try ReferenceCatalogue.matters()
    let today = app.clock.today
    let duties = try await app.store.read { try $0.duties(on: today) }
    let check = AdmissionCheck(draft, matters: matters, candidates: candidates(draft, duties))
    return try await app.store.write { writer in
      let id = try writer.insertAdmission(draft, check, by: caller)
      try writer.audit(
        caller,
        AuditEntry(
          "admissions.create", subject: .admissions, id: id,
          changes: [
            AuditEntry.Change("title", before: nil, after: draft.title),
            AuditEntry.Change("from_unit", before: nil, after: draft.fromUnit),
            AuditEntry.Change("verdict", before: nil, after: check.verdict.rawValue),
          ]))
      return try GetAdmission.find(id, .all, writer.read)
    }
  }

  private static func candidates(_ draft: AdmissionDraft, _ duties: [Duty]) -> [AdmissionCheck.Candidate] {
    let byCode = Dictionary(duties.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    let proposal = Dispatcher(duties: duties).propose(draft.title + "\n" + draft.text, category: nil)
    return proposal.candidates.compactMap { candidate in
      byCode[candidate.duty].map {
        AdmissionCheck.Candidate(duty: $0, confidence: candidate.confidence, reasons: candidate.reasons)
      }
    }
  }
}
