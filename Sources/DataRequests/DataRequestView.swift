import FilterLanguage
import Kernel
import Ledgers
import Platform
import Storage
import TagIndex

/// A request for data as a caller sees it: only committees in the caller's areas.
package struct DataRequestView: Sendable {
  package struct Committee: Sendable {
    package let area: AreaFacts
    package let answer: CommitteeAnswer
    /// Of the frozen answer.
    package let run: RunBrief?
    /// How many rows the committee would give today; nil where nobody has counted.
    package var now: Int?
  }

  package let row: DataRequestRow
  /// The question in the words that the caller may use.
  package let ledger: LedgerView
  package var committees: [Committee]
  /// Earlier requests and ledgers with the same data; nil where nobody has looked.
  package var overlaps: [DataOverlap]?

  package var version: Int64 { row.version(of: Set(committees.map(\.answer.committee))) }

  /// Whether it is as it was, and open. To be asked in the transaction that writes.
  ///
  /// - Parameter version: what the caller last saw; nil for whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `request_closed`.
  package func check(_ version: Int64?, _ reader: Reader) throws {
    guard let now = try reader.dataRequest(row.id) else { throw Problem(.notFound, "not_found", "没有这条要数。") }
    if let version, version != now.version(of: Set(committees.map(\.answer.committee))) {
      throw Problem.changedMeanwhile
    }
    guard now.closedAt == nil else { throw Problem(.conflict, "request_closed", "这条要数已经结束。") }
  }

  package var isOpen: Bool { row.closedAt == nil }

  /// Whether it is open, its day is over, and a committee has not said anything.
  package func isLate(on day: Day) -> Bool {
    isOpen && row.draft.due < day && committees.contains { $0.answer.state.isWaiting }
  }
}

/// Which requests for data exist for a caller: those put to a committee in the caller's areas. Whoever asked sees no more than
/// that, should their areas have become others.
struct DataRequestAccessPolicy {
  let caller: Caller
  let tree: AreaTree
  private let policy: AccessPolicy
  private let sight: LedgerAccessPolicy
  /// The committees in the caller's areas; nil for all.
  let committees: Set<UInt32>?

  init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    let tree = try app.index.areas
    (self.caller, self.tree) = (caller, tree)
    sight = try LedgerAccessPolicy(caller, app)
    policy = sight.policy
    committees = CallerAreas.within(caller, tree)?.filter { tree.byID[$0]?.level == .committee }
  }

  /// Those that lists and counts are about.
  func filter(isWaiting: Bool = false, isOpen: Bool? = nil) -> DataRequestFilter {
    DataRequestFilter(committees: committees?.sorted(), isWaiting: isWaiting, isOpen: isOpen)
  }

  /// The request; nil where it does not exist for the caller.
  func view(_ row: DataRequestRow, _ runs: [Int64: RunBrief]) -> DataRequestView? {
    guard let ledger = sight.view(row.ledger) else { return nil }
    let seen = row.answers.compactMap { answer -> DataRequestView.Committee? in
      let id = UInt32(truncatingIfNeeded: answer.committee)
      guard committees?.contains(id) ?? true, let area = tree.byID[id] else { return nil }
      return DataRequestView.Committee(area: area, answer: answer, run: answer.run.flatMap { runs[$0] })
    }
    guard !seen.isEmpty else { return nil }
    return DataRequestView(row: row, ledger: ledger, committees: seen.sorted { $0.area.code < $1.area.code })
  }

  /// The runs of these ids in short, with as many rows as the caller would find in each.
  func briefs(_ ids: [Int64], _ reader: Reader) throws -> [Int64: RunBrief] {
    let briefs = try reader.runBriefs(ids)
    guard !caller.role.seesAllAreas else { return briefs }
    let budget = WorkBudget()
    return try briefs.mapValues { brief in
      guard brief.state == .done, let run = try reader.run(brief.id), run.draft.subject == Subject.workOrders.word
      else { return brief }
      let total = try RunAccess(run, policy, reader).groups(of: run, reader, within: budget).reduce(0) { $0 + $1.rows }
      return RunBrief(id: brief.id, state: brief.state, total: total, asOf: brief.asOf)
    }
  }

  /// - Throws: `not_found`.
  func find(_ id: Int64, _ reader: Reader) throws -> DataRequestView {
    guard let row = try reader.dataRequest(id),
      let view = view(row, try briefs(row.answers.compactMap(\.run), reader))
    else { throw Problem(.notFound, "not_found", "没有这条要数。") }
    return view
  }
}
