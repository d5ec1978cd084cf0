import Domain
import Filter
import Store
import TagIndex

/// Which ledgers and runs exist for a caller.
///
/// A ledger exists for whoever made it and, where it says so, for whoever is bound within its area or above it; the unbound
/// see all. One whose question names a restricted tag, or an area that does not exist for the caller, is not there.
struct LedgerSight {
  let policy: AccessPolicy
  private let vocabulary: Vocabulary
  private var caller: Caller { policy.caller }
  private var tree: AreaTree { policy.tree }

  init(_ caller: Caller, _ office: Office) throws(Problem) {
    policy = try AccessPolicy(caller, office)
    vocabulary = policy.live.vocabulary(for: caller)
  }

  /// The ledger and its question, in the words that the caller may use; nil where it does not exist.
  func view(_ row: LedgerRow) -> LedgerView? {
    guard isFor(row), caller.may(.restrictedTags) || !row.draft.isRestricted else { return nil }
    return question(row.draft.subject, row.draft.question).map { subject, expression in
      LedgerView(
        row: row.showing(row.draft.notes.filter(policy.mayKnow)), held: row, subject: subject, expression: expression,
        area: row.draft.area.flatMap { tree.byID[UInt32(truncatingIfNeeded: $0)]?.code },
        question: FilterPrinter.text(expression, vocabulary: vocabulary),
        questionJSON: FilterJSON.encode(expression, vocabulary: vocabulary),
        explanation: AskReading(subject: subject, expression: expression).explanation(vocabulary))
    }
  }

  /// A ledger that does not stand in the database yet, as its maker sees it. - Throws: what its question is refused for.
  func draft(_ draft: LedgerDraft) throws(Problem) -> LedgerView {
    let row = LedgerRow(
      id: 0, draft: draft, ownerID: caller.id, owner: caller.name, madeAt: "", retiredAt: nil, version: 1, updatedAt: ""
    )
    guard let view = view(row) else { throw Problem(.notFound, "not_found", "没有这个台账。") }
    return view
  }

  /// The run; nil where it does not exist. `ledger` is its ledger, already found to exist.
  func view(_ row: RunRow, _ reader: Reader) throws -> RunView? {
    guard exists(row), let (subject, expression) = question(row.draft.subject, row.draft.question) else { return nil }
    let access = try RunAccess(row, policy, reader)
    return RunView(
      row: row.showing(row.draft.notes.filter(policy.mayKnow)), subject: subject, expression: expression,
      question: FilterPrinter.text(expression, vocabulary: vocabulary),
      questionJSON: FilterJSON.encode(expression, vocabulary: vocabulary),
      explanation: AskReading(subject: subject, expression: expression).explanation(vocabulary), access: access,
      groups: try access.groups(of: row, reader))
  }

  /// Whether a run exists for the caller, whatever of its rows does. Cheap.
  func exists(_ row: RunRow) -> Bool {
    (caller.may(.restrictedTags) || !row.draft.isRestricted) && touches(row.draft.areas)
  }

  private func isFor(_ row: LedgerRow) -> Bool {
    // The answers to a request for data are for whoever their areas are for; those stand in each run.
    if caller.role.isUnbound || isOwner(row) || row.draft.kind == .request { return true }
    guard row.draft.seenBy == .area else { return false }
    guard let area = row.draft.area else { return true }
    return touches([area])
  }

  func isOwner(_ row: LedgerRow) -> Bool {
    row.ownerID == nil ? caller.id == nil && caller.name == row.owner : row.ownerID == caller.id
  }

  /// Whether one of these areas is the caller's own, above or below it.
  private func touches(_ areas: [Int64]?) -> Bool {
    guard let areas, !caller.role.isUnbound else { return true }
    let visible = tree.visible(to: caller)
    return areas.contains { visible.contains(UInt32(truncatingIfNeeded: $0)) }
  }

  private func question(_ word: String, _ text: String) -> (Subject, Expression)? {
    guard let subject = Subject(word: word),
      let expression = try? FilterParser.parse(text, about: subject, vocabulary: vocabulary),
      (try? AreaWords.check(expression, caller, tree)) != nil
    else { return nil }
    return (subject, expression)
  }
}

/// A ledger as a caller sees it.
package struct LedgerView: Sendable {
  /// With the note columns that exist for the caller.
  package let row: LedgerRow
  /// With all of them: what runs are made of.
  let held: LedgerRow
  /// Those that do not exist for the caller.
  var hiddenNotes: [LedgerNote] { held.draft.notes.filter { note in !row.draft.notes.contains(note) } }
  package let subject: Subject
  package let expression: Expression
  /// The code of its area.
  package let area: String?
  /// The filter as text with tags by name, as JSON, and in Chinese.
  package let question: String
  package let questionJSON: JSONValue
  package let explanation: String
}

/// A run as a caller sees it: only rows in the caller's areas count.
package struct RunView: Sendable {
  /// With the note columns that exist for the caller.
  package let row: RunRow
  package let subject: Subject
  package let expression: Expression
  package let question: String
  package let questionJSON: JSONValue
  package let explanation: String
  /// Which of its rows exist for the caller.
  let access: RunAccess
  let groups: [RunGroup]

  /// What was noted, as far as the caller may know of the columns.
  func shown(_ marks: [RunMark]) -> [RunMark] {
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

extension RunRow {
  fileprivate func showing(_ notes: [LedgerNote]) -> RunRow {
    guard notes.count != draft.notes.count else { return self }
    var draft = draft
    draft.notes = notes
    return RunRow(
      id: id, draft: draft, madeAt: madeAt, finishedAt: finishedAt, callerID: callerID, caller: caller, state: state,
      done: done, groups: groups)
  }
}
