import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// The records of a dataset, by id. Who: callers that may read; only records of subjects in their areas exist for them.
package enum ListRecords {
  /// - Parameters:
  ///   - subject: a subject's id; nil for all.
  ///   - after: the id after which to go on.
  /// - Throws: `unknown_dataset`, `not_found` for the subject.
  package static func run(
    _ code: String, subject: Int64?, after: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [RecordView], next: Int64?) {
    try caller.must(.read)
    let policy = try AccessPolicy(caller, app)
    let dataset = try await app.store.read { try find(code, .parameter("dataset"), policy, $0) }
    if let subject { try await app.requireVisible(dataset.entry.subject.kind, subject, caller) }
    var targets = try await app.store.read { try $0.recordTargets(dataset: dataset, subject: subject) }
    if subject == nil, !caller.role.seesAllAreas {
      let visible = policy.everyone(Subject(dataset.entry.subject))
      targets.removeAll { !visible.contains(UInt32(truncatingIfNeeded: $0.subject)) }
    }
    let rest = targets.filter { target in after.map { $0 < target.id } ?? true }
    let ids = rest.prefix(limit).map(\.id)
    let rows = try await app.store.read { try $0.records(ids: ids) }
    return (
      targets.count, rows.map { RecordView(row: $0, dataset: dataset) }, rest.count > ids.count ? ids.last : nil
    )
  }

  /// The records of one subject over all datasets that exist for the caller.
  ///
  /// - Throws: `not_found` for the subject.
  package static func run(
    of target: TagTarget, after: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> (total: Int, items: [RecordView], next: Int64?) {
    try caller.must(.read)
    let policy = try AccessPolicy(caller, app)
    try await app.requireVisible(target.subject.kind, target.id, caller)
    return try await app.store.read { reader in
      let datasets = Dictionary(
        try reader.datasetRows().filter { policy.mayKnow(owner: $0.owner) }.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
      let known = try reader.recordTargets(of: target).filter { datasets[$0.dataset] != nil }
      let rest = known.filter { record in after.map { $0 < record.id } ?? true }
      let ids = rest.prefix(limit).map(\.id)
      let views = try reader.records(ids: ids).compactMap { row in
        datasets[row.dataset].map { RecordView(row: row, dataset: $0) }
      }
      return (known.count, views, rest.count > ids.count ? ids.last : nil)
    }
  }

  /// - Throws: `unknown_dataset`, also for one that does not exist for the caller.
  static func find(
    _ code: String, _ place: Problem.Note.Place, _ policy: AccessPolicy, _ reader: Reader
  ) throws -> DatasetRow {
    let datasets = try reader.datasetRows().filter { policy.mayKnow(owner: $0.owner) }
    guard let dataset = datasets.first(where: { $0.entry.code == code }) else {
      let near = Nearest.first(3, to: code, among: datasets.map(\.entry.code), orAll: true)
      throw Problem(
        .invalid, "unknown_dataset", "没有「\(code)」这个专题库。",
        notes: [.init(place, "没有「\(code)」这个专题库。", suggestions: near)])
    }
    return dataset
  }
}
