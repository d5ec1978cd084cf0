import Kernel
import Platform
import Storage

/// Takes a roster in once more from the file that is kept: after a trial, or where the sheet or the columns were not
/// understood. Who: as for the import.
package enum RerunImport {
  package struct Request: Sendable {
    /// Header to field; nil: as it was understood.
    package var mapping: [String: String]?
    /// nil: the one that was read.
    package var sheet: String?
    package var dryRun = false
    /// Whether what is sure is applied without being asked.
    package var apply = false

    package init() {}
  }

  /// How long the file of a trial, or of one that failed, is kept.
  package static let keptDays = 7

  /// - Returns: the id of another import; the one before stays as it is.
  /// - Throws: `import_not_over`, `file_gone`.
  package static func run(_ id: Int64, _ request: Request, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.importRosters)
    return try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      guard mayFollow(job) else {
        throw Problem(.conflict, "import_not_over", "只有试算过的，或没有读懂的文件，可以不再上传就重来。")
      }
      guard try keeps(job, writer.read) else {
        throw Problem(.conflict, "file_gone", "文件已不再保存（\(keptDays) 天后删去），请重新上传。")
      }
      let file = try writer.read.importFile(id)
      let again = ImportJob(
        subject: job.subject, fileName: job.fileName, area: job.area, dryRun: request.dryRun, autoApply: request.apply,
        mapping: mapping(request, job), source: job.source, sheet: request.sheet ?? job.sheet, asOf: job.asOf,
        caller: caller)
      let made = try writer.insertImport(again, file: file)
      try writer.audit(caller, AuditEntry("imports.create", subject: .imports, id: made, reason: "import \(id) again"))
      return made
    }
  }

  private static func mayFollow(_ job: ImportJob) -> Bool {
    job.state == .failed || job.dryRun && job.state == .done
  }

  /// Whether the file is there to be taken in once more.
  static func keeps(_ job: ImportJob, _ reader: Reader) throws -> Bool {
    try mayFollow(job) && reader.hasFile(job.id)
  }

  /// A column that was not read stays unread, whatever its name would say; another sheet has other columns.
  private static func mapping(_ request: Request, _ job: ImportJob) -> [String: String] {
    if let mapping = request.mapping { return mapping }
    if job.state == .failed || request.sheet.map({ $0 != job.sheet }) ?? false { return [:] }
    let named = job.headers.filter { !$0.isEmpty }.map { ($0, job.mapping[$0] ?? "") }
    return Dictionary(named, uniquingKeysWith: { first, _ in first })
  }
}
