import Platform
import Synchronization

/// Tells the work on an import to stop: somebody has cancelled it, or the server ends. Work asks it between rows.
final class ImportHalt: Sendable {
  enum Reason: Sendable {
    /// The import is no longer in the state that is worked on.
    case movedOn
    /// The process ends; the import stays as it is and is gone on with at the next start.
    case shutdown
  }

  private let state = Mutex<Reason?>(nil)

  var reason: Reason? { state.withLock { $0 } }

  func stop(_ reason: Reason) { state.withLock { $0 = $0 ?? reason } }

  /// - Throws: `import_moved_on`, or `CancellationError` where the process ends.
  func check() throws {
    switch reason {
    case nil: return
    case .movedOn: throw ImportMovedOn.problem
    case .shutdown: throw CancellationError()
    }
  }
}

/// The imports that are worked on in this process, so that one which is cancelled stops between two rows.
package final class ImportHalts: FeatureService {
  private struct State {
    var halts: [Int64: [ImportHalt]] = [:]
    var isEnding = false
  }

  private let state = Mutex(State())

  package init() {}

  /// A halt for work that begins; `end` when it is over.
  func begin(_ id: Int64) -> ImportHalt {
    let halt = ImportHalt()
    state.withLock { state in
      state.halts[id, default: []].append(halt)
      if state.isEnding { halt.stop(.shutdown) }
    }
    return halt
  }

  func end(_ id: Int64, _ halt: ImportHalt) {
    state.withLock { state in
      state.halts[id]?.removeAll { $0 === halt }
      if state.halts[id]?.isEmpty == true { state.halts[id] = nil }
    }
  }

  /// Stops the work on an import that has been cancelled.
  func stop(_ id: Int64) {
    for halt in state.withLock({ $0.halts[id] ?? [] }) { halt.stop(.movedOn) }
  }

  /// Stops all work, and whatever would begin.
  func stopAll() {
    let halts = state.withLock { state in
      state.isEnding = true
      return state.halts.values.flatMap(\.self)
    }
    for halt in halts { halt.stop(.shutdown) }
  }
}

extension AppContext {
  /// What stops the work on rosters.
  package var halts: ImportHalts { service(ImportHalts.self) }
}
