import FilterLanguage
import Kernel
import Logging
import Platform
import Storage
import TagIndex

/// Works on imports in the background, in two lanes: large rosters one at a time, so that they leave the machine to others, and
/// small ones beside them, so that nobody waits for somebody else's large one. Whatever one caller sends is worked on in the order in
/// which it came: houses before the people who live in them.
package actor ImportRunner: FeatureService {
  private enum Lane { case small, large }

  private struct Waiting {
    let id: Int64
    let caller: Int64?
  }

  private var waiting: [Lane: [Waiting]] = [:]
  private var running: [Lane: Waiting] = [:]
  private var work: [Lane: Task<Void, Never>] = [:]
  /// Whether one was left under way by a fault that may pass, such as a full disk.
  private var hasStalled = false
  private var isEnding = false
  private let log = Logger(label: "menpai.imports")

  package init() {}

  /// Puts an import into the queue. What goes wrong with it is kept in the import itself.
  package func start(_ id: Int64, in app: AppContext) async {
    // What cannot be weighed now is worked on as if it were large.
    let weight = try? await app.store.read { try $0.importWeight(id) }
    let next = Waiting(id: id, caller: weight?.caller)
    guard !waiting.values.joined().contains(where: { $0.id == id }), !isEnding else { return }
    let lane: Lane = weight?.isLarge == false && !isBusy(with: next.caller, .large) ? .small : .large
    waiting[lane, default: []].append(next)
    guard work[lane] == nil else { return }
    // Detached: it is not the work of whichever request began it (`KeyedWork`).
    work[lane] = Task.detached { [self] in await drain(lane, app) }
  }

  private func isBusy(with caller: Int64?, _ lane: Lane) -> Bool {
    (waiting[lane, default: []] + [running[lane]].compactMap(\.self)).contains { $0.caller == caller }
  }

  /// Queues what a crash or a restart has left under way. For the server alone, once at start.
  package func resume(in app: AppContext) async throws {
    for id in try await app.store.read({ try $0.unfinishedImports() + $0.unfinishedUndos() }) {
      await start(id, in: app)
    }
  }

  /// Goes on with what a full disk has stopped, once there is room again. To be called now and then.
  package func retry(in app: AppContext) async throws {
    guard hasStalled, work.isEmpty, app.store.health.fault == nil else { return }
    hasStalled = false
    try await resume(in: app)
  }

  /// Returns when nothing is left to do.
  package func settle() async {
    while let task = work.values.first { await task.value }
  }

  /// Stops the work between two rows and returns when it rests; what is under way is gone on with at the next start. For the
  /// server alone, when it ends.
  package func stop(in app: AppContext) async {
    isEnding = true
    waiting = [:]
    app.halts.stopAll()
    await settle()
  }

  private func drain(_ lane: Lane, _ app: AppContext) async {
    while let next = waiting[lane]?.first {
      waiting[lane]?.removeFirst()
      running[lane] = next
      // What the same caller has sent before goes first.
      while lane == .large, isBusy(with: next.caller, .small), let small = work[.small] { await small.value }
      let id = next.id
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
    (running[lane], work[lane]) = (nil, nil)
    await app.store.releaseMemory()
    FreedMemory.giveBack()
  }
}

extension ImportRunner {
  package static let gauges: GaugeSource = { app in
    [Gauge("menpai_imports_waiting", "Rosters that wait or are being worked on.", await app.imports.length)]
  }

  private var length: Int { waiting.values.reduce(work.count) { $0 + $1.count } }
}

extension AppContext {
  /// Works on rosters in the background.
  package var imports: ImportRunner { service(ImportRunner.self) }
}
