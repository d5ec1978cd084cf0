import Kernel
import Platform

/// Applies what is sure and what has been decided. Who: as for the import.
package enum ApplyImport {
  /// Moves the import on to `applying`; `RunImport` does the work, with the caller's rights: whoever uploaded the file may
  /// have left since.
  ///
  /// - Throws: `dry_run`, or `import_not_in_review`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws {
    try caller.must(.importRosters)
    try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      if job.dryRun { throw Problem(.conflict, "dry_run", "这是一次试导入，请正式上传后再应用。") }
      guard job.state == .review else {
        throw Problem(.conflict, "import_not_in_review", "只有待审核的导入可以应用，当前状态：\(job.state.rawValue)。")
      }
      try writer.setState(import: id, from: .review, to: .applying)
      if try !writer.read.stands(job.caller, .unattended, at: writer.now) { try writer.hand(import: id, to: caller) }
      try writer.audit(caller, AuditEntry("imports.start_applying", subject: .imports, id: id))
    }
  }
}
