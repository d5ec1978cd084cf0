import Kernel
import Logging
import Platform
import TagIndex

/// Makes large runs in the background, one at a time, so that they leave the machine to others.
package actor RunJobQueue: FeatureService {
  private var waiting: [RunJob] = []
  private var work: Task<Void, Never>?
  private let log = Logger(label: "menpai.runs")

  package init() {}

  func start(_ making: RunJob, in app: AppContext) {
    waiting.append(making)
    guard work == nil else { return }
    // Detached: it is not the work of whichever request began it (`KeyedWork`).
    work = Task.detached { [self] in await drain(app) }
  }

  /// Marks what a process has left half made as failed: which rows it had chosen is gone with it. For the server alone, at
  /// start.
  package func recover(_ app: AppContext) async throws {
    try await app.store.write { writer in
      for id in try writer.unfinishedRuns() { try writer.stopRun(id, as: .failed) }
    }
    try await ClearRunRows.runAll(app: app)
  }

  /// Returns when nothing is left to do.
  package func settle() async {
    while let work { await work.value }
  }

  private func drain(_ app: AppContext) async {
    while !waiting.isEmpty {
      let making = waiting.removeFirst()
      let start = ContinuousClock.now
      do {
        try await making.run(app)
        log.info("run made", metadata: ["id": "\(making.id)", "after": "\(ContinuousClock.now - start)"])
      } catch let problem as Problem where problem.code == "run_stopped" {
        continue
      } catch {
        log.error("run failed", metadata: ["id": "\(making.id)", "error": "\(type(of: error))"])
        await MakeRun.failed(making.id, app)
      }
    }
    work = nil
    await app.store.releaseMemory()
    FreedMemory.giveBack()
  }
}

extension RunJobQueue {
  package static let gauges: GaugeSource = { app in
    [Gauge("menpai_runs_waiting", "Large runs of ledgers that wait or are being made.", await app.runs.length)]
  }

  private var length: Int { waiting.count + (work == nil ? 0 : 1) }
}

extension AppContext {
  /// Makes large runs of ledgers in the background.
  package var runs: RunJobQueue { service(RunJobQueue.self) }
}
