import FilterLanguage
import Kernel
import Platform
import Storage
import TagIndex

/// Which ledgers and runs exist for a caller.
///
/// A ledger exists for whoever made it and, where it says so, for whoever is bound within its areas or above one of them; the
/// unbound see all. One whose question asks for a restricted tag, or names an area that does not exist for the caller, is not
/// there. Whether the question still reads decides nothing: what was made of it stays (`QuestionReading.fault`).
package struct LedgerAccessPolicy {
  package let policy: AccessPolicy
  private let questions: QuestionReader
  private var caller: Caller { policy.caller }
  private var tree: AreaTree { policy.tree }

  package init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    policy = try AccessPolicy(caller, app)
    questions = QuestionReader(policy)
  }

  /// The ledger and its question, in the words that the caller may use; nil where it does not exist.
  package func view(_ row: LedgerRow) -> LedgerView? {
    let draft = row.draft
    guard isFor(row), caller.may(.restrictedTags) || !draft.isRestricted else { return nil }
    return questions.read(draft.subject, draft.question, held: draft.explanation).map { question in
      LedgerView(
        row: row.showing(draft.notes.filter(policy.mayKnow)), held: row, areas: draft.areas.map { $0.compactMap(code) },
        asked: question)
    }
  }

  /// A ledger that does not stand in the database yet, as its maker sees it. - Throws: what its question is refused for.
  package func draft(_ draft: LedgerDraft) throws(Problem) -> LedgerView {
    let row = LedgerRow(
      id: 0, draft: draft, ownerID: caller.id, owner: caller.name, madeAt: "", retiredAt: nil, version: 1, updatedAt: ""
    )
    guard let view = view(row) else { throw Problem(.notFound, "not_found", "没有这个台账。") }
    _ = try view.answerable()
    return view
  }

  /// The run, whose ledger was found to exist; nil where it does not exist.
  ///
  /// - Parameter budget: for counting the rows of a caller who sees them one by one; shared where there are several runs.
  /// - Throws: `too_costly`.
  package func view(_ row: RunRecord, _ reader: Reader, within budget: WorkBudget = WorkBudget()) throws -> RunView? {
    let draft = row.draft
    guard exists(row), let question = questions.read(draft.subject, draft.question, held: draft.explanation) else {
      return nil
    }
    let access = try RunAccess(row, policy, reader)
    return RunView(
      row: row.showing(draft.notes.filter(policy.mayKnow)), asked: question, access: access,
      groups: try access.groups(of: row, reader, within: budget))
  }

  private func code(_ area: Int64) -> String? { tree.byID[UInt32(truncatingIfNeeded: area)]?.code }

  /// Whether a run exists for the caller, whatever of its rows does. Cheap.
  package func exists(_ row: RunRecord) -> Bool {
    (caller.may(.restrictedTags) || !row.draft.isRestricted) && touches(row.draft.areas)
  }

  private func isFor(_ row: LedgerRow) -> Bool {
    // The answers to a request for data are for whoever their areas are for; those stand in each run.
    if caller.role.seesAllAreas || isOwner(row) || row.draft.kind == .request { return true }
    guard row.draft.seenBy == .area else { return false }
    return touches(row.draft.areas)
  }

  package func isOwner(_ row: LedgerRow) -> Bool {
    row.ownerID == nil ? caller.id == nil && caller.name == row.owner : row.ownerID == caller.id
  }

  /// Whether one of these areas is the caller's own, above or below it.
  private func touches(_ areas: [Int64]?) -> Bool {
    guard let areas, !caller.role.seesAllAreas else { return true }
    let visible = tree.visible(to: caller)
    return areas.contains { visible.contains(UInt32(truncatingIfNeeded: $0)) }
  }
}

/// A ledger as a caller sees it.
package struct LedgerView: Sendable {
  /// With the note columns that exist for the caller.
  package let row: LedgerRow
  /// With all of them: what runs are made of.
  package let held: LedgerRow
  /// The codes of its areas; nil for everywhere.
  package let areas: [String]?
  let asked: QuestionReading

  /// Those that do not exist for the caller.
  var hiddenNotes: [LedgerNote] { held.draft.notes.filter { note in !row.draft.notes.contains(note) } }
  package var subject: Subject { Subject(word: row.draft.subject) ?? .people }
  /// The filter as text with tags by name, as JSON, and in Chinese.
  package var question: String { asked.text }
  package var questionJSON: JSONValue { asked.json }
  package var explanation: String { LedgerWords.explanation(asked.explanation, limit: row.draft.limit) }
  /// Why the question no longer reads; nil where it does.
  package var fault: QuestionFault? { asked.fault }

  /// The question, to be asked. - Throws: `question_broken`, with the remedy.
  package func answerable() throws(Problem) -> Expression {
    if let fault { throw fault.problem }
    guard let expression = asked.expression else { throw Problem(.conflict, "question_broken", "这个台账的条件已经失效。") }
    return expression
  }
}

/// A run as a caller sees it: only rows in the caller's areas count.
package struct RunView: Sendable {
  /// With the note columns that exist for the caller.
  package let row: RunRecord
  let asked: QuestionReading
  /// Which of its rows exist for the caller.
  package let access: RunAccess
  package let groups: [RunGroup]

  package var subject: Subject { Subject(word: row.draft.subject) ?? .people }
  package var question: String { asked.text }
  package var questionJSON: JSONValue { asked.json }
  package var explanation: String { LedgerWords.explanation(asked.explanation, limit: row.draft.limit) }
  /// Why the question could not be asked again; the run stays as it is.
  package var fault: QuestionFault? { asked.fault }

  /// What was noted, as far as the caller may know of the columns.
  package func shown(_ marks: [RunMark]) -> [RunMark] {
    let names = Set(row.draft.notes.map(\.name))
    return marks.filter { names.contains($0.note) }
  }

  /// Of the finished run, as far as the caller sees it.
  package var total: Int { groups.reduce(0) { $0 + $1.rows } }

  /// The rows by the values of the columns that the run is grouped by, in the order of the run's rows.
  package var totals: [(values: [String], rows: Int)] {
    var order: [[String]] = []
    var counts: [[String]: Int] = [:]
    for group in groups {
      if counts[group.values] == nil { order.append(group.values) }
      counts[group.values, default: 0] += group.rows
    }
    return row.draft.groupBy.isEmpty ? [] : order.map { ($0, counts[$0] ?? 0) }
  }
}

enum LedgerWords {
  /// The question in Chinese, with how many rows at most.
  static func explanation(_ question: String, limit: Int?) -> String {
    limit.map { "\(question)，取前 \($0) 条" } ?? question
  }
}

extension LedgerRow {
  /// The same with these note columns.
  fileprivate func showing(_ notes: [LedgerNote]) -> LedgerRow {
    guard notes.count != draft.notes.count else { return self }
    var draft = draft
    draft.notes = notes
    return LedgerRow(
      id: id, draft: draft, ownerID: ownerID, owner: owner, madeAt: madeAt, retiredAt: retiredAt, version: version,
      updatedAt: updatedAt)
  }
}

extension RunRecord {
  fileprivate func showing(_ notes: [LedgerNote]) -> RunRecord {
    guard notes.count != draft.notes.count else { return self }
    var draft = draft
    draft.notes = notes
    return RunRecord(
      id: id, draft: draft, madeAt: madeAt, finishedAt: finishedAt, callerID: callerID, caller: caller, state: state,
      done: done, groups: groups, previous: previous, kind: kind)
  }
}
