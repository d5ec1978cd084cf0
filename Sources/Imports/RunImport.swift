import Kernel
import Platform

/// How an import goes about its work; tests stop it between batches.
package struct ImportPace: Sendable {
  /// Rows in one transaction.
  package var batch = 500
  /// Called after every batch has been committed, with the state and the rows done in it. What it throws stops the work
  /// there, as a crash would.
  package var afterBatch: @Sendable (ImportState, Int) async throws -> Void = { _, _ in }
  /// Called as rows are done, with the state and how many are done in it: for a progress bar.
  package var progress: @Sendable (ImportState, Int) -> Void = { _, _ in }

  package init() {}
}

/// Takes an import as far as it goes by itself: to review, or to the end. After a crash it goes on where it stopped. It fails
/// (`rights_ended`) between two batches once whoever it is applied for may not do so any more; what was applied stays. Cancelled,
/// it stops between two rows, and so it does when the server ends (`CancellationError`): then it can be resumed.
package enum RunImport {
  /// - Throws: the `Problem` that the file as a whole has (it is kept in the import, whose state is then `failed`), or what
  ///   the database threw (the state stays, and the import can be resumed).
  package static func run(_ id: Int64, app: AppContext, pace: ImportPace = ImportPace()) async throws {
    let halt = app.halts.begin(id)
    // Another process may cancel it too: what the tables say is looked at while the work goes on.
    let watcher = Task { await watch(id, halt, app) }
    defer {
      watcher.cancel()
      app.halts.end(id, halt)
    }
    while let job = try await app.store.read({ try $0.importJob(id) }), job.state.isRunning {
      do {
        try await stage(job, app, pace, halt)
      } catch let problem as Problem where problem.code == "import_moved_on" {
        continue
      } catch let problem as Problem where [.invalid, .tooMuch, .forbidden].contains(problem.kind) {
        try await app.store.write { writer in
          try writer.setState(import: id, from: job.state, to: .failed, problem: problem.detail)
          // What is wrong with a file that was not understood can be put right without sending it again.
          if job.state != .reading { try writer.deleteChunks(import: id) }
          try writer.deleteUnappliedRows(import: id)
        }
        throw problem
      }
    }
  }

  private static func stage(_ job: ImportJob, _ app: AppContext, _ pace: ImportPace, _ halt: ImportHalt) async throws {
    let now = app.clock.now()
    try await app.store.read { try $0.requireStanding(job.caller, .unattended, at: now) }
    switch job.state {
    case .reading: try await RosterReader(job, app.store, pace, halt).run()
    case .matching: try await RosterMatchStage(job, app, pace, halt).run()
    default: try await RosterApplier(job, app, pace, halt).run()
    }
  }

  private static func watch(_ id: Int64, _ halt: ImportHalt, _ app: AppContext) async {
    while !Task.isCancelled {
      do {
        try await Task.sleep(for: .milliseconds(300))
        guard try await app.store.read({ try $0.importJob(id)?.state.isRunning }) == true else {
          return halt.stop(.movedOn)
        }
      } catch {
        // The end of the work, or a fault of the disk, which the work itself will meet.
        return
      }
    }
  }
}
