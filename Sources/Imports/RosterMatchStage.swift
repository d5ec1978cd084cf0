import Platform
import Storage

/// The second stage, unless what is sure is to be applied at once: decides every row against one state of the database and
/// the rows before it, and writes nothing but what it decided. After a crash it begins again.
struct RosterMatchStage {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  private let halt: ImportHalt
  private let gate: MatchQuota

  init(_ job: ImportJob, _ app: AppContext, _ pace: ImportPace, _ halt: ImportHalt) {
    (self.job, store, self.pace, self.halt) = (job, app.store, pace, halt)
    gate = MatchQuota(job, app)
  }

  private struct Planned: Sendable {
    let n: Int
    let outcome: RowOutcome
    let trials: Set<MatchTrial>
    let holdsNumber: Bool
  }

  func run() async throws {
    let outcomes = try await store.read { [job, pace, store, halt] reader in
      var context = try RosterContext(job, reader, today: store.clock.today)
      context.contested = try ContestedNumbers(job, reader, halt: halt)
      let rowContext = ImportRowContext(context, reader)
      let work = rowContext.work
      var outcomes: [Planned] = []
      while case let rows = try reader.importRows(job.id, after: outcomes.last?.n ?? 0, limit: pace.batch),
        !rows.isEmpty
      {
        for row in rows {
          try halt.check()
          let outcome = try rowContext.decide(row, by: work)
          outcomes.append(
            Planned(n: row.n, outcome: outcome, trials: rowContext.trials, holdsNumber: rowContext.holdsNumber))
        }
        pace.progress(.matching, outcomes.count)
      }
      return outcomes
    }
    try halt.check()
    for start in stride(from: 0, to: outcomes.count, by: pace.batch * 4) {
      let batch = outcomes[start..<min(start + pace.batch * 4, outcomes.count)]
      try await store.write { [job, gate] writer in
        guard try writer.read.importJob(job.id)?.state == .matching else { throw ImportMovedOn.problem }
        var tally = MatchQuota.Tally()
        for row in batch {
          let isAdmitted = try gate.admits(row.trials, holdsNumber: row.holdsNumber, &tally, writer)
          try writer.settle(
            import: job.id, n: row.n, isAdmitted ? row.outcome : MatchQuota.withheld, applied: false)
        }
        try gate.record(tally, writer)
      }
      try await pace.afterBatch(.matching, batch.count)
      try halt.check()
    }
    try await store.write { [job] writer in
      try writer.setState(import: job.id, from: .matching, to: job.dryRun ? .done : .review)
    }
  }
}
