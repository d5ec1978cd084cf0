import Storage

/// The second stage, unless what is sure is to be applied at once: decides every row against one state of the database and
/// the rows before it, and writes nothing but what it decided. After a crash it begins again.
struct RosterMatching {
  private let job: ImportJob
  private let store: Store
  private let pace: ImportPace

  init(_ job: ImportJob, _ store: Store, _ pace: ImportPace) {
    (self.job, self.store, self.pace) = (job, store, pace)
  }

  func run() async throws {
    let outcomes = try await store.read { [job, pace, store] reader in
      var context = try RosterContext(job, reader, today: store.clock.today)
      context.contested = try ContestedNumbers(job, reader)
      let desk = RowDesk(context, reader)
      let work = desk.work
      var outcomes: [(n: Int, outcome: RowOutcome)] = []
      while case let rows = try reader.importRows(job.id, after: outcomes.last?.n ?? 0, limit: pace.batch),
        !rows.isEmpty
      {
        for row in rows { outcomes.append((row.n, try desk.decide(row, by: work))) }
        pace.progress(.matching, outcomes.count)
      }
      return outcomes
    }
    for start in stride(from: 0, to: outcomes.count, by: pace.batch * 4) {
      let batch = outcomes[start..<min(start + pace.batch * 4, outcomes.count)]
      try await store.write { [job] writer in
        for row in batch { try writer.settle(import: job.id, n: row.n, row.outcome, applied: false) }
      }
      try await pace.afterBatch(.matching, batch.count)
    }
    try await store.write { [job] writer in
      try writer.setState(import: job.id, from: .matching, to: job.dryRun ? .done : .review)
    }
  }
}
