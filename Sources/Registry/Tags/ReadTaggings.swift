import FilterLanguage
import Kernel
import Platform

/// The tags of one subject. Who: callers that may read, in whose areas the subject lies; restricted tags only with the
/// right.
package enum ReadTaggings {
  package struct Current: Sendable {
    /// Assigned tags that hold on the day.
    package let assigned: [TaggingView]
    /// Computed tags that hold on the day: leads for a person to check.
    package let computed: [TagView]
  }

  /// What holds on the day. - Throws: `not_found`.
  package static func current(
    _ target: TagTarget, asOf: Day, caller: Caller, app: AppContext
  ) async throws -> Current {
    try caller.must(.read)
    try await app.requireVisible(target.subject.kind, target.id, caller)
    let index = try app.index
    let policy = AccessPolicy(caller, index)
    let tags = index.tags.filter { $0.subject == target.subject && policy.mayKnow($0) }
    let (scope, computed) = (index.scope(of: caller), tags.filter(\.isComputed).map(\.code))
    let codes = try await app.ask(caller) { index, budget in
      Set(
        try index.tags(
          of: UInt32(truncatingIfNeeded: target.id), target.subject, among: computed, asOf: asOf, scope: scope,
          budget: budget))
    }
    let rows = try await app.store.read { try $0.taggings(of: target) }
    let vocabulary = index.vocabulary(for: caller)
    return Current(
      assigned: views(rows.filter { $0.holds(on: asOf) }, tags),
      computed: tags.filter { codes.contains($0.code) }.map { TagView($0, vocabulary) })
  }

  /// All assignments there ever were, the newest first, retired tags included. - Throws: `not_found`.
  package static func history(_ target: TagTarget, caller: Caller, app: AppContext) async throws -> [TaggingView] {
    try caller.must(.read)
    try await app.requireVisible(target.subject.kind, target.id, caller)
    let (rows, tags) = try await app.store.read { (try $0.taggings(of: target), try $0.tags()) }
    let policy = try AccessPolicy(caller, app)
    return views(rows.reversed(), tags.filter { policy.mayKnow($0) })
  }

  private static func views(_ rows: [TaggingRow], _ tags: [TagRow]) -> [TaggingView] {
    let byID = Dictionary(tags.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return rows.compactMap { row in byID[row.tag].map { TaggingView(tag: $0, tagging: row) } }
  }
}
