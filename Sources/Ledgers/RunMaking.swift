import Platform
import TagIndex

/// A large run on its way: batch after batch, each in a transaction of its own, so that others may write in between.
struct RunMaking: Sendable {
  let id: Int64
  let plan: RunPlan
  let pace: RunPace
  var finishing: MakeRun.Finishing = { _, _ in }

  /// - Throws: `run_stopped` when somebody has cancelled it; what the database throws.
  func run(_ office: Office) async throws {
    let ids = try await office.index.index.ordered(plan.ids, by: plan.sort, plan.query)
    var freezing = try await RunFreezing(plan, office)
    var (chunk, done) = (0, 0)
    for start in stride(from: 0, to: ids.count, by: pace.batch) {
      let chunks = try await freezing.freeze(ids[start..<min(start + pace.batch, ids.count)], office.store)
      try await office.store.write { [id, chunk, caller = plan.caller] writer in
        try writer.read.requireStanding(caller, .unattended, at: writer.now)
        try writer.insertChunks(run: id, from: chunk, chunks)
      }
      chunk += chunks.count
      done += chunks.reduce(0) { $0 + $1.subjects.count }
      try await pace.afterBatch(done)
    }
    try await office.store.write { [id, caller = plan.caller, groups = freezing.groups, finishing] writer in
      try writer.read.requireStanding(caller, .unattended, at: writer.now)
      try writer.finishRun(id, groups: groups)
      try finishing(id, writer)
    }
  }
}
