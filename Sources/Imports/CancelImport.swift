import Kernel
import Platform

/// Stops an import: what has been applied stays, everything else of it is forgotten. Who: as for the import.
package enum CancelImport {
  /// - Throws: `import_over` for one that is done, failed or cancelled already.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws {
    try caller.must(.importRosters)
    try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      guard job.state.isRunning || job.state == .review else {
        throw Problem(.conflict, "import_over", "该导入已结束，不能取消。")
      }
      try writer.setState(import: id, from: job.state, to: .cancelled)
      try writer.deleteChunks(import: id)
      try writer.deleteUnappliedRows(import: id)
      try writer.audit(caller, AuditEntry("imports.cancel", subject: .imports, id: id))
    }
    app.halts.stop(id)
  }
}
