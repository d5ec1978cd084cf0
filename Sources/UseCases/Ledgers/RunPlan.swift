import Domain
import Filter
import Store
import TagIndex

/// A run before its rows are there: which rows, in which order, with which cells.
struct RunPlan: Sendable {
  var draft: RunDraft
  let caller: Caller
  let subject: Subject
  let kind: SubjectKind
  let query: Query
  let sort: [SortKey]
  /// The rows that answer the question, in the order of their ids.
  let ids: [UInt32]
  let freeze: FreezePlan

  /// - Throws: what the question is refused for.
  static func make(_ ledger: LedgerView, asOf: Day, caller: Caller, office: Office) async throws -> RunPlan {
    let (subject, index) = (ledger.subject, try office.index)
    guard let kind = SubjectKind(rawValue: subject.word) else {
      throw Problem(.invalid, "unknown_subject", "不能检索「\(subject.word)」。")
    }
    // One from before such questions were refused.
    try StoredQuestion.check(ledger.expression, about: subject)
    let tree = index.areas
    let areas = tree.meet(ledger.row.draft.area.map { [$0] }, caller.role.isUnbound ? nil : caller.areas)
    var query = try await office.query(subject, ledger.expression, asOf: asOf, caller: caller)
    query.scope = AccessPolicy(caller, index).scope(within: ledger.row.draft.area.map { [$0] })
    let ids = try index.index.select(query).ids.ids()
    let previous = try await office.store.read { [id = ledger.row.id] in
      try $0.runBefore(nil, ledger: id, areas: areas)
    }
    let draft = RunDraft(
      ledger.held, asOf: asOf, areas: areas, isRestricted: ledger.row.draft.isRestricted, total: ids.count,
      previous: previous)
    let names = draft.columns.compactMap { ColumnName($0.name) }
    let groups = draft.groupBy.compactMap { name in draft.columns.firstIndex { $0.name == name } }
    return RunPlan(
      draft: draft, caller: caller, subject: subject, kind: kind, query: query, sort: try order(draft, subject),
      ids: ids,
      freeze: FreezePlan(
        kind: kind, columns: names, groups: groups, asOf: asOf, scope: areas.map { tree.placed(within: $0) }))
  }

  /// What belongs to a group stands together; inside, as the ledger says, or by address.
  private static func order(_ draft: RunDraft, _ subject: Subject) throws(Problem) -> [SortKey] {
    let keys = try SortReading.read(draft.sort ?? "address", subject)
    let entries = Field.entries(of: subject)
    let groups = draft.groupBy.compactMap { name in entries.first { $0.name == name }?.field }
    let leading = groups.map { field in keys.first { $0.field == field } ?? SortKey(field) }
    return leading + keys.filter { key in !groups.contains(key.field) }
  }
}

extension AreaTree {
  /// The areas that lie in both, each list with all that is below; nil is everything.
  func meet(_ left: [Int64]?, _ right: [Int64]?) -> [Int64]? {
    guard let left else { return right }
    guard let right else { return left }
    func within(_ areas: [Int64]) -> Set<UInt32> { self.within(areas.map { UInt32(truncatingIfNeeded: $0) }) }
    let (first, second) = (within(left), within(right))
    let both =
      left.filter { second.contains(UInt32(truncatingIfNeeded: $0)) }
      + right.filter { first.contains(UInt32(truncatingIfNeeded: $0)) }
    return Set(both).sorted()
  }

  /// The committees and grids among these areas and all below them.
  func placed(within areas: [Int64]) -> [UInt32] {
    within(areas.map { UInt32(truncatingIfNeeded: $0) }).filter { (byID[$0]?.level ?? .city) >= .committee }.sorted()
  }
}
