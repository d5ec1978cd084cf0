import FilterLanguage
import Kernel
import Platform

/// A tag to be put on a subject, or taken off it, by somebody who may: what is checked in the write itself, so that
/// neither the subject nor the tag can have changed in between.
package struct TaggingPlan: Sendable {
  package let tag: TagRow
  package let target: TagTarget

  package init(tag: TagRow, target: TagTarget) {
    (self.tag, self.target) = (tag, target)
  }

  /// - Parameter word: the tag's code, name or alias.
  /// - Throws: `not_found` for the subject, `unknown_tag`, `computed_tag`, `tag_level`.
  package static func make(_ word: String, _ target: TagTarget, _ access: WriteAccess) throws -> TaggingPlan {
    let caller = access.caller
    try caller.must(.read)
    try access.requireVisible(target.subject.kind, target.id)
    let vocabulary = try access.index.vocabulary(for: caller)
    guard let code = vocabulary.tag(word, for: target.subject)?.code, let tag = try access.reader.tag(code: code),
      !tag.isRetired, caller.may(.restrictedTags) || !tag.isRestricted
    else { throw unknown(word, target.subject, vocabulary) }
    guard !tag.isComputed else {
      let rule = TagView(tag, vocabulary).explanation.map { "：\($0)" } ?? ""
      throw Problem(
        .conflict, "computed_tag", "「\(tag.name)」由系统按规则自动计算\(rule)。不能人工打上或去掉，请更正相应的资料。")
    }
    guard TagRights.mayAssign(tag.level, line: tag.line, caller) else {
      throw Problem(
        .forbidden, "tag_level", "您的角色（\(caller.role.title)）不能打\(tag.level.title)级的标签「\(tag.name)」。")
    }
    return TaggingPlan(tag: tag, target: target)
  }

  private static func unknown(_ word: String, _ subject: TagSubject, _ vocabulary: Vocabulary) -> Problem {
    let names = vocabulary.tags.filter { $0.subject == subject }.map(\.name)
    let detail = "没有「\(word)」这个标签。"
    return Problem(
      .notFound, "unknown_tag", detail,
      notes: [.init(.pointer("/tag"), detail, suggestions: Nearest.first(3, to: word, among: names))])
  }

  /// The entry in the log. Which restricted tag somebody has does not stand there.
  func entry(_ action: String, _ changes: [AuditEntry.Change] = []) -> AuditEntry {
    let name: AuditEntry.Change =
      tag.isRestricted ? .sealed("tag") : AuditEntry.Change("tag", before: nil, after: tag.code)
    return AuditEntry(
      action, subject: target.subject.kind, id: target.id, changes: [name] + (tag.isRestricted ? [] : changes))
  }
}

/// An assignment and the tag it is of.
package struct TaggingView: Sendable, Equatable, Codable {
  package let tag: TagRow
  package let tagging: TaggingRow
}
