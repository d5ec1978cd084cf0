import ChangeFeed
import Kernel
import Ledgers
import Platform
import TagIndex

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
