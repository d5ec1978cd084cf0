import FilterLanguage
import Foundation
import Kernel
import Platform
import TagIndex

/// What must hold of a tag before it is written.
enum TagRules {
  static func mayDefine(_ level: AreaFacts.Level, _ caller: Caller) throws(Problem) {
    guard level < .grid else { throw bad("level", "标签的层级只有 city、district、subdistrict、committee。") }
    guard TagRights.mayDefine(level, caller) else {
      throw Problem(
        .forbidden, "tag_level", "您的角色（\(caller.role.title)）不能定义或修改\(level.title)级的标签。")
    }
  }

  /// The most tags in use: every edit looks at all of them.
  private static let most = 2_000

  static func checked(
    _ draft: TagDraft, _ book: TagResolver, _ policy: AccessPolicy, _ index: TagIndex
  ) throws(Problem) -> TagDraft {
    let caller = policy.caller
    var draft = draft
    guard book.tags.count(where: { !$0.isRetired }) < most else {
      throw Problem(.conflict, "too_many_tags", "标签最多 \(most) 个，请先停用不再使用的标签。")
    }
    guard (2...16).contains(draft.code.utf8.count), draft.code.utf8.allSatisfy(isCodeByte) else {
      throw bad("code", "标签代码应为 2 到 16 个大写字母、数字或下划线，例如 MZ001。")
    }
    draft.name = try word("name", draft.name)
    draft.aliases = try words(draft.aliases, besides: draft.name)
    draft.line = try word("line", draft.line)
    try validDays(draft.validDays, isComputed: draft.rule != nil)
    guard draft.sensitivity != "restricted" || caller.may(.restrictedTags) else {
      throw Problem(.forbidden, "missing_right", "您没有「restricted_tags」权限，不能定义限制标签。")
    }
    let tag = TagRow(
      id: 0, code: draft.code, name: draft.name, aliases: draft.aliases, line: draft.line, subject: draft.subject,
      level: draft.level, rule: draft.rule, sensitivity: draft.sensitivity, validDays: draft.validDays,
      about: draft.about, isRetired: false, version: 1, owner: draft.owner)
    try wordsAreFree(tag, book.tags)
    try ruleHolds(tag, book, policy)
    try nothingBreaks(tag, hasNewRule: true, book, policy, index)
    return draft
  }

