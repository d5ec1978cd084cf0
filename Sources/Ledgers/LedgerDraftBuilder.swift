import ChineseQuery
import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// Makes of what somebody wants a ledger that holds together.
package struct LedgerDraftBuilder {
  package let caller: Caller
  package let app: AppContext
  private let index: LiveIndex
  private let vocabulary: Vocabulary

  package init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    (self.caller, self.app) = (caller, app)
    index = try app.index
    vocabulary = index.vocabulary(for: caller)
  }

  /// - Parameter isNamed: false where what is asked makes a name when none is given.
  /// - Throws: what the question is refused for, `sealed_in_question`; `bad_field`, `unknown_column`, `bad_sort`, `bad_group`, `unknown_area`.
  package func draft(
    _ wish: LedgerInput, changing held: LedgerView? = nil, isNamed: Bool = true
  ) throws(Problem) -> LedgerDraft {
    let asked = try question(wish, held)
    if let expression = asked.expression { try StoredQuestion.check(expression, about: asked.subject) }
    let before = held.flatMap { $0.subject == asked.subject ? $0.row.draft : nil }
    let groups = try groups(value(wish.groupBy, asked.groupBy ?? before?.groupBy) ?? [], asked.subject)
    let sort = value(wish.sort, asked.sort ?? before?.sort)
    _ = try SortReading.read(sort, asked.subject)
    let columns = try columns(wish, asked, before, groups)
    let hidden: [LedgerNote] = before == nil ? [] : held?.hiddenNotes ?? []
    let notes = try LedgerNotes.apart(
      LedgerNotes.joining(notes(wish, asked, before, columns), hidden), from: columns)
    let usual = held?.row.draft.name ?? asked.name ?? (isNamed ? nil : meaning(asked))
    guard let name = value(wish.name, usual), !name.isEmpty, name.count <= 64 else {
      throw LedgerColumns.bad("/name", "请填写台账名称，至多 64 个字。")
    }
    var draft = LedgerDraft(
      name: name, about: value(wish.about, held?.row.draft.about ?? asked.about) ?? "", subject: asked.subject.word,
      question: held?.row.draft.question ?? "", sentence: asked.sentence, template: asked.template, columns: columns,
      notes: notes, sort: sort, groupBy: groups, areas: try areas(wish.areas, held),
      seenBy: wish.seenBy ?? held?.row.draft.seenBy ?? .area, isRestricted: held?.row.draft.isRestricted ?? false)
    draft.explanation = held?.row.draft.explanation ?? ""
    if let expression = asked.expression {
      let stored = StoredAreas.coded(expression, index.areas, KnownAreas(caller, index.areas))
      draft.question = FilterPrinter.text(stored, vocabulary: Vocabulary(tags: [], datasets: []))
      draft.explanation = explanation(asked)
      draft.isRestricted = isRestricted(expression)
    }
    draft.limit = try within(1...100_000, value(wish.limit, asked.limit), "limit")
    draft.keepDays = try within(1...3650, value(wish.keepDays, before?.keepDays), "keep_days")
    return draft
  }

  private func within(_ bounds: ClosedRange<Int>, _ number: Int?, _ name: String) throws(Problem) -> Int? {
    guard let number, !bounds.contains(number) else { return number }
    throw LedgerColumns.bad("/\(name)", "「\(name)」应为 \(bounds.lowerBound) 到 \(bounds.upperBound)。")
  }

  private func meaning(_ asked: LedgerQuestion) -> String { String(explanation(asked).prefix(64)) }

  private func explanation(_ asked: LedgerQuestion) -> String {
    let (tree, known) = (index.areas, KnownAreas(caller, index.areas))
    let shown = StoredAreas.named(StoredAreas.coded(asked.expression ?? .everything, tree, known), tree, known)
    return AskReading(subject: asked.subject, expression: shown).explanation(vocabulary)
  }

  private func value<T>(_ change: FieldChange<T>, _ usual: T?) -> T? {
    if case .set(let value) = change { value } else { usual }
  }

  private func question(_ wish: LedgerInput, _ held: LedgerView?) throws(Problem) -> LedgerQuestion {
    if let source = wish.source {
      let subject = wish.subject ?? held.flatMap { Self.needsSubject(source) ? $0.subject : nil }
      let asked = try LedgerQuestion.read(source, subject: subject, vocabulary, caller, app)
      if let held, asked.subject != held.subject { throw Self.otherSubject(held.subject) }
      return asked
    }
    guard let held else {
      throw Problem(
        .invalid, "source_missing", "请说明台账查什么：where、sentence、template 或 where_json，恰好一项。",
        notes: [
          .init(.pointer("/where"), "缺少问题。", suggestions: ["where", "sentence", "template", "where_json"])
        ])
    }
    if let subject = wish.subject, subject != held.subject { throw Self.otherSubject(held.subject) }
    return LedgerQuestion(
      subject: held.subject, expression: held.asked.expression, limit: held.row.draft.limit,
      sentence: held.row.draft.sentence, template: held.row.draft.template)
  }

  /// A sentence and a template say themselves what they are about.
  private static func needsSubject(_ source: LedgerSource) -> Bool {
    switch source {
    case .filter, .json: true
    case .sentence, .template: false
    }
  }

  /// Runs that were made are about the old subject: nothing of them could be compared or carried.
  private static func otherSubject(_ held: Subject) -> Problem {
    let detail = "台账查的是\(held.title)，不能改查别的对象；请另建一个台账。"
    return Problem(
      .invalid, "subject_fixed", detail, notes: [.init(.pointer("/subject"), detail, suggestions: [held.word])])
  }

  /// What is held is not asked again whether its tags are still there: a ledger can be renamed whatever has become of them.
  private func notes(
    _ wish: LedgerInput, _ asked: LedgerQuestion, _ before: LedgerDraft?, _ columns: [LedgerColumn]
  ) throws(Problem) -> [LedgerNote] {
    if wish.notes == .keep, asked.notes == nil, let before {
      return try LedgerNotes.apart(before.notes, from: columns)
    }
    return try LedgerNotes.checked(
      value(wish.notes, asked.notes ?? before?.notes), of: asked.subject, columns: columns, tags: index.tags,
      vocabulary: vocabulary)
  }

  private func columns(
    _ wish: LedgerInput, _ asked: LedgerQuestion, _ before: LedgerDraft?, _ groups: [String]
  ) throws(Problem) -> [LedgerColumn] {
    if wish.columns == .keep, asked.columns == nil, let before, groups == before.groupBy { return before.columns }
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

  /// The caller's own areas, or some below them; all of them unless told.
  private func areas(_ change: FieldChange<[String]>, _ held: LedgerView?) throws(Problem) -> [Int64]? {
    guard case .set(let codes) = change else {
      if let held { return held.row.draft.areas }
      return caller.role.seesAllAreas ? nil : caller.areas.sorted()
    }
    guard let codes, !codes.isEmpty else {
      guard caller.role.seesAllAreas else { throw LedgerColumns.bad("/areas", "请填写您所在的区划。") }
      return nil
    }
    var areas: Set<Int64> = []
    for code in codes {
      guard let area = index.areas.area(code: code), index.areas.isOwn(area, caller) else {
        let detail = "没有代码为「\(code)」的区划。"
        throw Problem(.invalid, "unknown_area", detail, notes: [.init(.pointer("/area"), detail)])
      }
      areas.insert(Int64(area.id))
    }
    return areas.sorted()
  }

  /// Whether a restricted tag is asked for, by the question or by a computed tag in it.
  private func isRestricted(_ expression: Expression) -> Bool {
    let codes = expression.tags
    return index.tags.contains { $0.isRestricted && codes.contains($0.code) }
  }
}
