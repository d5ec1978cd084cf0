import FilterLanguage
import Kernel
import Platform
import TagIndex

/// One tag, retired or not. Who: see `ListTags`.
package enum GetTag {
  /// - Throws: `not_found`, also for a restricted tag without the right.
  package static func run(_ code: String, caller: Caller, app: AppContext) async throws -> TagView {
    try caller.must(.read)
    let policy = try AccessPolicy(caller, app)
    let tags = try await app.store.read { try $0.tags() }
    return TagView(
      try find(code, in: tags, policy), policy.live.vocabulary(for: caller), policy.tree, policy.live.index.faults,
      for: caller)
  }

  static func find(_ code: String, in tags: [TagRow], _ policy: AccessPolicy) throws(Problem) -> TagRow {
    guard let tag = tags.first(where: { $0.code == code }), policy.mayKnow(tag) else {
      throw Problem(.notFound, "not_found", "没有这个标签。")
    }
    return tag
  }
}
