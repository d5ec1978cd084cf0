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
  package static func run(_ wish: ExportWish, caller: Caller, office: Office) async throws -> ExportJob {
    let (rows, sheet) = try await ExportRun.open(wish, caller: caller, office: office)
    return try await office.exports.begin(rows, sheet, wish, caller: caller, office: office)
  }
}

/// How far an export is. Who: whoever began it, with the rights that they had then.
package enum GetExport {
  /// - Throws: `not_found`.
  package static func run(_ id: String, caller: Caller, office: Office) async throws -> ExportJob {
    try caller.must(.read)
    return try await office.exports.job(id, caller: caller, now: office.clock.now())
  }
}

/// Ends an export; what was written of it goes. Who: as for `GetExport`.
package enum CancelExport {
  /// - Throws: `not_found`, `export_over`.
  package static func run(_ id: String, caller: Caller, office: Office) async throws -> ExportJob {
    try caller.must(.read)
    return try await office.exports.cancel(id, caller: caller, now: office.clock.now())
  }
}

/// The file of a finished export, as often as it is asked for. Who: as for `GetExport`.
package enum FetchExport {
  /// What shows people in full needs the right and the approval still, each time.
  ///
  /// - Throws: `not_found`, `export_not_done`, `missing_right`, `approval_over`.
  package static func run(_ id: String, caller: Caller, office: Office) async throws -> Export {
    try caller.must(.read)
    let (job, stamp, file) = try await office.exports.file(id, caller: caller, now: office.clock.now())
    if stamp.isRevealing { try await admit(job, stamp, caller, office) }
    return Export(fileName: job.fileName, format: job.format, body: .file(file))
  }

  private static func admit(_ job: ExportJob, _ stamp: ExportStamp, _ caller: Caller, _ office: Office) async throws {
    try caller.must(.reveal)
    try await office.store.write { writer in
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
