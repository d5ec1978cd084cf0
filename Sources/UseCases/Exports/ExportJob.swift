import Domain
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
  /// - Throws: `not_found`, `export_not_done`.
  package static func run(_ id: String, caller: Caller, office: Office) async throws -> Export {
    try caller.must(.read)
    let (job, file) = try await office.exports.file(id, caller: caller, now: office.clock.now())
    return Export(fileName: job.fileName, format: job.format, body: .file(file))
  }
}
