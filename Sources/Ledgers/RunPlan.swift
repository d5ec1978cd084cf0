import FilterLanguage
import Kernel
import Platform
import Registry
import TagIndex

/// A run before its rows are there: which rows, in which order, with which cells.
package struct RunPlan: Sendable {
  package var draft: RunDraft
  package let caller: Caller
  package let subject: Subject
  package let kind: SubjectKind
  package let query: Query
  /// How the rows stand.
  package let sort: [SortKey]
  /// The rows that answer the question, in the order of their ids.
  package let ids: [UInt32]
  let freeze: FreezePlan

  /// - Parameters:
  ///   - reader: whoever alone a run is for that the server makes in its own name; nil for the caller.
  ///   - keepDays: for how many days the rows are there where the ledger does not say.
  /// - Throws: what the question is refused for, `question_broken` where it no longer reads.
  package static func make(
    _ ledger: LedgerView, asOf: Day, for reader: Caller? = nil, keepDays: Int = RunRetention.usual, caller: Caller,
    app: AppContext
  ) async throws -> RunPlan {
    let (subject, index, expression) = (ledger.subject, try app.index, try ledger.answerable())
    guard let kind = SubjectKind(rawValue: subject.word) else {
      throw Problem(.invalid, "unknown_subject", "不能检索「\(subject.word)」。")
    }
    // One from before such questions were refused.
    try StoredQuestion.check(expression, about: subject)
    let tree = index.areas
    let (policy, areas) = (AccessPolicy(reader ?? caller, index), ledger.row.draft.areas)
    let bounds = tree.meet(areas, policy.caller.role.seesAllAreas ? nil : policy.caller.areas)
    var query = try await app.query(subject, expression, asOf: asOf, caller: caller)
    query.scope = policy.scope(within: areas)
    let keys = try SortReading.read(ledger.row.draft.sort ?? "address", subject)
    var ids = try await app.ask(caller) { [query] index, budget in
      try index.select(query, budget: budget).ids.ids()
    }
    if let limit = ledger.row.draft.limit, ids.count > limit {
      ids = try await index.index.ordered(ids, by: keys, query).prefix(limit).sorted()
    }
    var draft = RunDraft(
      ledger.held, asOf: asOf, areas: bounds, isRestricted: ledger.row.draft.isRestricted, total: ids.count)
    draft.keptUntil =
      draft.keptUntil ?? app.clock.today.adding(days: ledger.row.draft.keepDays ?? keepDays)
    let names = draft.columns.compactMap { ColumnName($0.name) }
    let groups = draft.groupBy.compactMap { name in draft.columns.firstIndex { $0.name == name } }
    return RunPlan(
      draft: draft, caller: caller, subject: subject, kind: kind, query: query, sort: order(keys, draft, subject),
      ids: ids,
      freeze: FreezePlan(
        kind: kind, columns: names, groups: groups, asOf: asOf, scope: bounds.map { tree.placed(within: $0) }))
  }

  /// What belongs to a group stands together; inside, as the ledger says, or by address.
  private static func order(_ keys: [SortKey], _ draft: RunDraft, _ subject: Subject) -> [SortKey] {
    let entries = Field.entries(of: subject)
    let groups = draft.groupBy.compactMap { name in entries.first { $0.name == name }?.field }
    let leading = groups.map { field in keys.first { $0.field == field } ?? SortKey(field) }
    return leading + keys.filter { key in !groups.contains(key.field) }
  }
}

/// For how many days the rows of a run of a kept ledger are there, counted from the day on which it is made.
package enum RunRetention {
  /// A year and a bit, so that this year's list can be held against last year's.
  package static let usual = 400

  /// Lists that make themselves every day would fill the disk.
  package static func scheduled(_ kind: ScheduleRule.Kind) -> Int {
    switch kind {
    case .daily, .daysBefore: 31
    case .weekly: 180
    case .monthly, .quarterly: usual
    }
  }
}
