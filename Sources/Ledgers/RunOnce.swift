import Kernel
import Platform
import Storage

/// Asks once and freezes the answer, without a ledger to keep: for a list that goes straight to the printer. Who: callers that
/// may write; the rows are those in the caller's areas.
///
/// Behind the run stands a ledger that is in no list and never runs again; only whoever made it sees the run, unless they say
/// otherwise. Its rows are deleted after a month: they are a print-out, not a record.
package enum RunOnce {
  /// Days for which the rows are there.
  package static let keptDays = 30

  /// - Parameter asOf: nil for today.
  /// - Returns: the finished run, or one that is still being made.
  /// - Throws: what `LedgerDraftBuilder.draft` throws.
  package static func run(
    _ wish: LedgerInput, asOf: Day? = nil, pace: RunPace = RunPace(), caller: Caller, app: AppContext
  ) async throws -> RunView {
    try caller.must(.write)
    var wish = wish
    wish.seenBy = wish.seenBy ?? .owner
    var draft = try LedgerDraftBuilder(caller, app).draft(wish, isNamed: false)
    (draft.kind, draft.keptUntil) = (.once, app.clock.today.adding(days: keptDays))
    // What the list has shown is what is frozen: all areas of whoever has several.
    if wish.areas == .keep { draft.areas = nil }
    let view = try LedgerAccessPolicy(caller, app).draft(draft)
    let plan = try await RunPlan.make(view, asOf: asOf ?? app.clock.today, caller: caller, app: app)
    let id = try await MakeRun.make(plan, pace: pace, app: app, ledger: { [draft] in try add(draft, caller, $0) })
    return try await GetRun.run(id, caller: caller, app: app)
  }

  private static func add(_ draft: LedgerDraft, _ caller: Caller, _ writer: Writer) throws -> Int64 {
    let id = try writer.insertLedger(draft, by: caller)
    try writer.audit(
      caller,
      AuditEntry(
        "ledgers.create", subject: .ledgers, id: id,
        changes: [
          AuditEntry.Change("name", before: nil, after: draft.name),
          AuditEntry.Change("kind", before: nil, after: draft.kind.rawValue),
        ]))
    return id
  }
}
