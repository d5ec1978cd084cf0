import FilterLanguage
import GRDB
import Kernel
import Storage

/// The tags of the reference catalogue: see `CatalogueSeeding`.
enum TagSeeding {
  static func run(
    _ writer: Writer, _ reference: [TagDefinition], _ marks: inout [String: String]
  ) throws -> [AuditEntry.Change] {
    let held = Dictionary(try writer.read.tags().map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: [String: String] = [:]
    for tag in held.values { for word in [tag.code, tag.name] + tag.aliases { taken[word] = tag.code } }
    var changes: [AuditEntry.Change] = []
    for tag in reference {
      var draft = TagDraft(tag)
      draft.aliases.removeAll { taken[$0, default: tag.code] != tag.code }
      guard taken[draft.name, default: tag.code] == tag.code else { continue }
      let mark = CatalogueSeeding.hash(draft.written)
      let key = "tags/\(tag.code)"
      if let row = held[tag.code] {
        guard let came = marks[key], came != mark, came == CatalogueSeeding.hash(TagDraft(row).written),
          row.subject == draft.subject, row.isComputed == (draft.rule != nil)
        else { continue }
        changes += try update(writer, row, draft)
      } else {
        _ = try writer.insertTag(draft)
        changes.append(AuditEntry.Change(tag.code, before: nil, after: draft.name))
      }
      marks[key] = mark
      for word in [tag.code, draft.name] + draft.aliases { taken[word] = tag.code }
    }
    return changes
  }

  private static func update(_ writer: Writer, _ row: TagRow, _ draft: TagDraft) throws -> [AuditEntry.Change] {
    var patch = TagPatch()
    patch.name = .set(draft.name)
    patch.aliases = .set(draft.aliases)
    if draft.rule != nil { patch.rule = .set(draft.rule) }
    patch.sensitivity = .set(draft.sensitivity)
    patch.about = .set(draft.about)
    patch.validDays = .set(draft.validDays)
    return try writer.updateTag(row, patch, version: nil)
      .map { AuditEntry.Change("\(row.code).\($0.field)", before: $0.before, after: $0.after) }
  }
}

extension TagDraft {
  fileprivate init(_ tag: TagDefinition) {
    self.init(
      code: tag.code, name: tag.name, aliases: tag.aliases, line: tag.line, subject: tag.subject, level: tag.level,
      rule: tag.rule, sensitivity: tag.sensitivity.rawValue, validDays: tag.validDays, about: tag.about)
  }

  fileprivate init(_ tag: TagRow) {
    self.init(
      code: tag.code, name: tag.name, aliases: tag.aliases, line: tag.line, subject: tag.subject, level: tag.level,
      rule: tag.rule, sensitivity: tag.sensitivity, validDays: tag.validDays, about: tag.about)
  }

  /// Everything that the reference may change in a row, in one text to compare by.
  fileprivate var written: String {
    let days = validDays.map { String($0) } ?? ""
    return [name, aliases.sorted().joined(separator: "|"), rule ?? "", sensitivity, days, about]
      .joined(separator: "\u{1}")
  }
}
