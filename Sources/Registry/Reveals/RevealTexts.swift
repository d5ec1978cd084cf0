import Kernel
import Platform

/// What somebody typed in full, where the numbers of people in it are starred out: notes of visits, fields of records, evidence
/// of tags. Who: callers with `reveal` for whom the row exists; whatever hangs on no place (ledgers, requests) for those who
/// see all areas. It counts as a reveal, and the audit log has it before it is answered.
package enum RevealTexts {
  /// - Returns: the texts by field; none where nothing is starred out.
  /// - Throws: `missing_right`, `reason_missing`, `not_found`, what `RevealQuota` throws.
  package static func run(
    _ kind: SubjectKind, _ id: Int64, reason: String, caller: Caller, app: AppContext
  ) async throws -> [(field: String, text: String)] {
    try caller.must(.reveal)
    let reason = try RevealQuota.reason(reason, at: .pointer("/reason"))
    let isVisible = try await isVisible(kind, id, caller, app)
    let texts = try await app.store.write { writer -> [(field: String, text: String)]? in
      // Hidden rows count as well: whoever tries ids at random is stopped by the same limit.
      try RevealQuota.charge([.row(kind, id)], caller: caller, app: app, writer)
      guard isVisible else { return nil }
      let texts = try writer.read.sealedTexts(of: kind, id)
      try writer.audit(
        caller,
        AuditEntry(
          "\(kind.rawValue).reveal", subject: kind, id: id, reason: reason,
          changes: texts.map { AuditEntry.Change.sealed($0.field, .revealed) }))
      return texts
    }
    guard let texts else { throw Problem.noSuchRow }
    return texts
  }

  private static func isVisible(
    _ kind: SubjectKind, _ id: Int64, _ caller: Caller, _ app: AppContext
  ) async throws -> Bool {
    let policy = try AccessPolicy(caller, app)
    let hidden = try await app.store.read { reader -> Set<Int64> in
      switch kind {
      case .taggings: return try reader.taggings(of: policy.hiddenTags, among: [id])
      case .records: return try reader.records(of: policy.hiddenDatasets, among: [id])
      default: return []
      }
    }
    guard hidden.isEmpty else { return false }
    return switch kind {
    case .visits, .records, .taggings, .workOrders: try await app.sees(kind, id, caller)
    default: caller.role.seesAllAreas
    }
  }
}
