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
