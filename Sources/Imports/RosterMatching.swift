import Storage

/// The second stage, unless what is sure is to be applied at once: decides every row against one state of the database and
/// the rows before it, and writes nothing but what it decided. After a crash it begins again.
struct RosterMatching {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace
  private let halt: ImportHalt

  init(_ job: ImportJob, _ store: Store, _ pace: ImportPace, _ halt: ImportHalt) {
    (self.job, self.store, self.pace, self.halt) = (job, store, pace, halt)
  }

  func run() async throws {
    let outcomes = try await store.read { [job, pace, store, halt] reader in
      var context = try RosterContext(job, reader, today: store.clock.today)
      context.contested = try ContestedNumbers(job, reader, halt: halt)
      let desk = RowDesk(context, reader)
      let work = desk.work
      var outcomes: [(n: Int, outcome: RowOutcome)] = []
      while case let rows = try reader.importRows(job.id, after: outcomes.last?.n ?? 0, limit: pace.batch),
        !rows.isEmpty
      {
        for row in rows {
          try halt.check()
          outcomes.append((row.n, try desk.decide(row, by: work)))
        }
        pace.progress(.matching, outcomes.count)
      }
      return outcomes
    }
    try halt.check()
    for start in stride(from: 0, to: outcomes.count, by: pace.batch * 4) {
      let batch = outcomes[start..<min(start + pace.batch * 4, outcomes.count)]
      try await store.write { [job] writer in
        guard try writer.read.importJob(job.id)?.state == .matching else { throw ImportMovedOn.problem }
        for row in batch { try writer.settle(import: job.id, n: row.n, row.outcome, applied: false) }
      }
      try await pace.afterBatch(.matching, batch.count)
      try halt.check()
    }
    try await store.write { [job] writer in
      try writer.setState(import: job.id, from: .matching, to: job.dryRun ? .done : .review)
    }
  }
}
