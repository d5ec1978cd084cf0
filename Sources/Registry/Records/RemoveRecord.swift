import Kernel
import Platform

/// Removes a record that should not have been made. Who: as for `AddRecord`. What it said stays in the audit log.
package enum RemoveRecord {
  /// - Throws: `not_found`, `version_conflict`.
  package static func run(_ id: Int64, version: Int64?, caller: Caller, app: AppContext) async throws {
    try caller.must(.write)
    _ = try await GetRecord.run(id, caller: caller, app: app)
    try await app.write(as: caller) { writer, access in
      try access.requireVisible(.records, id)
      let held = try GetRecord.find(id, writer.read)
      try writer.deleteRecord(id, version: version)
      try writer.audit(
        caller,
        AuditEntry(
          "records.delete", subject: .records, id: id,
          changes: [
            AuditEntry.Change("dataset", before: held.dataset.entry.code, after: nil),
            AuditEntry.Change("data", before: held.row.data, after: nil),
          ]))
    }
  }
}
