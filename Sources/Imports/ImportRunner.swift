import FilterLanguage
import Kernel
import Logging
import Platform
import Storage
import TagIndex

/// Works on imports in the background, one at a time, so that a large roster leaves the machine to others.
package actor ImportRunner: FeatureService {
  private var waiting: [Int64] = []
  private var work: Task<Void, Never>?
  /// Whether one was left under way by a fault that may pass, such as a full disk.
  private var hasStalled = false
  private var isEnding = false
  private let log = Logger(label: "menpai.imports")

  package init() {}

  /// Puts an import into the queue. What goes wrong with it is kept in the import itself.
  package func start(_ id: Int64, in app: AppContext) {
    if !waiting.contains(id) { waiting.append(id) }
    guard work == nil, !isEnding else { return }
    // Detached: it is not the work of whichever request began it (`KeyedWork`).
    work = Task.detached { [self] in await drain(app) }
  }

  /// Queues what a crash or a restart has left under way. For the server alone, once at start.
  package func resume(in app: AppContext) async throws {
    for id in try await app.store.read({ try $0.unfinishedImports() + $0.unfinishedUndos() }) { start(id, in: app) }
  }

  /// Goes on with what a full disk has stopped, once there is room again. To be called now and then.
  package func retry(in app: AppContext) async throws {
    guard hasStalled, work == nil, app.store.health.fault == nil else { return }
    hasStalled = false
    try await resume(in: app)
  }

  /// Returns when nothing is left to do.
  package func settle() async {
    while let work { await work.value }
  }

  /// Stops the work between two rows and returns when it rests; what is under way is gone on with at the next start. For the
  /// server alone, when it ends.
  package func stop(in app: AppContext) async {
    isEnding = true
    waiting = []
    app.halts.stopAll()
    await settle()
  }

  private func drain(_ app: AppContext) async {
    while !waiting.isEmpty {
      let id = waiting.removeFirst()
      let start = ContinuousClock.now
      do {
        try await RunImport.run(id, app: app)
        try await RunUndo.run(id, app: app)
        log.info("import done", metadata: ["id": "\(id)", "after": "\(ContinuousClock.now - start)"])
      } catch let problem as Problem where StoreHealth.Fault(rawValue: problem.code) != nil {
        hasStalled = true
        log.error(
          "import stopped; it goes on when the disk does", metadata: ["id": "\(id)", "error": "\(problem.code)"])
      } catch is CancellationError {
        log.notice("import stopped; it goes on after a restart", metadata: ["id": "\(id)"])
      } catch is Problem {
        // The file's own fault, which the import now says; or somebody cancelled it meanwhile.
        continue
      } catch {
        log.error(
          "import stopped; it goes on after a restart", metadata: ["id": "\(id)", "error": "\(type(of: error))"])
      }
    }
    work = nil
    await app.store.releaseMemory()
    FreedMemory.giveBack()
  }
}

extension ImportRunner {
  package static let gauges: GaugeSource = { app in
    [Gauge("menpai_imports_waiting", "Rosters that wait or are being worked on.", await app.imports.length)]
  }

  private var length: Int { waiting.count + (work == nil ? 0 : 1) }
}

extension AppContext {
  /// Works on rosters in the background.
  package var imports: ImportRunner { service(ImportRunner.self) }
}