  static func checked(
    _ patch: TagPatch, of tag: TagRow, _ book: TagResolver, _ policy: AccessPolicy, _ index: TagIndex
  ) throws(Problem) -> TagPatch {
    var patch = patch
    if case .set(let name) = patch.name { patch.name = .set(try word("name", name ?? "")) }
    let name = tag.applying(patch).name
    if case .set(let aliases) = patch.aliases { patch.aliases = .set(try words(aliases ?? [], besides: name)) }
    if case .set(let rule) = patch.rule, (rule != nil) != tag.isComputed {
      throw bad("rule", tag.isComputed ? "自动计算的标签必须有规则。" : "人工打标的标签不能加规则，请另建一个标签。")
    }
    if case .set(let days) = patch.validDays { try validDays(days, isComputed: tag.isComputed) }
    let new = tag.applying(patch)
    try wordsAreFree(new, book.tags.filter { $0.code != tag.code })
    if patch.rule != .keep { try ruleHolds(new, book, policy) }
    try nothingBreaks(new, hasNewRule: patch.rule != .keep, book, policy, index)
    return patch
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func word(_ field: String, _ text: String) throws(Problem) -> String {
    let word = text.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    guard (1...40).contains(word.unicodeScalars.count), !word.contains(where: \.isNewline) else {
      throw bad(field, "「\(field)」应为 1 到 40 个字。")
    }
    return word
  }

  private static func words(_ aliases: [String], besides name: String) throws(Problem) -> [String] {
    var found: [String] = []
    for alias in aliases {
      let alias = try word("aliases", alias)
      if alias != name, !found.contains(alias) { found.append(alias) }
    }
    guard found.count <= 20 else { throw bad("aliases", "别名最多 20 个。") }
    return found
  }

  private static func validDays(_ days: Int?, isComputed: Bool) throws(Problem) {
    guard let days else { return }
    guard !isComputed else { throw bad("valid_days", "自动计算的标签没有有效天数。") }
    guard (1...36_500).contains(days) else { throw bad("valid_days", "有效天数应为 1 到 36500。") }
  }

  /// A word leads to one tag, whatever subject it is for and whether or not it is still in use.
  private static func wordsAreFree(_ tag: TagRow, _ others: [TagRow]) throws(Problem) {
    var taken: Set<String> = []
    for other in others { taken.formUnion([other.code, other.name] + other.aliases) }
    for (field, words) in [("code", [tag.code]), ("name", [tag.name]), ("aliases", tag.aliases)] {
      guard let word = words.first(where: taken.contains) else { continue }
      let detail = "「\(word)」已是另一个标签的代码、名称或别名。"
      throw Problem(.conflict, "tag_word_taken", detail, notes: [.init(.pointer("/\(field)"), detail)])
    }
  }

  private static func ruleHolds(_ tag: TagRow, _ book: TagResolver, _ policy: AccessPolicy) throws(Problem) {
    guard let rule = tag.rule else { return }
    let expression = try expression(rule, tag.subject, book.vocabulary(for: policy))
    guard expression != .everything else { throw bad("rule", "规则不能为空。") }
    try StoredQuestion.check(expression, about: Subject(tag.subject), at: .pointer("/rule"))
    let codes = expression.tags
    try isEverybodys(codes, tag, book, policy.tree)
    guard tag.isRestricted || !book.tags.contains(where: { $0.isRestricted && codes.contains($0.code) }) else {
      throw bad("sensitivity", "规则用到了限制标签，所以这个标签的敏感级别也必须是 restricted。")
    }
  }

  /// A rule in the words that the caller may use.
  static func expression(
    _ rule: String, _ subject: TagSubject, _ vocabulary: Vocabulary
  ) throws(Problem) -> FilterLanguage.Expression {
    do throws(Problem) {
      return try FilterParser.parse(rule, about: Subject(subject), vocabulary: vocabulary)
    } catch {
      throw inRule(error)
    }
  }

  /// Whoever sees the tag must be able to read its rule: it asks only for tags of its own area, of those above, and of the
  /// whole database.
  private static func isEverybodys(
    _ codes: Set<String>, _ tag: TagRow, _ book: TagResolver, _ tree: AreaTree
  ) throws(Problem) {
    let above = tag.owner.map { tree.path(UInt32(truncatingIfNeeded: $0)).map { Int64($0.id) } } ?? []
    let narrow = book.tags.first { used in codes.contains(used.code) && used.owner.map { !above.contains($0) } ?? false
    }
    guard let narrow else { return }
    throw bad("rule", "规则用到了「\(narrow.name)」，它只属于下级或别的区划，能看到本标签的人未必能看到它。")
  }

  /// The same problem, said of the rule.
  static func inRule(_ problem: Problem) -> Problem {
    var problem = problem
    problem.notes = [.init(.pointer("/rule"), problem.detail)] + problem.notes
    return problem
  }

  /// The tag's own rule must be a question for everybody, by all that it stands on, and rules of other tags that could be
  /// asked before must be so after.
  private static func nothingBreaks(
    _ tag: TagRow, hasNewRule: Bool, _ book: TagResolver, _ policy: AccessPolicy, _ index: TagIndex
  ) throws(Problem) {
    let (before, after) = (index.faults(in: book.catalogue), index.faults(in: book.with(tag).catalogue))
    // What was broken already may still be renamed, and retired.
    if let fault = after[tag.code], hasNewRule || fault != before[tag.code] { throw inRule(fault) }
    let broken = book.tags.filter { $0.code != tag.code && before[$0.code] == nil && after[$0.code] != nil }
    guard !broken.isEmpty else { return }
    let names = broken.filter { policy.mayKnow($0) }.map { "「\($0.name)」" }
    throw Problem(
      .conflict, "tag_in_use",
      "其他标签的规则还在用它\(names.isEmpty ? "" : "：" + names.joined(separator: "、"))。改名时请把旧名称留作别名；停用前请先改那些规则。")
  }

  private static func bad(_ field: String, _ detail: String) -> Problem {
    Problem(.invalid, "bad_field", detail, notes: [.init(.pointer("/\(field)"), detail)])
  }
}
