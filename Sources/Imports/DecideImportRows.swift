import Kernel
import Platform

/// Decides many rows at once: all that wait for one reason, or all that wait. Who: as for the import.
package enum DecideImportRows {
  package struct Answer: Sendable, Equatable, Codable {
    package let decided: Int
    /// Rows that were meant and need a look of their own: to be corrected first, or with several candidates.
    package let left: Int
  }

  /// Most rows in one go; whoever has more asks again.
  package static let limit = 5_000

  /// - Parameters:
  ///   - reason: only rows with this reason, and no other than `reason` and what is merely noted.
  ///   - action: a merge takes the one candidate that there is.
  /// - Throws: `import_not_in_review`.
  package static func run(
    _ id: Int64, _ action: RowDecision.Action, reason: String?, caller: Caller, app: AppContext
  ) async throws -> Answer {
    try caller.must(.importRosters)
    return try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      guard job.state == .review else {
        throw Problem(.conflict, "import_not_in_review", "只有待审核的导入可以逐行决定，当前状态：\(job.state.rawValue)。")
      }
      var (decided, left) = (0, 0)
      for row in try writer.read.importRows(id, after: 0, statuses: [.review], unappliedOnly: true, limit: limit) {
        guard reason == nil || row.reasons.contains(where: { $0.code == reason }) else { continue }
        guard let decision = decision(action, row) else {
          left += 1
          continue
        }
        try writer.decide(import: id, n: row.n, decision, status: DecideImportRow.status(decision))
        decided += 1
      }
      try writer.audit(
        caller,
        AuditEntry(
          "imports.decide_many", subject: .imports, id: id, reason: reason,
          changes: [AuditEntry.Change("decision", before: nil, after: "\(action.rawValue) x \(decided)")]))
      return Answer(decided: decided, left: left)
    }
  }

  private static func decision(_ action: RowDecision.Action, _ row: StagedRow) -> RowDecision? {
    switch action {
    case .skip: return RowDecision(.skip)
    case .create: return row.reasons.contains(where: \.needsCorrection) ? nil : RowDecision(.create)
    case .merge:
      let isPlaceless = row.reasons.contains(where: \.isOfPlace)
      guard row.candidates.count == 1, !isPlaceless else { return nil }
      return RowDecision(.merge, subjectID: row.candidates[0])
    }
  }
}
