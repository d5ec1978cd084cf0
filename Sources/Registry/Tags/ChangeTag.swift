import FilterLanguage
import Kernel
import Platform

/// New values for some fields of a tag. Who: a caller that manages tags, bound to the area whose tag it is or above it; what
/// is the whole database's changes only by an admin.
package enum ChangeTag {
  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `not_owner`, `version_conflict`, `tag_in_use` when rules of other tags could no longer be read,
  ///   and what `AddTag` throws.
  package static func run(
    _ code: String, _ patch: TagPatch, version: Int64?, caller: Caller, app: AppContext
  ) async throws -> TagView {
    try caller.must(.manageTags)
    let policy = try AccessPolicy(caller, app)
    if case .set(let rule) = patch.rule {
      let tag = try GetTag.find(code, in: try await app.store.read { try $0.tags() }, policy)
      try TagRules.mayDefine(tag.level, caller)
      try Ownership.mustOwn(tag.owner, policy)
      try await RuleCost.check(rule, tag.subject, caller, app)
    }
    try await app.store.write { writer in
      let book = try TagResolver(writer.read)
      let tag = try GetTag.find(code, in: book.tags, policy)
      try TagRules.mayDefine(tag.level, caller)
      try Ownership.mustOwn(tag.owner, policy)
      let patch = try TagRules.checked(patch, of: tag, book, policy, policy.live.index)
      let changes = try writer.updateTag(tag, patch, version: version)
      guard !changes.isEmpty else { return }
      try writer.audit(caller, AuditEntry("tags.update", subject: .tags, id: tag.id, changes: changes))
    }
    return try await GetTag.run(code, caller: caller, app: app)
  }
}
