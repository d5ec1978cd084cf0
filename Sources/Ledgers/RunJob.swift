import Platform
import TagIndex

/// A large run on its way: batch after batch, each in a transaction of its own, so that others may write in between.
struct RunJob: Sendable {
  let id: Int64
  let plan: RunPlan
  let pace: RunPace
  var finishing: MakeRun.Finishing = { _, _ in }

  /// - Throws: `run_stopped` when somebody has cancelled it; what the database throws.
  func run(_ app: AppContext) async throws {
    let ids = try await app.index.index.ordered(plan.ids, by: plan.sort, plan.query)
    var freezing = try await RunFreezer(plan, app)
    var (chunk, done) = (0, 0)
    for start in stride(from: 0, to: ids.count, by: pace.batch) {
      let chunks = try await freezing.freeze(ids[start..<min(start + pace.batch, ids.count)], app.store)
      try await app.store.write { [id, chunk, caller = plan.caller] writer in
        try writer.read.requireStanding(caller, .unattended, at: writer.now)
        try writer.insertChunks(run: id, from: chunk, chunks)
      }
      chunk += chunks.count
      done += chunks.reduce(0) { $0 + $1.subjects.count }
      try await pace.afterBatch(done)
    }
    try await app.store.write { [id, caller = plan.caller, groups = freezing.groups, finishing] writer in
      try writer.read.requireStanding(caller, .unattended, at: writer.now)
      try writer.finishRun(id, groups: groups)
      try finishing(id, writer)
    }
  }
}
