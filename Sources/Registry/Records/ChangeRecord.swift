import Kernel
import Platform

/// New values for some fields of a record. Who: as for `AddRecord`.
package enum ChangeRecord {
  /// - Parameters:
  ///   - data: the fields that change; null takes one away.
  ///   - version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `unknown_field`, `bad_field`.
  package static func run(
    _ id: Int64, data: JSONValue?, source: FieldChange<String>, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> RecordView {
    try caller.must(.write)
    _ = try await GetRecord.run(id, caller: caller, app: app)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.records, id)
      let held = try GetRecord.find(id, writer.read)
      let new = try data.map { try RecordRules.merged($0, into: JSONReader.read(held.row.data), held.dataset.entry) }
      let changes = try writer.updateRecord(id, data: new ?? held.row.data, source: source, version: version)
      if !changes.isEmpty {
        try writer.audit(caller, AuditEntry("records.update", subject: .records, id: id, changes: changes))
      }
      return try GetRecord.find(id, writer.read)
    }
  }
}
