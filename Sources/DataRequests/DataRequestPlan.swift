import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import TagIndex

/// What a request for data would ask, of whom, and what has been asked before: made ready, nothing written.
package struct DataRequestPlan: Sendable {
  /// The question, not in the database yet.
  package let ledger: LedgerView
  package let committees: [AreaFacts]
  /// How many rows each committee would give today.
  package let counts: [Int]
  package let overlaps: [DataOverlap]

  package var total: Int { counts.reduce(0, +) }

  /// The most committees that one request is put to.
  package static let limit = 500

  /// - Throws: what the question is refused for, `restricted_question`, `unknown_area`, `area_in_question`.
  static func make(_ wish: DataRequestInput, caller: Caller, app: AppContext) async throws -> DataRequestPlan {
    let committees = try committees(wish, caller, app.index.areas)
    let ledger = try LedgerAccessPolicy(caller, app).draft(draft(wish, caller, app))
    try check(ledger.answerable(), committees, app.index)
    let counts = try await DataCounts.run(ledger, committees, caller: caller, app: app)
    let overlaps = try await DataOverlaps(ledger, committees.map(\.id), before: nil, caller, app).find()
    return DataRequestPlan(ledger: ledger, committees: committees, counts: counts, overlaps: overlaps)
  }

  private static func draft(_ wish: DataRequestInput, _ caller: Caller, _ app: AppContext) throws(Problem)
    -> LedgerDraft
  {
    var ledger = LedgerInput()
    (ledger.source, ledger.subject) = (wish.source, wish.subject)
    if let title = wish.title { ledger.name = .set(title) }
    if let columns = wish.columns { ledger.columns = .set(columns) }
    if let sort = wish.sort { ledger.sort = .set(sort) }
    var draft = try LedgerDraftBuilder(caller, app).draft(ledger, isNamed: false)
    // Committees need not have the right, and an answer goes further than both.
    guard !draft.isRestricted else {
      let detail = "条件里有受限标签，不能用来向居委会要数。"
      throw Problem(.invalid, "restricted_question", detail, notes: [.init(.pointer("/where"), detail)])
    }
    (draft.kind, draft.areas, draft.seenBy, draft.groupBy) = (.request, nil, .area, [])
    return draft
  }

  /// The committees in the areas that the wish names, all of which are the caller's own.
  private static func committees(
    _ wish: DataRequestInput, _ caller: Caller, _ tree: AreaTree
  ) throws(Problem) -> [AreaFacts] {
    var roots = caller.areas.map { UInt32(truncatingIfNeeded: $0) }
    if let codes = wish.areas {
      roots = try codes.enumerated().map { index, code throws(Problem) in
        guard let area = tree.area(code: code), tree.isOwn(area, caller) else {
          let detail = "没有代码为「\(code)」的区划。"
          throw Problem(.invalid, "unknown_area", detail, notes: [.init(.pointer("/areas/\(index)"), detail)])
        }
        guard area.level <= .committee else {
          throw LedgerColumns.bad("/areas/\(index)", "「\(area.name)」是微网格；要数对象应为居委会，或其上级区划。")
        }
        return area.id
      }
    }
    let found = tree.within(roots).compactMap { tree.byID[$0] }.filter { $0.level == .committee }
      .sorted { $0.code < $1.code }
    guard !found.isEmpty else { throw LedgerColumns.bad("/areas", "请填写向哪些居委会要数（或其上级区划）。") }
    guard found.count <= limit else { throw LedgerColumns.bad("/areas", "一次最多向 \(limit) 个居委会要数。") }
    return found
  }

  /// Each committee must be able to read the question: what it names exists for all of them.
  private static func check(
    _ expression: Expression, _ committees: [AreaFacts], _ index: LiveIndex
  ) throws(Problem) {
    let tags = index.tags.filter { expression.tags.contains($0.code) && $0.owner != nil }
    for committee in committees {
      let reader = Caller(id: nil, name: "", role: .secretary, areas: [Int64(committee.id)], origin: "")
      if !tags.isEmpty, let hidden = tags.first(where: { !AccessPolicy(reader, index).mayKnow($0) }) {
        let detail = "「\(committee.name)」没有「\(hidden.name)」这个标签，读不懂这个条件。"
        throw Problem(.invalid, "tag_in_question", detail, notes: [.init(.pointer("/where"), detail)])
      }
      do throws(Problem) {
        try AreaWords.check(expression, reader, index.areas)
      } catch {
        let detail = "条件里点名的区划不包括「\(committee.name)」。请从条件中去掉区划，用 areas 指定居委会。"
        throw Problem(.invalid, "area_in_question", detail, notes: [.init(.pointer("/where"), detail)])
      }
    }
  }
}
