import Kernel
import Ledgers
import Platform

/// A schedule with the name of its ledger.
package struct ScheduleView: Sendable {
  package let row: ScheduleRow
  package let ledger: String
  /// The rule in Chinese.
  package let explanation: String
  /// Why the last occasion came to nothing, in Chinese; nil where it went well.
  package var problem: String? { row.problem.map(ScheduleProblem.detail) }

  init(_ row: ScheduleRow, _ ledger: LedgerView) {
    (self.row, self.ledger) = (row, ledger.row.draft.name)
    let column = ledger.row.draft.columns.first { $0.name == row.rule.field }
    explanation = row.rule.chinese(column?.title)
  }
}

/// The schedules of ledgers. Who: callers that may read and for whom the ledger exists (`LedgerAccessPolicy`).
package enum ReadSchedules {
  static let unknown = Problem(.notFound, "not_found", "这个台账没有设置定时。")

  /// - Throws: `not_found` for the ledger, and for one without a schedule.
  package static func one(_ ledger: Int64, caller: Caller, app: AppContext) async throws -> ScheduleView {
    let view = try await GetLedger.run(ledger, caller: caller, app: app)
    guard let row = try await app.store.read({ try $0.schedule(ledger: ledger) }) else { throw unknown }
    return ScheduleView(row, view)
  }

  /// Those of the newest ledgers first.
  ///
  /// - Parameter before: the ledger's id below which to go on.
  package static func run(
    before: Int64?, limit: Int, caller: Caller, app: AppContext
  ) async throws -> Page<ScheduleView> {
    try caller.must(.read)
    let sight = try LedgerAccessPolicy(caller, app)
    let (rows, ledgers) = try await app.store.read { (try $0.schedules(), try $0.ledgers(retired: false)) }
    let byID = Dictionary(ledgers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let views = rows.compactMap { row in
      byID[row.ledger].flatMap(sight.view).map { ScheduleView(row, $0) }
    }
    let rest = views.filter { view in before.map { view.row.ledger < $0 } ?? true }
    return Page(total: views.count, items: Array(rest.prefix(limit + 1)), limit: limit) { $0.row.ledger }
  }
}
