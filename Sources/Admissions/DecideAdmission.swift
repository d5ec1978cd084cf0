import FilterLanguage
import Kernel
import Platform
import TextClassifier
import WorkOrders

/// Takes a task on or refuses it. Who: callers with `manage_duties`. Once: a decision is not taken back.
package enum DecideAdmission {
  /// - Parameter reason: must be given to refuse, and to accept what has no basis or is forbidden.
  /// - Throws: `not_found`, `reason_missing`, `already_decided`.
  package static func run(
    _ id: Int64, _ decision: Admission.Decision, reason: String?, caller: Caller, app: AppContext
  ) async throws -> Admission {
    try caller.must(.manageDuties)
    return try await app.store.write { writer in
      let held = try GetAdmission.find(id, .all, writer.read)
      guard held.decision == nil else {
        throw Problem(.conflict, "already_decided", "这一事项已于 \(held.decidedAt ?? "") 作出决定。")
      }
      let isPlain = decision == .accept && (held.verdict == .own || held.verdict == .assisted)
      guard isPlain || reason != nil else {
        let detail = decision == .refuse ? "退回事项必须说明理由。" : "接受清单中没有依据或明令禁止的事项必须说明理由。"
        throw Problem(.invalid, "reason_missing", detail, notes: [.init(.pointer("/reason"), detail)])
      }
      try writer.decideAdmission(id, decision, reason: reason, by: caller)
      try writer.audit(
        caller,
        AuditEntry(
          "admissions.\(decision.rawValue)", subject: .admissions, id: id, reason: reason,
          changes: [AuditEntry.Change("decision", before: nil, after: decision.rawValue)]))
      return try GetAdmission.find(id, .all, writer.read)
    }
  }
}
