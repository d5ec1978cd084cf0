import Domain
import Store

/// The last stage: decides every open row once more, against what is held now, and carries it out. A batch is one
/// transaction, in which each row says that it is done: after a crash none is done twice and none is left out.
struct RosterApplying {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  private let gate: MatchGate
  private static let open: [ImportRowStatus] = [.pending, .create, .update, .unchanged, .review]

  init(_ job: ImportJob, _ office: Office, _ pace: ImportPace) {
    (self.job, store, self.pace, gate) = (job, office.store, pace, MatchGate(job, office))
  }

  func run() async throws {
    let context = try await store.read { [job, store] reader in
      var context = try RosterContext(job, reader, today: store.clock.today)
      context.contested = try ContestedNumbers(job, reader)
      return context
    }
    var last = 0
    while let done = try await batch(after: last, context) {
      last = done.last
      pace.progress(.applying, last)
      try await pace.afterBatch(.applying, done.count)
    }
  }

  /// - Returns: nil when there are no more rows, and the state has been moved on; or when somebody has stopped the import.
  private func batch(after n: Int, _ context: RosterContext) async throws -> (last: Int, count: Int)? {
    try await store.write { [job, pace, gate] writer in
      guard let now = try writer.read.importJob(job.id), now.state == .applying else { return nil }
      try writer.read.requireStanding(now.caller, .unattended, at: writer.now)
      let rows = try writer.read.importRows(
        job.id, after: n, statuses: Self.open, unappliedOnly: true, limit: pace.batch)
      guard let last = rows.last else {
        try Self.finish(job, writer)
        return nil
      }
      let desk = RowDesk(context, writer)
      let work = desk.work
      var tally = MatchGate.Tally()
      for row in rows {
        let outcome = try Self.carryOut(row, desk, work, writer) { writer in
          try gate.admits(desk.trials, holdsNumber: desk.holdsNumber, &tally, writer)
        }
        let isDone = [.create, .update, .unchanged].contains(outcome.status)
        try writer.settle(import: job.id, n: row.n, outcome, applied: isDone)
      }
      try gate.record(tally, writer)
      return (last.n, rows.count)
    }
  }

  private static func carryOut(
    _ row: StagedRow, _ desk: RowDesk, _ work: any RowWork, _ writer: Writer, _ admits: (Writer) throws -> Bool
  ) throws -> RowOutcome {
    do {
      return try writer.inRowSavepoint {
        let outcome = try desk.decide(row, by: work)
        guard try admits(writer) else { throw Withheld() }
        return outcome
      }
    } catch is Withheld {
      return MatchGate.withheld
    } catch let problem as Problem {
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
