import Platform
import Storage

/// Deletes the frozen rows of runs that have ended without a result, expired or were deleted. Nobody is shown them any more;
/// they may be millions, so they go some at a time and other writes go on between. Who: what ends a run, and the server's
/// start, for whatever a crash has left.
enum ClearRunRows {
  /// How many chunks go in one transaction: some thousands of rows.
  private static let atOnce = 32

  static func run(_ id: Int64, app: AppContext) async throws {
    // Not the work of a request that may come again: what it deletes is deleted by whoever comes next.
    try await KeyedWork.$current.withValue(nil) {
      while try await app.store.write({ writer in try writer.clearRunRows(id, chunks: atOnce) }) {}
    }
  }

  /// Of all runs that have ended.
  static func runAll(app: AppContext) async throws {
    for id in try await app.store.read({ try $0.runsToClear() }) { try await run(id, app: app) }
  }
}
