import Kernel
import Platform
import Storage

/// Takes back what an import has written, as far as nobody has built on it. Who: as for the import, with no fewer rights to
/// know of tags than it had.
///
/// Row by row, from the last to the first: what a row made goes, what it changed becomes as it was. A row stays, and says
/// why, where somebody has changed what it wrote, where something hangs on it, or where it lies out of the caller's sight.
package enum UndoImport {
  /// Puts it under way; `RunUndo` does the work. Asked again while it is under way, or when nothing is left to take back, it
  /// changes nothing; else what stayed is tried again.
  ///
  /// - Throws: `dry_run`, `import_open`, `undo_not_recorded`, `nothing_to_undo`; `forbidden`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws {
    try caller.must(.importRosters)
    try await app.store.write { writer in
      let job = try ImportAccess.job(id, caller, writer.read)
      let undo = try writer.read.importUndo(id)
      if let undo, try undo.state == .running && writer.read.stands(undo.caller, .unattended, at: writer.now) { return }
      if let problem = try UndoRules.problem(job, undo, caller, writer.read) {
        if undo?.state == .done, problem.code == "nothing_to_undo" { return }
        throw problem
      }
      try writer.beginUndo(import: id, as: caller)
      try writer.audit(caller, AuditEntry("imports.undo", subject: .imports, id: id))
    }
  }
}

/// Whether an import can be taken back at all.
enum UndoRules {
  /// - Returns: what stands against it as a whole; nil for nothing.
  static func problem(
    _ job: ImportJob, _ undo: ImportUndoState?, _ caller: Caller, _ reader: Reader
  ) throws -> Problem? {
    if job.dryRun { return Problem(.conflict, "dry_run", "这是一次试算，没有写入，不用撤销。") }
    guard [.done, .cancelled, .failed].contains(job.state) else {
      return Problem(.conflict, "import_open", "导入还没有结束，请先写完或取消，再撤销。")
    }
    // Whoever may not know of restricted tags hears nothing of those that it has put on.
    guard !job.scope.role.rights.contains(.restrictedTags) || caller.may(.restrictedTags) else {
      return Problem(.forbidden, "forbidden", "这次导入由权限更大的账号完成，请由街道撤销。")
    }
    if try reader.recordedEffects(job.id) > 0 { return nil }
    if undo == nil, try reader.hasUnrecordedEffects(job.id) {
      return Problem(.conflict, "undo_not_recorded", "这次导入是在旧版本里做的，没有记下改动前的内容，不能撤销。")
    }
    return Problem(.conflict, "nothing_to_undo", "没有可以撤销的内容。")
  }
}
