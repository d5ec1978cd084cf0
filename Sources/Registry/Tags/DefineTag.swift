import FilterLanguage
import Kernel
import Platform

/// A new tag. Who: a caller that manages tags, of a level that it may define (`TagRights`), for an area of their own.
package enum AddTag {
  /// - Parameter area: the code of the area whose tag it is; nil for the caller's own where that is one, and for the whole
  ///   database's where an admin makes it.
  /// - Throws: `tag_level`, `unknown_area`, `bad_field`, `tag_word_taken`, `tag_cycle`, `tag_too_deep`, `tag_too_large`,
  ///   `too_costly`, `too_many_tags`, and what reading the rule and asking it throws.
  package static func run(
    _ draft: TagDraft, area: String? = nil, caller: Caller, app: AppContext
  ) async throws -> TagView {
    try caller.must(.manageTags)
    try TagRules.mayDefine(draft.level, caller)
    let policy = try AccessPolicy(caller, app)
    var draft = draft
    draft.owner = try Ownership.area(area, policy)
    try await RuleCost.check(draft.rule, draft.subject, caller, app)
    try await app.store.write { [draft] writer in
      let book = try TagResolver(writer.read)
      let draft = try TagRules.checked(draft, book, policy, policy.live.index)
      let id = try writer.insertTag(draft)
      try writer.audit(
        caller,
        AuditEntry(
          "tags.create", subject: .tags, id: id,
          changes: [
            AuditEntry.Change("code", before: nil, after: draft.code),
            AuditEntry.Change("name", before: nil, after: draft.name),
            AuditEntry.Change("rule", before: nil, after: draft.rule),
          ]))
    }
    return try await GetTag.run(draft.code, caller: caller, app: app)
  }
}

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
