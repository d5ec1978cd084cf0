import Kernel
import Platform

/// What every server shows of itself, whatever features it has.
struct ProcessGauges: Sendable {
  private let start = ContinuousClock.now

  /// - Parameter caller: whoever asks; how many rows there are is for those who see everything.
  func read(_ app: AppContext, for caller: Caller?) async throws -> [Gauge] {
    let state = try IndexState.read(app, for: caller)
    app.metrics.describe("menpai_log_ins_total", "Tries to log in, by what came of them.")
    var gauges = [
      Gauge("menpai_ready", "1 once the index is built.", state == nil ? 0 : 1),
      Gauge(
        "menpai_uptime_seconds", "Since the process began to serve.", (ContinuousClock.now - start).components.seconds),
      Gauge("menpai_writes_waiting", "Writes that wait for the next transaction.", await app.store.writesWaiting),
      Gauge("menpai_questions_waiting", "Questions that wait for a thread.", app.questions.waiting),
      Gauge("menpai_database_bytes", "The database's file.", app.store.fileSize("")),
      Gauge("menpai_wal_bytes", "The write-ahead log beside it.", app.store.fileSize("-wal")),
    ]
    if let state {
      gauges.append(
        Gauge("menpai_index_generation", "Commits that the index has taken.", state.generation, isCounter: true))
      gauges += state.sizes.map { Gauge("menpai_rows", "Rows by kind.", $0.count, [("kind", $0.kind)]) }
    }
    if let bytes = ProcessMemory.resident {
      gauges.append(Gauge("process_resident_memory_bytes", "Memory in use.", bytes))
    }
    return gauges
  }
}
