import Accounts
import Exports
import FilterLanguage
import Kernel
import Ledgers
import Support
import Testing

/// Runs are deleted and expire; what is given out of one that goes meanwhile does not end as if it were whole.
@Suite struct RunLifeTests {
  private let told = LedgerNote(name: "told", title: "已告知", kind: .tick)

  private func marks(_ street: LedgerStreet, _ run: Int64) async throws -> [String] {
    try await ReadRunRows.run(
      run, cursor: nil, limit: 9, caller: street.worker, app: street.app
    ).lines.flatMap { $0.marks.map(\.note) }
  }

  private func tick(_ street: LedgerStreet, _ run: RunView) async throws {
    _ = try await MarkRun.run(
      run.row.id, [.success(.init(street.street.yanzhong.person, [.init("told", true)]))], caller: street.worker,
      app: street.app)
  }

  @Test func delete_isForWhoMadeIt_andLeavesTheTicksToLaterRuns() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let ledger = try await street.ledger("age >= 80", by: street.worker) { $0.notes = .set([told]) }
      let first = try await street.run(ledger, by: street.worker)
      try await tick(street, first)
      let second = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      let other = street.street.caller(.worker, at: street.street.julu.committee)
      let auditor = street.street.caller(.auditor)
      for (caller, code) in [(other, "not_found"), (auditor, "missing_right")] {
        let refused = try await refusal { try await DeleteRun.run(first.row.id, caller: caller, app: app) }
        #expect(refused?.code == code)
      }
      try await DeleteRun.run(first.row.id, caller: street.worker, app: app)
      let gone = try await refusal { _ = try await GetRun.run(first.row.id, caller: street.worker, app: app) }
      #expect(gone?.code == "not_found")
      #expect(try await app.store.read { try $0.runChunks(first.row.id, from: 0, scope: nil, limit: 1) }.isEmpty)
      let list = try await ListRuns.run(ledger: ledger, before: nil, limit: 9, caller: street.worker, app: app)
      #expect(list.items.map(\.row.id) == [second.row.id] && list.items[0].row.previous == nil)
      #expect(try await marks(street, second.row.id) == ["told"])
      // With the last that looks them up, they go.
      try await DeleteRun.run(second.row.id, caller: street.worker, app: app)
      let third = try await street.run(ledger, by: street.worker, asOf: "2026-11-23")
      #expect(try await marks(street, third.row.id).isEmpty)
      let audit = try await ReadAudit.run(AuditFilter(subject: .runs), in: app, by: .operatorAtConsole)
      #expect(audit.items.filter { $0.action == "runs.delete" }.count == 2)
    }
  }

  @Test func expiry_isTheLedgersOrTheUsual_andLeavesTheTicks() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let ledger = try await street.ledger("age >= 80", by: street.worker) { wish in
        wish.notes = .set([told])
        wish.keepDays = .set(10)
      }
      let usual = try await street.ledger("age >= 80", by: street.worker)
      #expect(try await street.run(usual, by: street.worker).row.draft.keptUntil == Day("2027-12-26"))
      let first = try await street.run(ledger, by: street.worker)
      #expect(first.row.draft.keptUntil == Day("2026-12-01"))
      try await tick(street, first)
      street.street.clock.advance(seconds: 5 * 86_400)
      let second = try await street.run(ledger, by: street.worker)
      street.street.clock.advance(seconds: 6 * 86_400)
      #expect(try await ExpireRuns.run(app: app) == 1)
      #expect(try await GetRun.run(first.row.id, caller: street.worker, app: app).row.state == .expired)
      #expect(try await marks(street, second.row.id) == ["told"])
      let third = try await street.run(ledger, by: street.worker)
      #expect(try await marks(street, third.row.id) == ["told"])
    }
  }

  @Test func rows_ofARunThatHasEnded_goSomeAtATime_alsoAfterACrash() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      for day in 10...50 {
        try await street.settle("老人\(day)", born: "19\(day)-01-01", in: street.street.yanzhong)
      }
      let ledger = try await street.ledger("birth_date < 1951-01-01", by: street.worker)
      var pace = RunPace()
      (pace.atOnce, pace.batch) = (0, 1)
      func chunks(_ run: Int64) async throws -> Int {
        try await app.store.read { try $0.runChunks(run, from: 0, scope: nil, limit: 99) }.count
      }
      let first = try await MakeRun.run(ledger, pace: pace, caller: street.worker, app: app).row.id
      let second = try await MakeRun.run(ledger, pace: pace, caller: street.worker, app: app).row.id
      await app.runs.settle()
      #expect(try await chunks(first) > 40)
      try await DeleteRun.run(first, caller: street.worker, app: app)
      #expect(try await chunks(first) == 0)
      // Killed between the end of the run and of its rows: nobody is shown them, and the next start lets them go.
      try await app.store.write { writer in try writer.deleteRun(second) }
      #expect(try await chunks(second) > 40)
      #expect(try await app.store.read { try $0.hasRows(second) } == false)
      try await app.runs.recover(app)
      #expect(try await chunks(second) == 0)
    }
  }

  @Test func export_ofARunThatGoesMeanwhile_doesNotEndWell() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      for day in 1...9 { try await street.settle("老人\(day)", born: "1930-01-0\(day)", in: street.street.yanzhong) }
      let ledger = try await street.ledger("age >= 80", by: street.worker)
      for format in ExportFormat.allCases where format != .xlsx {
        let run = try await street.run(ledger, by: street.worker)
        let export = try await ExportRun.run(
          .init(run: run.row.id, format: format), caller: street.worker, app: app)
        guard case .feed(let feed) = export.body else { continue }
        try await DeleteRun.run(run.row.id, caller: street.worker, app: app)
        let problem = try await refusal { while try await feed.next() != nil {} }
        #expect(problem?.code == "run_expired", "\(format)")
      }
      // In the middle of a large one: a row a chunk, and four chunks a time.
      var pace = RunPace()
      (pace.atOnce, pace.batch) = (0, 1)
      let run = try await MakeRun.run(ledger, pace: pace, caller: street.worker, app: app)
      await app.runs.settle()
      let rows = try await RunRowReader.open(
        run.row.id, format: "csv", reveal: nil, caller: street.worker, app: app)
      #expect(try await rows.next()?.count == 4)
      street.street.clock.advance(seconds: 401 * 86_400)
      #expect(try await ExpireRuns.run(app: app) == 1)
      let problem = try await refusal { _ = try await rows.next() }
      #expect(problem?.code == "run_expired")
    }
  }
}
