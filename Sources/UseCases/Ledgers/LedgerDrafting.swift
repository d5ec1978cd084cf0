import Domain
import Filter
import TagIndex

/// Makes of what somebody wants a ledger that holds together.
struct LedgerDrafting {
  let caller: Caller
  let office: Office
  private let index: LiveIndex
  private let vocabulary: Vocabulary

  init(_ caller: Caller, _ office: Office) throws(Problem) {
    (self.caller, self.office) = (caller, office)
    index = try office.index
    vocabulary = index.vocabulary(for: caller)
  }

  /// - Parameter isNamed: false where what is asked makes a name when none is given.
  /// - Throws: what the question is refused for, `sealed_in_question`; `bad_field`, `unknown_column`, `bad_sort`, `bad_group`, `unknown_area`.
  func draft(
    _ wish: LedgerWish, changing held: LedgerView? = nil, isNamed: Bool = true
  ) throws(Problem) -> LedgerDraft {
    let asked = try question(wish, held)
    try StoredQuestion.check(asked.expression, about: asked.subject)
    let before = held.flatMap { $0.subject == asked.subject ? $0.row.draft : nil }
    let groups = try groups(value(wish.groupBy, asked.groupBy ?? before?.groupBy) ?? [], asked.subject)
    let sort = value(wish.sort, asked.sort ?? before?.sort)
    _ = try SortReading.read(sort, asked.subject)
    let columns = try columns(wish, asked, before, groups)
    let shown = try LedgerNotes.checked(
      value(wish.notes, asked.notes ?? before?.notes), of: asked.subject, columns: columns, tags: index.tags,
      vocabulary: vocabulary)
    let notes = try LedgerNotes.joining(shown, before == nil ? [] : held?.hiddenNotes ?? [])
    let usual = held?.row.draft.name ?? asked.name ?? (isNamed ? nil : meaning(asked))
    guard let name = value(wish.name, usual), !name.isEmpty, name.count <= 64 else {
      throw LedgerColumns.bad("/name", "请填写台账名称，至多 64 个字。")
    }
    return LedgerDraft(
      name: name, about: value(wish.about, held?.row.draft.about ?? asked.about) ?? "", subject: asked.subject.word,
      question: FilterPrinter.text(asked.expression, vocabulary: Vocabulary(tags: [], datasets: [])),
      sentence: asked.sentence, template: asked.template, columns: columns, notes: notes, sort: sort, groupBy: groups,
      area: try area(wish.area, held), seenBy: wish.seenBy ?? held?.row.draft.seenBy ?? .area,
      isRestricted: isRestricted(asked.expression))
  }

  private func meaning(_ asked: LedgerQuestion) -> String {
    String(AskReading(subject: asked.subject, expression: asked.expression).explanation(vocabulary).prefix(64))
  }

  private func value<T>(_ change: FieldChange<T>, _ usual: T?) -> T? {
    if case .set(let value) = change { value } else { usual }
  }

  private func question(_ wish: LedgerWish, _ held: LedgerView?) throws(Problem) -> LedgerQuestion {
    if let source = wish.source {
      return try LedgerQuestion.read(source, subject: wish.subject, vocabulary, caller, office)
    }
    guard let held else {
      throw Problem(
        .invalid, "source_missing", "请说明台账查什么：where、sentence、template 或 where_json，恰好一项。",
        notes: [
          .init(.pointer("/where"), "缺少问题。", suggestions: ["where", "sentence", "template", "where_json"])
        ])
    }
    if let subject = wish.subject, subject != held.subject {
      throw LedgerColumns.bad("/subject", "换查询对象要同时给出新的问题。")
    }
    return LedgerQuestion(
      subject: held.subject, expression: held.expression, sentence: held.row.draft.sentence,
      template: held.row.draft.template)
  }

  private func columns(
    _ wish: LedgerWish, _ asked: LedgerQuestion, _ before: LedgerDraft?, _ groups: [String]
  ) throws(Problem) -> [LedgerColumn] {
    let wishes =
      value(
        wish.columns,
        asked.columns?.map { LedgerColumns.Wish($0) }
          ?? before?.columns.map { LedgerColumns.Wish($0.name, title: $0.title, width: $0.width) })
    return try LedgerColumns.make(
      wishes, besides: groups, of: asked.subject,
      lines: Set(index.tags.filter(AccessPolicy(caller, index).mayKnow).map(\.line)).sorted())
  }

  /// Only what few rows differ in makes groups.
  private func groups(_ names: [String], _ subject: Subject) throws(Problem) -> [String] {
    let able = Field.entries(of: subject).filter { entry in
      switch entry.type {
      case .word, .area: true
      case .text: entry.field != .name
      default: false
      }
    }.map(\.name)
    for name in names where !able.contains(name) {
      let detail = "不能按「\(name)」分组。"
      throw Problem(
        .invalid, "bad_group", detail, notes: [.init(.pointer("/group_by"), detail, suggestions: able)])
    }
    guard names.count <= 4, Set(names).count == names.count else {
      throw LedgerColumns.bad("/group_by", "最多按 4 项分组，且不能重复。")
    }
    return names
  }

  /// The caller's own area, or one below it; whoever has several belongs to the first unless told.
  private func area(_ change: FieldChange<String>, _ held: LedgerView?) throws(Problem) -> Int64? {
    guard case .set(let code) = change else {
      if let held { return held.row.draft.area }
      return caller.role.isUnbound ? nil : caller.areas.min()
    }
    guard let code else {
      guard caller.role.isUnbound else { throw LedgerColumns.bad("/area", "请填写您所在的区划。") }
      return nil
    }
    guard let area = index.areas.area(code: code), index.areas.isOwn(area, caller) else {
      throw Problem(
        .invalid, "unknown_area", "没有代码为「\(code)」的区划。",
        notes: [.init(.pointer("/area"), "没有代码为「\(code)」的区划。")])
    }
    return Int64(area.id)
  }

  /// Whether a restricted tag is asked for, by the question or by a computed tag in it.
  private func isRestricted(_ expression: Expression) -> Bool {
    let codes = expression.tags
    return index.tags.contains { $0.isRestricted && codes.contains($0.code) }
  }
}
