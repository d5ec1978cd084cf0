import Kernel
import Platform

/// Goes on with what a crash or a restart has left under way, one after the other. Called once at start.
package enum ResumeImports {
  /// - Returns: the imports that came to rest; one that failed again is among them with its state.
  @discardableResult
  package static func run(app: AppContext, pace: ImportPace = ImportPace()) async throws -> [Int64] {
    let ids = try await app.store.read { try $0.unfinishedImports() }
    for id in ids {
      do {
        try await RunImport.run(id, app: app, pace: pace)
      } catch is Problem {
        continue
      }
    }
    for id in try await app.store.read({ try $0.unfinishedUndos() }) { try await RunUndo.run(id, app: app, pace: pace) }
    return ids
  }
}
