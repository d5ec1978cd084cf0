import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// One record. Who: callers that may read, in whose areas its subject lies.
package enum GetRecord {
  /// - Throws: `not_found`.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> RecordView {
    try caller.must(.read)
    try await app.requireVisible(.records, id, caller)
    let policy = try AccessPolicy(caller, app)
    let view = try await app.store.read { reader in try find(id, reader) }
    guard policy.mayKnow(owner: view.dataset.owner) else { throw Problem.noSuchRow }
    return view
  }

  static func find(_ id: Int64, _ reader: Reader) throws -> RecordView {
    guard let row = try reader.record(id), let dataset = try reader.datasetRows().first(where: { $0.id == row.dataset })
    else { throw Problem.noSuchRow }
    return RecordView(row: row, dataset: dataset)
  }
}
