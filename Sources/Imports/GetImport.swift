import Kernel
import Platform

/// An import as it is shown: `{"id","state","counts":{…},"mapping":{…}}` and more.
package struct ImportReport: Sendable, Equatable, Encodable {
  package let id: Int64
  package let state: ImportState
  package let counts: ImportCounts
  /// Header to field.
  package let mapping: [String: String]
  /// Columns that were not read; one without a name by its place.
  package let ignoredColumns: [String]
  /// The sheet that is read, every sheet with what became of it, and the row of the header.
  package let sheet: String?
  package let sheets: [ImportLayout.Sheet]
  package let headerRow: Int?
  /// Rows that are nobody's: blank ones, totals, headers again.
  package let leftOut: [ImportLayout.LeftOut]
  /// Why rows wait, were refused, or lost a cell; once they are decided.
  package let reasons: [ImportReasonCount]
  package let subject: ImportSubject
  package let fileName: String
  /// The area's code.
  package let area: String?
  package let source: String
  package let dryRun: Bool
  package let asOf: Day
  package let caller: String
  /// Why it failed.
  package let problem: String?
  /// What can be taken back of it, or has been.
  package let undo: ImportUndoReport
  /// Whether its file is there to be taken in once more: see `RerunImport`.
  package let fileKept: Bool
  package let madeAt: String
  package let updatedAt: String

  init(
    _ job: ImportJob, _ counts: ImportCounts, _ tree: AreaTree, _ undo: ImportUndoReport,
    fileKept: Bool, reasons: [ImportReasonCount] = []
  ) {
    (self.undo, self.fileKept) = (undo, fileKept)
    (id, state, self.counts, mapping) = (job.id, job.state, counts, job.mapping)
    let nameless = job.layout.unnamedColumns.map { "第 \($0) 列（没有列名）" }
    ignoredColumns = job.headers.isEmpty ? [] : job.columnMap.ignored + nameless
    (sheet, sheets) = (job.sheet.isEmpty ? nil : job.sheet, job.layout.sheets)
    (headerRow, leftOut, self.reasons) = (job.layout.headerRow, job.layout.leftOut, reasons)
    (subject, fileName, source, dryRun) = (job.subject, job.fileName, job.source, job.dryRun)
    area = job.area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.code }
    (asOf, caller, problem, madeAt, updatedAt) = (job.asOf, job.callerName, job.problem, job.madeAt, job.updatedAt)
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, counts, mapping, subject, area, source, caller, problem, sheet, sheets, reasons, undo
    case headerRow = "header_row"
    case leftOut = "left_out"
    case ignoredColumns = "ignored_columns"
    case fileName = "file_name"
    case fileKept = "file_kept"
    case dryRun = "dry_run"
    case asOf = "as_of"
    case madeAt = "made_at"
    case updatedAt = "updated_at"
  }
}

/// One import. Who: a caller that may import, and whose areas it lies in.
package enum GetImport {
  /// - Parameter tryingUndo: whether its rows are looked through for what stands against taking them back.
  package static func run(
    _ id: Int64, tryingUndo: Bool = false, caller: Caller, app: AppContext
  ) async throws -> ImportReport {
    try caller.must(.importRosters)
    let sight = tryingUndo ? UndoSight(caller, try app.index, today: app.clock.today) : nil
    return try await app.store.read { reader in
      let job = try ImportAccess.job(id, caller, reader)
      let reasons = job.state.isRunning ? [] : try reader.importReasons(id)
      let undo =
        try sight.map { try ReadUndo.preview(job, $0, reader) } ?? ReadUndo.run(job, caller, reader)
      return ImportReport(
        job, try reader.importCounts(id), AreaTree(try reader.areas()), undo,
        fileKept: try RerunImport.keeps(job, reader), reasons: reasons)
    }
  }
}
