import Kernel
import Platform
import Storage
import TagIndex

/// How runs are made; tests make small ones as if they were large.
package struct RunPace: Sendable {
  /// Up to so many rows the answer waits; more are made in the background.
  package var atOnce = 20_000
  /// Rows in one transaction.
  package var batch = 5_000
  /// Called after every batch has been committed, with the rows done.
  package var afterBatch: @Sendable (Int) async throws -> Void = { _ in }

  package init() {}
}

/// Asks a ledger's question on a day and freezes the answer. Who: callers that may write and for whom the ledger exists; the
/// rows are those in the caller's areas and the ledger's.
package enum MakeRun {
  /// - Parameter asOf: nil for today.
  /// - Returns: the finished run, or one that is still being made.
  /// - Throws: `not_found`, `ledger_retired`, what the question is refused for.
  package static func run(
    _ ledger: Int64, asOf: Day? = nil, pace: RunPace = RunPace(), caller: Caller, app: AppContext
  ) async throws -> RunView {
    try caller.must(.write)
    let asOf = asOf ?? app.clock.today
    let view = try await GetLedger.run(ledger, caller: caller, app: app)
    guard view.row.retiredAt == nil else { throw Problem(.conflict, "ledger_retired", "这个台账已经停用。") }
    let plan = try await RunPlan.make(view, asOf: asOf, caller: caller, app: app)
    let id = try await make(plan, pace: pace, app: app)
    return try await GetRun.run(id, caller: caller, app: app)
  }

  /// Makes what is planned, at once or, where it is large, in the background.
  ///
  /// - Parameters:
  ///   - ledger: writes the ledger where there is none yet, in the transaction in which the run begins.
  ///   - begun: what else belongs into that transaction.
  package static func make(
    _ plan: RunPlan, pace: RunPace, app: AppContext,
    ledger: @escaping @Sendable (Writer) throws -> Int64? = { _ in nil },
    begun: @escaping @Sendable (Int64, Writer) throws -> Void = { _, _ in }
  ) async throws -> Int64 {
    let beginning: Beginning = { writer in
      var plan = plan
      if let ledger = try ledger(writer) { plan.draft.ledger = ledger }
      let id = try begin(plan, writer)
      try begun(id, writer)
      return id
    }
    if plan.ids.count <= pace.atOnce { return try await atOnce(plan, app, beginning) }
    let id = try await app.store.write(beginning)
    await app.runs.start(RunJob(id: id, plan: plan, pace: pace), in: app)
    return id
  }

  private typealias Beginning = @Sendable (Writer) throws -> Int64

  /// Makes a run to its end, whatever its size, and returns once it is there.
  ///
  /// - Parameters:
  ///   - ledger: writes the ledger where there is none yet, in the transaction in which the run begins.
  ///   - finishing: what belongs to the run, in the transaction that ends it: both are there, or neither is.
  package static func whole(
    _ plan: RunPlan, pace: RunPace, app: AppContext,
    ledger: @escaping @Sendable (Writer) throws -> Int64? = { _ in nil }, finishing: @escaping Finishing
  ) async throws -> Int64 {
    let beginning: Beginning = { writer in
      var plan = plan
      if let ledger = try ledger(writer) { plan.draft.ledger = ledger }
      return try begin(plan, writer)
    }
    guard plan.ids.count > pace.atOnce else { return try await atOnce(plan, app, beginning, finishing) }
    let id = try await app.store.write(beginning)
    do {
      try await RunJob(id: id, plan: plan, pace: pace, finishing: finishing).run(app)
    } catch {
      await failed(id, app)
      throw error
    }
    return id
  }

  /// Marks a run as failed and lets its rows go. Where the store takes no writes, the next start does it.
  static func failed(_ id: Int64, _ app: AppContext) async {
    _ = try? await app.store.write { writer in try writer.stopRun(id, as: .failed) }
    try? await ClearRunRows.run(id, app: app)
  }

  /// Given the run's id.
  package typealias Finishing = @Sendable (Int64, Writer) throws -> Void

  static func begin(_ plan: RunPlan, _ writer: Writer) throws -> Int64 {
    let id = try writer.insertRun(plan.draft, by: plan.caller)
    try writer.audit(
      plan.caller,
      AuditEntry(
        "runs.create", subject: .runs, id: id,
        changes: [
          AuditEntry.Change("ledger", before: nil, after: String(plan.draft.ledger)),
          AuditEntry.Change("as_of", before: nil, after: plan.draft.asOf.description),
          AuditEntry.Change("rows", before: nil, after: String(plan.draft.total)),
        ]))
    return id
  }

  /// All in one transaction: a run is there whole or not at all.
  private static func atOnce(
    _ plan: RunPlan, _ app: AppContext, _ begin: @escaping Beginning, _ finishing: @escaping Finishing = { _, _ in }
  ) async throws -> Int64 {
    let ids = try await app.index.index.ordered(plan.ids, by: plan.sort, plan.query)
    var freezing = try await RunFreezer(plan, app)
    let chunks = try await freezing.freeze(ids[...], app.store)
    return try await app.store.write { [groups = freezing.groups] writer in
      let id = try begin(writer)
      try writer.insertChunks(run: id, from: 0, chunks)
      try writer.finishRun(id, groups: groups)
      try finishing(id, writer)
      return id
    }
  }
}
