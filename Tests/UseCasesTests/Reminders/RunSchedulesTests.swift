import FilterLanguage
import Kernel
import Ledgers
import Platform
import Registry
import Reminders
import Support
import Testing
import WorkOrders

@Suite struct RunSchedulesTests {
  @Test func newRows_becomeReminders_once() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      #expect(try await street.tick() == 0)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.tick() == 0)
      let first = try await street.inbox(street.worker)
      #expect(first.map(\.draft.title) == ["王*，女"])
      #expect(first.map(\.draft.recipient) == [ReminderRecipient(area: street.street.yanzhong.committee)])
      #expect(first.map(\.madeAt) == ["2026-11-22T08:00:00.000+08:00"])
      #expect(!first[0].draft.text.contains("王0"))
      let later = try await street.ledgers.settle("陈新来", born: "1930-01-01", in: street.street.yanzhong)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).map(\.draft.subjectID) == [street.street.yanzhong.person, later])
      try street.go(to: "2026-11-24T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).count == 2)
    }
  }

  @Test func missedOccasions_areMadeUpForOnce() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-12-05T13:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.runs(ledger).map(\.draft.asOf) == [Day("2026-12-05")])
      let view = try await ReadSchedules.one(ledger, caller: street.worker, app: street.app)
      #expect(view.row.nextDueAt == Instant("2026-12-06T08:00:00+08:00"))
      #expect(try await street.tick() == 0)
      #expect(try await street.inbox(street.worker).count == 1)
    }
  }

  /// A run that somebody makes by hand in between takes nothing from the scheduled one.
  @Test func runByHand_doesNotHideWhatIsNew() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger, existing: false)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).isEmpty)
      try await street.ledgers.settle("陈新来", born: "1930-01-01", in: street.street.yanzhong)
      _ = try await street.ledgers.run(ledger, by: street.secretary)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).map(\.draft.title) == ["陈*来，男"])
    }
  }

  @Test func rowThatComesBack_isToldOfAgain_onlyWhenTheFirstIsDone() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger("not last_visited >= today-7d and age >= 80")
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      let first = try await street.inbox(street.worker)
      #expect(first.count == 1)
      let home = street.street.yanzhong
      for (visit, back, isDone) in [
        ("2026-11-23", "2026-12-02T09:00", false), ("2026-12-03", "2026-12-20T09:00", true),
      ] {
        if isDone { _ = try await street.act(first[0].id, .done, by: street.worker) }
        try street.go(to: "\(visit)T07:00")
        _ = try await Visits.add(
          VisitDraft(house: home.house, person: home.person, on: try #require(Day(visit)), purpose: "走访", note: ""),
          caller: street.worker, app: street.app)
        try street.go(to: "\(visit)T08:00")
        try await street.tick()
        try street.go(to: back)
        try await street.tick()
        #expect(try await street.inbox(street.worker, Set(ReminderState.allCases)).count == (isDone ? 2 : 1))
      }
    }
  }

  @Test func clockSetBack_remindsNobodyTwice_andNothingIsLost() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 1)
      try street.go(to: "2026-11-22T07:30")
      #expect(try await street.tick() == 0)
      try street.go(to: "2026-11-22T08:10")
      #expect(try await street.tick() == 0)
      // Years ahead, and back again.
      try street.go(to: "2031-05-05T09:00")
      #expect(try await street.tick() == 1)
      try street.go(to: "2026-11-22T09:00")
      #expect(try await street.tick() == 0)
      try await street.ledgers.settle("陈新来", born: "1930-01-01", in: street.street.yanzhong)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).map(\.draft.title) == ["王*，女", "陈*来，男"])
    }
  }

  @Test func monthEnd_runsOnTheLastDay_asOfThatDay() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger("turns(90) in next-month")
      try await street.schedule(ledger, ScheduleRule(.monthly, minute: 23 * 60 + 59, day: 31))
      try street.go(to: "2026-11-30T23:58")
      #expect(try await street.tick() == 0)
      try street.go(to: "2026-11-30T23:59")
      #expect(try await street.tick() == 1)
      // Born on 24 December 1936.
      #expect(try await street.inbox(street.worker).count == 1)
      let view = try await ReadSchedules.one(ledger, caller: street.worker, app: street.app)
      #expect(view.row.nextDueAt == Instant("2026-12-31T23:59:00+08:00"))
      #expect(view.row.lastRunAt == Instant("2026-11-30T23:59:00+08:00"))
    }
  }

  /// Bitten in the middle of it, everything is as before, and the next start does it all.
  @Test func crash_losesNothingAndDoublesNothing() async throws {
    struct Crash: Error {}
    try await ReminderStreet.run { street in
      for index in 1...6 {
        try await street.ledgers.settle("老人\(index)", born: "1930-01-0\(index)", in: street.street.yanzhong)
      }
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      var pace = RunPace()
      (pace.atOnce, pace.batch, pace.afterBatch) = (0, 2, { done in if done == 4 { throw Crash() } })
      await #expect(throws: Crash.self) { try await RunSchedules.run(pace: pace, app: street.app) }
      #expect(try await street.inbox(street.worker).isEmpty)
      #expect(try await street.runs(ledger).isEmpty)
      pace.afterBatch = { _ in }
      #expect(try await RunSchedules.run(pace: pace, app: street.app) == 1)
      #expect(try await street.inbox(street.worker).count == 7)
      #expect(try await street.tick() == 0)
    }
  }

  @Test func twoServers_makeOneRun() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      let app = street.app
      let counts = try await withThrowingTaskGroup(of: Int.self) { tasks in
        for _ in 0..<4 { tasks.addTask { try await RunSchedules.run(app: app) } }
        return try await tasks.reduce(into: []) { $0.append($1) }
      }
      #expect(counts.reduce(0, +) == 1)
      #expect(try await street.runs(ledger).count == 1)
      #expect(try await street.inbox(street.worker).count == 1)
    }
  }

  @Test func ledgerThatFails_saysWhy_andTriesAtTheNextOccasion() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger { $0.columns = .set([.init("name"), .init("birth_date")]) }
      try await street.schedule(ledger, ScheduleRule(.daysBefore, days: 10, field: "birth_date"))
      var wish = LedgerInput()
      wish.columns = .set([.init("name")])
      _ = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.secretary, app: street.app)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 0)
      let view = try await ReadSchedules.one(ledger, caller: street.worker, app: street.app)
      #expect(view.row.problem == "column_gone")
      #expect(view.row.nextDueAt == Instant("2026-11-23T08:00:00+08:00"))
      #expect(try await street.runs(ledger).isEmpty)
    }
  }

  @Test func order_remindsTheUnitThatHasIt() async throws {
    try await ReminderStreet.run { street in
      let boss = street.street.caller(.street)
      var draft = WorkOrderDraft(
        source: "12345", externalID: "A1", kind: .complaint, title: "市民来电", text: "楼下有人占道摆摊")
      draft.address = "南昌路1号201室"
      let order = try await PushWorkOrder.run(draft, caller: boss, app: street.app).order.id
      var deed = WorkOrderActionRequest(.dispatch)
      deed.unit = "房管所"
      try await ActOnWorkOrder.run(order, deed, caller: boss, app: street.app)
      let ledger = try await street.ledger("state = dispatched", by: boss) { wish in wish.subject = .workOrders }
      try await street.schedule(ledger, ScheduleRule(.daily), by: boss)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 1)
      let inbox = try await street.inbox(street.housing)
      #expect(inbox.map(\.draft.subjectID) == [order])
      #expect(inbox.map(\.draft.recipient) == [ReminderRecipient(unit: "房管所")])
      #expect(try await street.inbox(street.worker).count == 1)
      #expect(try await street.inbox(street.neighbour).isEmpty)
    }
  }

  @Test func retiredLedger_runsNoMore() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try await RetireLedger.run(ledger, version: nil, caller: street.secretary, app: street.app)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 0)
      #expect(try await street.runs(ledger).isEmpty)
    }
  }
}
