import Kernel
import Platform
import Storage

/// Puts back two people who were made one, exactly as they were, as long as nobody has built on it. Who: as for the merge, and
/// for whom both exist then.
package enum UndoMerge {
  /// - Throws: `not_found`, `merge_undone`; `merge_built_upon` with what stands against it.
  package static func run(_ id: Int64, caller: Caller, app: AppContext) async throws -> MergeRow {
    try caller.must(.write)
    return try await app.write(as: caller) { writer, access in
      guard let row = try writer.read.merge(id), try access.sees(.people, row.kept) else {
        throw Problem.noSuchRow
      }
      guard let state = try writer.mergeState(id) else {
        throw Problem(.conflict, "merge_undone", "这次合并已经撤销。")
      }
      let policy = AccessPolicy(caller, try access.index)
      let (tags, datasets) = (policy.hiddenTags, policy.hiddenDatasets)
      let built = try writer.builtUpon(state, kept: row.kept) { table, about in
        switch table {
        case .occupancies, .visits: try access.sees(.houses, about)
        case .taggings: !tags.contains(about)
        case .records: !datasets.contains(about)
        case .claims: true
        }
      }
      guard built.isEmpty else {
        throw Problem(
          .conflict, "merge_built_upon", "合并之后又有改动，不能整个撤销：\(built.joined(separator: "；"))。请逐项更正。",
          notes: built.map { .init(.pointer(""), $0) })
      }
      try writer.tellingLeavings(of: [(.people, row.kept)]) {
        try writer.takeApart(state, kept: row.kept, gone: row.gone)
      }
      // Whoever would not see them both must not bring one back.
      for person in [row.kept, row.gone] { try access.requireVisible(.people, person) }
      try writer.requireSincePossible(state, kept: row.kept)
      for earlier in state.earlier { try writer.renewMerge(earlier) }
      try writer.endMerge(id, by: caller)
      for (person, other) in [(row.kept, row.gone), (row.gone, row.kept)] {
        try writer.audit(
          caller,
          AuditEntry(
            "people.unmerge", subject: .people, id: person,
            changes: [AuditEntry.Change("merged", before: String(other), after: nil)]))
      }
      guard let undone = try writer.read.merge(id) else { throw Problem.noSuchRow }
      return undone
    }
  }
}
