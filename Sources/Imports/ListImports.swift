import Kernel
import Platform

/// The imports that exist for the caller, the newest first.
package enum ListImports {
  /// - Returns: how many there are, up to `limit` of them, and the id to go on before; nil at the end.
  package static func run(
    before id: Int64? = nil, limit: Int = 50, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [ImportReport], next: Int64?) {
    try caller.must(.importRosters)
    return try await app.store.read { reader in
      let tree = AreaTree(try reader.areas())
      // Rosters come by the dozen a month, so that all of them are soon looked through.
      let visible = try reader.importJobs(limit: .max).filter { ImportAccess.sees($0, caller, tree) }
      let older = visible.drop { job in id.map { job.id >= $0 } ?? false }
      let items = try older.prefix(limit).map {
        ImportReport(
          $0, try reader.importCounts($0.id), tree, try ReadUndo.run($0, caller, reader),
          fileKept: try RerunImport.keeps($0, reader))
      }
      return (visible.count, items, older.count > limit ? items.last?.id : nil)
    }
  }
}
