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
