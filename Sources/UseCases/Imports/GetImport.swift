import Domain
import Store

/// An import as it is shown: `{"id","state","counts":{…},"mapping":{…}}` and more.
package struct ImportReport: Sendable, Equatable, Encodable {
  package let id: Int64
  package let state: ImportState
  package let counts: ImportCounts
  /// Header to field.
  package let mapping: [String: String]
  /// Columns that were not read.
  package let ignoredColumns: [String]
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
  package let madeAt: String
  package let updatedAt: String

  init(_ job: ImportJob, _ counts: ImportCounts, _ tree: AreaTree) {
    (id, state, self.counts, mapping) = (job.id, job.state, counts, job.mapping)
    ignoredColumns = job.headers.isEmpty ? [] : job.columnMap.ignored
    (subject, fileName, source, dryRun) = (job.subject, job.fileName, job.source, job.dryRun)
    area = job.area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.code }
    (asOf, caller, problem, madeAt, updatedAt) = (job.asOf, job.callerName, job.problem, job.madeAt, job.updatedAt)
  }

  private enum CodingKeys: String, CodingKey {
    case id, state, counts, mapping, subject, area, source, caller, problem
    case ignoredColumns = "ignored_columns"
    case fileName = "file_name"
    case dryRun = "dry_run"
    case asOf = "as_of"
    case madeAt = "made_at"
    case updatedAt = "updated_at"
  }
}

/// One import. Who: a caller that may import, and whose areas it lies in.
package enum GetImport {
  package static func run(_ id: Int64, caller: Caller, office: Office) async throws -> ImportReport {
    try caller.must(.importRosters)
    return try await office.store.read { reader in
      let job = try ImportAccess.job(id, caller, reader)
      return ImportReport(job, try reader.importCounts(id), AreaTree(try reader.areas()))
    }
  }
}

/// The imports that exist for the caller, the newest first.
package enum ListImports {
  /// - Returns: up to `limit` of them, and the id to go on before; nil at the end.
  package static func run(
    before id: Int64? = nil, limit: Int = 50, caller: Caller, office: Office
  ) async throws -> (items: [ImportReport], next: Int64?) {
    try caller.must(.importRosters)
    return try await office.store.read { reader in
      let tree = AreaTree(try reader.areas())
      var (visible, before): ([ImportJob], Int64?) = ([], id)
      while visible.count <= limit {
        let jobs = try reader.importJobs(before: before, limit: batch)
        visible += jobs.filter { ImportAccess.sees($0, caller, tree) }
        guard jobs.count == batch else { break }
        before = jobs.last?.id
      }
      let items = try visible.prefix(limit).map { ImportReport($0, try reader.importCounts($0.id), tree) }
      return (items, visible.count > limit ? items.last?.id : nil)
    }
  }

  private static let batch = 200
}
