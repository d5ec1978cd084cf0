import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

/// An export that is made in the background.
package struct ExportJob: Sendable, Equatable {
  package enum State: String, Sendable, CaseIterable { case making, done, cancelled, failed }

  package let id: String
  package let run: Int64
  package let format: ExportFormat
  package var state = State.making
  /// Rows.
  package var done = 0
  package let total: Int
  package let fileName: String

  init(id: String, run: Int64, format: ExportFormat, total: Int, fileName: String) {
    (self.id, self.run, self.format, self.total, self.fileName) = (id, run, format, total, fileName)
  }
}

/// Begins an export in the background. Who: as for `ExportRun`; the audit log has it at once.
package enum BeginExport {
  /// - Throws: what `ExportRun` throws, `too_many_exports`.
  package static func run(_ wish: ExportInput, caller: Caller, app: AppContext) async throws -> ExportJob {
    let since = try await app.store.read { try $0.lastChange() }
    let (rows, sheet) = try await ExportRun.open(wish, caller: caller, app: app)
    return try await app.exports.begin(rows, sheet, wish, since: since, caller: caller, app: app)
  }
}

/// How far an export is. Who: whoever began it, with the rights that they had then.
package enum GetExport {
  /// - Throws: `not_found`.
  package static func run(_ id: String, caller: Caller, app: AppContext) async throws -> ExportJob {
    try caller.must(.read)
    return try await app.exports.job(id, caller: caller, now: app.clock.now())
  }
}

/// Ends an export; what was written of it goes. Who: as for `GetExport`.
package enum CancelExport {
  /// - Throws: `not_found`, `export_over`.
  package static func run(_ id: String, caller: Caller, app: AppContext) async throws -> ExportJob {
    try caller.must(.read)
    return try await app.exports.cancel(id, caller: caller, now: app.clock.now())
  }
}

/// The file of a finished export, as often as it is asked for. Who: as for `GetExport`.
package enum FetchExport {
  /// The run must exist for the caller still, and none of its rows may have left their sight since. What shows people in full
  /// needs the right and the approval still, each time.
  ///
  /// - Throws: `not_found`, `export_not_done`, `export_outdated`, `missing_right`, `approval_over`.
  package static func run(_ id: String, caller: Caller, app: AppContext) async throws -> Export {
    try caller.must(.read)
    let made = try await app.exports.file(id, caller: caller, now: app.clock.now())
    let (job, stamp) = (made.job, made.stamp)
    let view = try await GetRun.run(job.run, caller: caller, app: app)
    try await mustBeCurrent(made, view, caller, app)
    if stamp.isRevealing { try await admit(job, stamp, caller, app) }
    return Export(fileName: job.fileName, format: job.format, body: .file(made.file))
  }

  /// Rows that have come to lie elsewhere since, or orders that others have got, still stand in the file.
  private static func mustBeCurrent(
    _ made: ExportJobQueue.Finished, _ view: RunView, _ caller: Caller, _ app: AppContext
  ) async throws {
    guard !caller.role.seesAllAreas, let kind = SubjectKind(rawValue: view.subject.word) else { return }
    try await app.index.catchUp(app.store)
    let sight = try FeedAccessPolicy(caller, app)
    let isOutdated = try await app.store.read { reader in
      try reader.leavings(of: kind, after: made.since).contains { try sight.hasLost($0.line, $0.leavings, reader) }
    }
    guard isOutdated else { return }
    throw Problem(.conflict, "export_outdated", "导出之后有记录已不在您的辖区，这个文件不能再取。请重新导出。")
  }

  private static func admit(_ job: ExportJob, _ stamp: ExportStamp, _ caller: Caller, _ app: AppContext) async throws {
    try caller.must(.reveal)
    try await app.store.write { writer in
      if let id = stamp.approval, try writer.read.revealApproval(id)?.holds(on: writer.now.day) != true {
        throw Problem(.forbidden, "approval_over", "第 \(id) 号批准已经收回或到期，这个文件不能再取。")
      }
      try writer.audit(
        caller,
        AuditEntry(
          "runs.fetch", subject: .runs, id: job.run, reason: stamp.reason,
          changes: [AuditEntry.Change("mark", before: nil, after: stamp.mark)]))
    }
  }
}
