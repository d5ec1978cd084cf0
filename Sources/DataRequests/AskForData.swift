import Kernel
import Platform

/// Puts a request for data to committees (向系统要数据). Who: callers that may ask for data, of committees in their areas.
package enum AskForData {
  /// - Throws: what `DataRequestPlan.make` throws, `bad_field` for what must be said beside the question, `same_data` where
  ///   the data has been asked for before and `despite` does not say why again.
  package static func run(_ wish: DataRequestInput, caller: Caller, app: AppContext) async throws -> DataRequestView {
    try caller.must(.askData)
    let (request, title, keptUntil) = try wish.draft(
      unit: caller.officeName(app.index.areas), today: app.clock.today)
    let plan = try await DataRequestPlan.make(wish, caller: caller, app: app)
    try check(plan.overlaps, wish.despite)
    var ledger = plan.ledger.row.draft
    (ledger.name, ledger.keptUntil) = (title, keptUntil)
    let id = try await app.store.write { [ledger] writer in
      let question = try writer.insertLedger(ledger, by: caller)
      let id = try writer.insertDataRequest(
        request, ledger: question, committees: plan.committees.map { Int64($0.id) }, by: caller)
      try writer.audit(
        caller,
        AuditEntry(
          "data_requests.create", subject: .dataRequests, id: id, reason: request.despite,
          changes: [
            AuditEntry.Change("title", before: nil, after: title),
            AuditEntry.Change("purpose", before: nil, after: request.purpose),
            AuditEntry.Change("basis", before: nil, after: request.basis),
            AuditEntry.Change("committees", before: nil, after: String(plan.committees.count)),
          ]))
      return id
    }
    return try await GetDataRequest.run(id, caller: caller, app: app)
  }

  private static func check(_ overlaps: [DataOverlap], _ despite: String?) throws(Problem) {
    let repeats = overlaps.filter(\.isRepeat)
    guard !repeats.isEmpty, despite == nil else { return }
    throw Problem(
      .conflict, "same_data", "这些数据已经要过或已有台账，请直接使用；确需再要，请在 despite 中说明理由。",
      notes: repeats.prefix(20).map { overlap in
        .init(
          .pointer("/despite"), overlap.detail, suggestions: overlap.answers.prefix(20).map { "/v1/runs/\($0.run)" })
      })
  }
}
