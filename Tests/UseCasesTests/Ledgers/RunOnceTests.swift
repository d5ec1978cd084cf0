import Accounts
import FilterLanguage
import Kernel
import Ledgers
import Support
import Testing

@Suite struct RunOnceTests {
  private func once(_ street: LedgerStreet, _ wish: LedgerInput, by caller: Caller) async throws -> RunView {
    try await RunOnce.run(wish, caller: caller, app: street.app)
  }

  @Test func once_givesTheList_andNoLedger() async throws {
    try await LedgerStreet.run { street in
      var wish = LedgerInput()
      wish.source = .sentence("未来三个月年满90周岁的老人")
      let run = try await once(street, wish, by: street.worker)
      #expect(run.row.state == .done && run.total == 1)
      #expect(run.row.draft.name == "未来三个月年满90周岁的老人")
      for withRetired in [false, true] {
        let list = try await ListLedgers.run(
          before: nil, limit: 9, withRetired: withRetired, caller: street.worker, app: street.app)
        #expect(list.total == 0)
      }
      let again = try await refusal { _ = try await street.run(run.row.draft.ledger, by: street.worker) }
      #expect(again?.code == "ledger_retired")
      // A filter names itself.
      let filter = try await once(street, street.unnamed("age >= 80"), by: street.worker)
      #expect(filter.row.draft.name == filter.explanation)
    }
  }

  /// Whatever they are grouped by, all rows come, in the order of the list.
  @Test func orders_groupedByAnything_comeInTheirOrder() async throws {
    try await OrdersFixture.run { orders in
      for index in 0..<24 { _ = try await orders.push(orders.draft(external: "G\(index)")) }
      for id in stride(from: 1, through: 24, by: 3).map(Int64.init) {
        try await orders.act(id, .reassign, by: orders.boss) { $0.unit = "房管所" }
      }
      var tried = 0
      for name in LedgerColumns.names(of: .workOrders) {
        var wish = LedgerInput()
        (wish.source, wish.subject) = (.filter("updated_at >= 2000-01-01"), .workOrders)
        (wish.columns, wish.groupBy) = (.set([.init("id")]), .set([name]))
        guard let run = try? await RunOnce.run(wish, caller: orders.boss, app: orders.app) else { continue }
        let rows = try await ReadRunRows.run(run.row.id, cursor: nil, limit: 500, caller: orders.boss, app: orders.app)
        #expect(run.total == 24 && rows.lines.count == 24, "\(name)")
        tried += 1
      }
      #expect(tried > 5)
    }
  }

  @Test func once_isOfTheCallersAreas_andForTheCaller() async throws {
    try await LedgerStreet.run { street in
      let both = Caller(
        id: nil, name: "两处社工", role: .worker,
        areas: [street.street.yanzhong.committee, street.street.julu.committee], origin: "test")
      let run = try await once(street, street.unnamed("age >= 80"), by: both)
      #expect(run.total == 2)
      #expect(try await once(street, street.unnamed("age >= 80"), by: street.worker).total == 1)
      let hidden = try await refusal {
        _ = try await GetRun.run(run.row.id, caller: street.worker, app: street.app)
      }
      #expect(hidden?.code == "not_found")
      let reader = try await refusal {
        _ = try await once(street, street.unnamed("age >= 80"), by: street.street.caller(.department))
      }
      #expect(reader?.code == "missing_right")
      let audit = try await ReadAudit.run(AuditFilter(subject: .runs), in: street.app, by: .operatorAtConsole)
      #expect(audit.items.map(\.action) == ["runs.create", "runs.create"])
    }
  }

  @Test func once_large_isMadeInTheBackground() async throws {
    try await LedgerStreet.run { street in
      var pace = RunPace()
      (pace.atOnce, pace.batch) = (0, 1)
      let begun = try await RunOnce.run(
        street.unnamed("age >= 80"), pace: pace, caller: street.streetWorker, app: street.app)
      #expect(begun.row.state == .making)
      await street.app.runs.settle()
      let done = try await GetRun.run(begun.row.id, caller: street.streetWorker, app: street.app)
      #expect(done.row.state == .done && done.total == 2)
    }
  }

  @Test func once_isGoneAfterAMonth() async throws {
    try await LedgerStreet.run { street in
      let run = try await once(street, street.unnamed("age >= 80"), by: street.worker)
      let ledger = try await street.ledger("age >= 80", by: street.worker)
      let kept = try await street.run(ledger, by: street.worker)
      #expect(run.row.draft.keptUntil == Day("2026-12-21"))
      street.street.clock.advance(seconds: 31 * 86_400)
      #expect(try await ExpireRuns.run(app: street.app) == 1)
      let gone = try await refusal { _ = try await street.rows(run.row.id, by: street.worker) }
      #expect(gone?.code == "run_expired")
      #expect(try await street.rows(kept.row.id, by: street.worker).count == 1)
    }
  }
}

extension LedgerStreet {
  /// A question without a name.
  fileprivate func unnamed(_ filter: String) -> LedgerInput {
    var wish = LedgerInput()
    (wish.source, wish.subject) = (.filter(filter), .people)
    return wish
  }
}
