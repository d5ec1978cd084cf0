import Kernel
import Platform

/// Keeps what a person decides about a row; `ApplyImport` carries it out. Who: as for the import.
package enum DecideImportRow {
  /// - Throws: `row_needs_correction` for a row whose text must be put right first, `row_not_open` for one that was rejected
  ///   or applied, `subject_missing` for a merge with nobody, `not_a_candidate` for one with somebody whom the row was not
  ///   offered.
  package static func run(
    _ id: Int64, row n: Int, _ decision: RowDecision, caller: Caller, app: AppContext
  ) async throws -> ImportRowReport? {
    try caller.must(.importRosters)
    try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      guard job.state == .review else {
        throw Problem(.conflict, "import_not_in_review", "只有待审核的导入可以逐行决定，当前状态：\(job.state.rawValue)。")
      }
      guard let row = try writer.read.importRow(id, n: n) else {
        throw Problem(.notFound, "not_found", "没有这一行。")
      }
      guard !row.applied, row.status == .review || row.decision != nil else {
        throw Problem(.conflict, "row_not_open", "这一行不待审核。")
      }
      try mustBeReadable(row, for: decision)
      let decision = try checked(decision, row)
      try writer.decide(import: id, n: n, decision, status: status(decision))
      try writer.audit(
        caller,
        AuditEntry(
          "imports.decide", subject: .imports, id: id, reason: "row \(n)",
          changes: [AuditEntry.Change("decision", before: nil, after: decision.action.rawValue)]))
    }
    return try await ListImportRows.run(id, after: n - 1, limit: 1, caller: caller, app: app).rows.first
  }

  /// A row whose own text is in doubt is put right first: nobody can decide what it says.
  private static func mustBeReadable(_ row: StagedRow, for decision: RowDecision) throws {
    let doubts = row.reasons.filter(\.needsCorrection).filter { reason in
      decision.action == .create || decision.action == .merge && reason.isOfPlace
    }
    guard let doubt = doubts.first else { return }
    let column = doubt.column.map { "「\($0)」" } ?? ""
    throw Problem(.conflict, "row_needs_correction", "这一行要先改正\(column)：\(doubt.detail)。可用更正后重新判断，或跳过这一行。")
  }

  /// A merge with the one candidate that there is need not name it.
  private static func checked(_ decision: RowDecision, _ row: StagedRow) throws -> RowDecision {
    guard decision.action == .merge else { return RowDecision(decision.action) }
    let subject = decision.subjectID ?? (row.candidates.count == 1 ? row.candidates[0] : nil)
    if let subject, row.candidates.contains(subject) { return RowDecision(.merge, subjectID: subject) }
    let offered = row.candidates.map { String($0) }
    guard subject != nil else {
      throw Problem(
        .invalid, "subject_missing", "合并须指明对象。",
        notes: [.init(.pointer("/subject_id"), "请从候选中选一个", suggestions: offered)])
    }
    throw Problem(
      .invalid, "not_a_candidate", "所选对象不在候选之中。",
      notes: [.init(.pointer("/subject_id"), "请从候选中选一个", suggestions: offered)])
  }

  package static func status(_ decision: RowDecision) -> ImportRowStatus {
    switch decision.action {
    case .create: .create
    case .merge: .update
    case .skip: .rejected
    }
  }
}
