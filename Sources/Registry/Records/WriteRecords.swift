import Kernel
import Platform

/// A new record of a dataset. Who: callers that may write, in whose areas its subject lies.
package enum AddRecord {
  package struct Request: Sendable {
    /// The dataset's code.
    package var dataset: String
    /// The id of the person, house, shop or building, as the dataset has it.
    package var subject: Int64
    package var data: JSONValue
    package var source: String

    package init(_ dataset: String, subject: Int64, data: JSONValue, source: String = "manual") {
      (self.dataset, self.subject, self.data, self.source) = (dataset, subject, data, source)
    }
  }

  /// - Throws: `unknown_dataset`, `not_found` for the subject, `unknown_field`, `bad_field`.
  package static func run(_ request: Request, caller: Caller, app: AppContext) async throws -> RecordView {
    try caller.must(.write)
    let policy = try AccessPolicy(caller, app)
    return try await app.write(as: caller) { writer, access in
      let dataset = try ListRecords.find(request.dataset, .pointer("/dataset"), policy, writer.read)
      try access.requireVisible(dataset.entry.subject.kind, request.subject)
      let data = try RecordRules.checked(request.data, dataset.entry)
      let id = try writer.insertRecord(
        dataset: dataset.id, target: TagTarget(dataset.entry.subject, request.subject), data: data,
        source: request.source)
      try writer.audit(
        caller,
        AuditEntry(
          "records.create", subject: .records, id: id,
          changes: [AuditEntry.Change("data", before: nil, after: data)]))
      return try GetRecord.find(id, writer.read)
    }
  }
}

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
