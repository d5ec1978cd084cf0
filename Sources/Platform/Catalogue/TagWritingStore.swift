import FilterLanguage
import GRDB
import Kernel
import Storage

extension Writer {
  /// Makes a tag with its aliases. Code, name and aliases must be free: the caller of this has looked.
  package func insertTag(_ draft: TagDraft) throws -> Int64 {
    let id = try insert(
      """
      INSERT INTO tags (code, name, line, subject, level, kind, rule, sensitivity, valid_days, about, owner_id,
        updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        draft.code, draft.name, draft.line, draft.subject.rawValue, draft.level.rawValue,
        draft.rule == nil ? "assigned" : "computed", draft.rule, draft.sensitivity, draft.validDays, draft.about,
        draft.owner, now.description,
      ])
    try insertAliases(draft.aliases, of: id)
    try recordChange(.tags, id, .create)
    return id
  }

  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`.
  package func updateTag(_ tag: TagRow, _ patch: TagPatch, version: Int64?) throws -> [AuditEntry.Change] {
    if let version, version != tag.version {
      throw Problem.changedMeanwhile
    }
    var row = RowPatch(table: "tags", kind: .tags, id: tag.id)
    row.set("name", patch.name)
    row.set("rule", patch.rule)
    row.set("sensitivity", patch.sensitivity)
    row.set("about", patch.about)
    row.set("valid_days", patch.validDays)
    if case .set(let retired) = patch.isRetired { row.set("retired", .set(retired == true ? 1 : 0)) }
    var changes = try row.apply(self, version: nil)
    if case .set(let wanted) = patch.aliases, Set(wanted ?? []) != Set(tag.aliases) {
      try execute("DELETE FROM tag_aliases WHERE tag_id = ?", [tag.id])
      try insertAliases(wanted ?? [], of: tag.id)
      if changes.isEmpty {
        try execute(
          "UPDATE tags SET version = version + 1, updated_at = ? WHERE id = ?", [now.description, tag.id])
        try recordChange(.tags, tag.id, .update)
      }
      changes.append(
        AuditEntry.Change(
          "aliases", before: tag.aliases.joined(separator: "、"), after: (wanted ?? []).joined(separator: "、")))
    }
    return changes
  }

  private func insertAliases(_ aliases: [String], of tag: Int64) throws {
    for alias in aliases { try execute("INSERT INTO tag_aliases (alias, tag_id) VALUES (?, ?)", [alias, tag]) }
  }
}
