import Support
import Testing
@testable import ChineseQuery
@testable import Exports
@testable import FilterLanguage
@testable import Kernel
@testable import Ledgers
@testable import Registry
@testable import Server
@testable import WorkOrders

@Suite struct MakeRunTests {
  @Test func run_isWhatWasThenTrue() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker) { wish in
        wish.columns = .set([
          .init("name"), .init("age"), .init("turns(90)"), .init("days_until(turns(90))"), .init("road"),
          .init("number"), .init("room"), .init("committee"),
        ])
      }
      let run = try await street.run(ledger, by: street.streetWorker)
      #expect(run.row.state == .done)
      #expect(run.total == 2)
      let before = try await street.rows(run.row.id, by: street.streetWorker)
      #expect(
        before.first == """
          {"id":1,"name":"王*","age":89,"turns(90)":"2026-12-24","days_until(turns(90))":33,"road":"南昌路","number":"1号",\
          "room":"201室","committee":"延中居委会","marks":{}}
          """)
      var patch = PersonPatch()
      patch.name = .set("李四")
      try await ChangePerson.run(
        street.street.yanzhong.person, patch, version: nil, caller: street.street.admin, app: street.app)
      try await street.settle("陈新来", born: "1930-01-01", in: street.street.yanzhong)
      #expect(try await street.rows(run.row.id, by: street.streetWorker) == before)
    }
  }

  @Test func run_showsEachCallerOnlyTheirRows() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker) { $0.groupBy = .set(["committee"]) }
      let run = try await street.run(ledger, by: street.streetWorker)
      #expect(run.totals.map(\.values) == [["延中居委会"], ["巨鹿居委会"]])
      let seen = try await GetRun.run(run.row.id, caller: street.worker, app: street.app)
      #expect(seen.total == 1)
      #expect(seen.totals.map(\.values) == [["延中居委会"]])
      #expect(try await street.rows(run.row.id, by: street.worker).count == 1)

      let own = try await street.run(ledger, by: street.worker)
      #expect(own.row.draft.total == 1)
      let other = street.street.caller(.worker, at: street.street.julu.committee)
      let hidden = try await refusal { _ = try await GetRun.run(own.row.id, caller: other, app: street.app) }
      #expect(hidden?.code == "not_found")
    }
  }
}

@Suite struct LargeRunTests {
  private struct Crash: Error {}

  /// A run in batches of two, as if it were large.
  private func pace(_ afterBatch: @escaping @Sendable (Int) async throws -> Void = { _ in }) -> RunPace {
    var pace = RunPace()
    (pace.atOnce, pace.batch, pace.afterBatch) = (0, 2, afterBatch)
    return pace
  }

  private func crowd(_ street: LedgerStreet) async throws -> Int64 {
    for index in 1...6 {
      try await street.settle("老人\(index)", born: "1930-01-0\(index)", in: street.street.yanzhong)
    }
    return try await street.ledger("age >= 80", by: street.worker) { $0.sort = .set("birth_date") }
  }

  @Test func largeRun_madeInSteps_isAsIfMadeAtOnce() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await crowd(street)
      let small = try await street.run(ledger, by: street.worker)
      let begun = try await MakeRun.run(ledger, pace: pace(), caller: street.worker, app: street.app)
      #expect(begun.row.state == .making)
      await street.app.runs.settle()
      let done = try await GetRun.run(begun.row.id, caller: street.worker, app: street.app)
      #expect(done.row.state == .done && done.total == 7)
      let (rows, same) = (
        try await street.rows(done.row.id, by: street.worker), try await street.rows(small.row.id, by: street.worker)
      )
      #expect(rows == same)
      var (paged, cursor): ([Int64], String?) = ([], nil)
      repeat {
        let page = try await ReadRunRows.run(
          done.row.id, cursor: cursor, limit: 3, caller: street.worker, app: street.app)
        paged += page.lines.map(\.id)
        cursor = page.next
        // Where a row stands among those of others is for nobody to read.
        #expect(cursor?.contains(".") != true)
      } while cursor != nil
      #expect(paged.count == 7 && Set(paged).count == 7)
    }
  }

  @Test func largeRun_thatIsCancelled_leavesNothing() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await crowd(street)
      let app = street.app
      let worker = street.worker
      let pace = pace { done in
        guard done == 2 else { return }
        let runs = try await ListRuns.run(ledger: ledger, before: nil, limit: 1, caller: worker, app: app)
        let view = try await CancelRun.run(runs.items[0].row.id, caller: worker, app: app)
        #expect(view.row.state == .cancelled)
      }
      let begun = try await MakeRun.run(ledger, pace: pace, caller: worker, app: app)
      await app.runs.settle()
      let rows = try await refusal { _ = try await street.rows(begun.row.id, by: worker) }
      #expect(rows?.code == "run_not_done")
      #expect(try await app.store.read { try $0.runChunks(begun.row.id, from: 0, scope: nil, limit: 9) }.isEmpty)
      let late = try await refusal { _ = try await CancelRun.run(begun.row.id, caller: worker, app: app) }
      #expect(late?.code == "run_not_making")
    }
  }

  @Test func largeRun_leftByACrash_hasFailedAfterTheStart() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await crowd(street)
      let plan = try await RunPlan.make(
        GetLedger.run(ledger, caller: street.worker, app: street.app), asOf: street.app.clock.today,
        caller: street.worker, app: street.app)
      let id = try await street.app.store.write { try MakeRun.begin(plan, $0) }
      await #expect(throws: Crash.self) {
        try await RunJob(id: id, plan: plan, pace: pace { _ in throw Crash() }).run(street.app)
      }
      try await street.app.runs.recover(street.app)
      #expect(try await GetRun.run(id, caller: street.worker, app: street.app).row.state == .failed)
    }
  }

  /// Shanghai's midnight decides what next month is.
  @Test func run_atTheEndOfTheMonth_isOfTheDayOnWhichItBegins() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("turns(90) in next-month", by: street.worker)
      // 2026-11-30T23:59:59+08:00, from 2026-11-21T09:00:00.
      street.street.clock.advance(seconds: 9 * 86_400 + 15 * 3600 - 1)
      let before = try await street.run(ledger, by: street.worker)
      #expect(before.row.draft.asOf == Day("2026-11-30") && before.total == 1)
      street.street.clock.advance(seconds: 1)
      let after = try await street.run(ledger, by: street.worker)
      #expect(after.row.draft.asOf == Day("2026-12-01") && after.total == 0)
      #expect(after.row.madeAt == "2026-12-01T00:00:00.000+08:00")
    }
  }
}
