import FilterLanguage
import Kernel
import TagIndex

/// The note columns of ledgers, checked.
enum LedgerNotes {
  static let limit = 20

  /// - Parameter notes: nil for 备注 alone, which every ledger has.
  /// - Throws: `bad_field`; `unknown_tag` and `computed_tag` for what a tick is to write.
  static func checked(
    _ notes: [LedgerNote]?, of subject: Subject, columns: [LedgerColumn], tags: [TagRow], vocabulary: Vocabulary
  ) throws(Problem) -> [LedgerNote] {
    var checked: [LedgerNote] = []
    guard (notes ?? []).count <= limit else { throw LedgerColumns.bad("/notes", "最多 \(limit) 个填写栏。") }
    for (index, note) in (notes ?? []).enumerated() {
      let pointer = "/notes/\(index)"
      guard isName(note.name) else {
        throw LedgerColumns.bad(pointer + "/name", "填写栏的名称应为小写字母、数字和下划线，以字母开头，至多 32 个字符。")
      }
      guard !checked.contains(where: { $0.name == note.name }), !columns.contains(where: { $0.name == note.name })
      else {
        throw LedgerColumns.bad(pointer + "/name", "「\(note.name)」已经用作别的栏目。")
      }
      var note = note
      if let writes = note.writes {
        guard note.kind == .tick else { throw LedgerColumns.bad(pointer + "/writes", "只有打勾的栏目可以回写。") }
        note.writes = try target(writes, subject, tags, vocabulary, at: pointer + "/writes")
      }
      checked.append(note)
    }
    let hasRemark = (checked.map(\.name) + columns.map(\.name)).contains(LedgerNote.remark.name)
    return checked + (hasRemark ? [] : [.remark])
  }

  /// Notes as they are, beside columns that may be others. - Throws: `bad_field` where two would be called the same.
  static func apart(_ notes: [LedgerNote], from columns: [LedgerColumn]) throws(Problem) -> [LedgerNote] {
    for note in notes where columns.contains(where: { $0.name == note.name }) {
      throw LedgerColumns.bad("/columns", "「\(note.name)」已经用作填写栏。")
    }
    return notes
  }

  /// With the note columns that the caller does not know of, which stay as they are.
  ///
  /// - Throws: `bad_field` where one has the name already.
  static func joining(_ shown: [LedgerNote], _ hidden: [LedgerNote]) throws(Problem) -> [LedgerNote] {
    if let index = shown.firstIndex(where: { note in hidden.contains { $0.name == note.name } }) {
      throw LedgerColumns.bad("/notes/\(index)/name", "「\(shown[index].name)」已经用作别的栏目。")
    }
    return shown + hidden
  }

  private static func target(
    _ writes: LedgerNote.Writes, _ subject: Subject, _ tags: [TagRow], _ vocabulary: Vocabulary, at pointer: String
  ) throws(Problem) -> LedgerNote.Writes {
    switch writes {
    case .visit:
      guard [.people, .houses, .shops].contains(subject) else {
        throw LedgerColumns.bad(pointer + "/visit", "只有人员、房屋和商铺的台账可以回写走访。")
      }
      return writes
    case .tag(let word):
      guard let kind = subject.tagSubject, let code = vocabulary.tag(word, for: kind)?.code,
        let tag = tags.first(where: { $0.code == code })
      else {
        let names = vocabulary.tags.filter { $0.subject == subject.tagSubject }.map(\.name)
        let detail = "没有「\(word)」这个标签。"
        throw Problem(
          .invalid, "unknown_tag", detail,
          notes: [
            .init(.pointer(pointer + "/tag"), detail, suggestions: Nearest.first(3, to: word, among: names))
          ])
      }
      guard !tag.isComputed else {
        throw LedgerColumns.bad(pointer + "/tag", "「\(tag.name)」由系统按规则自动计算，不能回写。")
      }
      return .tag(tag.code)
    }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first), name.utf8.count <= 32 else { return false }
    return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}
