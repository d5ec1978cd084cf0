import Kernel
import Platform
import Storage

/// The last stage: decides every open row once more, against what is held now, and carries it out. A batch is one
/// transaction, in which each row says that it is done: after a crash none is done twice and none is left out.
struct RosterApplier {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  private let halt: ImportHalt
  private let gate: MatchQuota
  private let houseResidents = HouseResidentsCache()
  private static let open: [ImportRowStatus] = [.pending, .create, .update, .unchanged, .review]

  /// A batch ends early when it has taken so long: others wait to write, and a cancelled import is to stop.
  private static let patience = Duration.milliseconds(400)

  init(_ job: ImportJob, _ app: AppContext, _ pace: ImportPace, _ halt: ImportHalt) {
    (self.job, store, self.pace, self.halt) = (job, app.store, pace, halt)
    gate = MatchQuota(job, app)
  }

  func run() async throws {
    let context = try await store.read { [job, store, halt] reader in
      var context = try RosterContext(job, reader, today: store.clock.today)
      context.contested = try ContestedNumbers(job, reader, halt: halt)
      return context
    }
    var last = 0
    while let done = try await batch(after: last, context) {
      last = done.last
      pace.progress(.applying, last)
      try await pace.afterBatch(.applying, done.count)
      try halt.check()
    }
  }

  /// - Returns: nil when there are no more rows, and the state has been moved on; or when somebody has stopped the import.
  private func batch(after n: Int, _ context: RosterContext) async throws -> (last: Int, count: Int)? {
    try await store.write { [job, pace, gate, halt, houseResidents] writer in
      guard let now = try writer.read.importJob(job.id), now.state == .applying else { return nil }
      try writer.read.requireStanding(now.caller, .unattended, at: writer.now)
      let rows = try writer.read.importRows(
        job.id, after: n, statuses: Self.open, unappliedOnly: true, limit: pace.batch)
      guard !rows.isEmpty else {
        try Self.finish(job, writer)
        return nil
      }
      try houseResidents.begin(writer.read)
      let rowContext = ImportRowContext(context, writer, houseResidents)
      let work = rowContext.work
      let (clock, start) = (ContinuousClock(), ContinuousClock.now)
      var done = (last: n, count: 0)
      var tally = MatchQuota.Tally()
      for row in rows where done.count == 0 || halt.reason == nil && clock.now - start < Self.patience {
        let outcome = try Self.carryOut(row, job.id, rowContext, work, writer) { writer in
          try gate.admits(rowContext.trials, holdsNumber: rowContext.holdsNumber, &tally, writer)
        }
        let isDone = [.create, .update, .unchanged].contains(outcome.status)
        try writer.settle(import: job.id, n: row.n, outcome, applied: isDone)
        done = (row.n, done.count + 1)
      }
      try houseResidents.end(writer.read)
      try gate.record(tally, writer)
      return done
    }
  }

  private static func carryOut(
    _ row: StagedRow, _ id: Int64, _ rowContext: ImportRowContext, _ work: any RowImporter, _ writer: Writer,
    _ admits: (Writer) throws -> Bool
  ) throws -> RowOutcome {
    do {
      return try writer.inRowSavepoint {
        let (outcome, effects) = try EffectRecorder.record(writer) { try rowContext.decide(row, by: work) }
        guard try admits(writer) else { throw Withheld() }
        if outcome.status == .create || outcome.status == .update {
          try writer.keepEffects(import: id, n: row.n, effects)
        }
        return outcome
      }
    } catch is Withheld {
      rowContext.houseResidents.clear()
      return MatchQuota.withheld
    } catch let problem as Problem {
      // What the row had made is undone.
      rowContext.houseResidents.clear()
      return RowOutcome(.rejected, reasons: [RowReason(problem.code, nil, problem.detail)])
    }
  }

  /// Takes back what the row has written.
  private struct Withheld: Error {}

  private static func finish(_ job: ImportJob, _ writer: Writer) throws {
    let counts = try writer.read.importCounts(job.id)
    try writer.setState(import: job.id, from: .applying, to: counts.review > 0 ? .review : .done)
    let shown =
      "created \(counts.created), updated \(counts.updated), review \(counts.review), rejected \(counts.rejected)"
    try writer.audit(
      job.caller,
      AuditEntry(
        "imports.apply", subject: .imports, id: job.id,
        changes: [AuditEntry.Change("counts", before: nil, after: shown)]))
  }
}
