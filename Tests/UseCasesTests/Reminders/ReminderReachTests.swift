import Accounts
import FilterLanguage
import Kernel
import Ledgers
import Registry
import Reminders
import Support
import TagIndex
import Testing

/// A reminder reaches somebody, once, and says why it is there.
@Suite struct ReminderReachTests {
  private func disable(_ street: ReminderStreet, _ caller: Caller, _ isDisabled: Bool = true) async throws {
    let id = try #require(caller.id)
    _ = try await ChangeCaller(isDisabled: isDisabled).run(
      id, expected: nil, in: street.app, by: .operatorAtConsole)
  }

  @Test func ownerWhoIsGone_stopsTheSchedule_andOpenRemindersFallToTheArea() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger(by: street.worker) { $0.seenBy = .owner }
      try await street.schedule(ledger, ScheduleRule(.daily), by: street.worker)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).count == 1)
      #expect(try await street.inbox(street.secretary).isEmpty)

      try await disable(street, street.worker)
      let open = try await street.inbox(street.secretary)
      #expect(open.count == 1 && open[0].isPrivate == false)
      #expect(try await street.inbox(street.neighbour).isEmpty)
      try await street.ledgers.settle("新来者", born: "1930-01-01", in: street.street.yanzhong)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 0)
      let view = try await ReadSchedules.one(ledger, caller: street.street.admin, app: street.app)
      #expect(view.row.problem == "owner_gone" && view.problem?.contains("账号") == true)

      // Back again, nothing was lost.
      try await disable(street, street.worker, false)
      try street.go(to: "2026-11-24T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).count == 2)
      #expect(try await ReadSchedules.one(ledger, caller: street.worker, app: street.app).row.problem == nil)
    }
  }

  @Test func ownerWhoIsElsewhere_isRemindedOfNothingThatTheyMayNotSee() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger(by: street.worker) { $0.seenBy = .owner }
      try await street.schedule(ledger, ScheduleRule(.daily), by: street.worker)
      let id = try #require(street.worker.id)
      let code = try #require(street.app.index.areas.byID[UInt32(street.street.julu.committee)]?.code)
      _ = try await ChangeCaller(areas: [code]).run(id, expected: nil, in: street.app, by: .operatorAtConsole)
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 0)
      let view = try await ReadSchedules.one(ledger, caller: street.street.admin, app: street.app)
      #expect(view.row.problem == "owner_gone")
    }
  }

  @Test func scheduleSetAgain_doesNotRemindOfWhatIsDone() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      let row = try #require(try await street.inbox(street.worker).first)
      _ = try await street.act(row.id, .done, by: street.worker)
      try await RemoveSchedule.run(ledger, version: nil, caller: street.secretary, app: street.app)
      try await street.daily(ledger)
      let came = try await street.ledgers.settle("新来者", born: "1930-01-01", in: street.street.yanzhong)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).map(\.draft.subjectID) == [came])
    }
  }

  @Test func lastRunDeleted_doesNotMakeOldRowsNew() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      let row = try #require(try await street.inbox(street.worker).first)
      _ = try await street.act(row.id, .done, by: street.worker)
      try await DeleteRun.run(row.draft.run, caller: street.secretary, app: street.app)
      try street.go(to: "2026-11-23T08:00")
      #expect(try await street.tick() == 1)
      #expect(try await street.inbox(street.worker).isEmpty)
    }
  }

  @Test func reminder_saysWhichLedgerWhichQuestionAndSinceWhen() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      try await street.daily(ledger)
      let born = try await street.ledger { $0.columns = .set([.init("name"), .init("turns(90)")]) }
      try await street.schedule(born, ScheduleRule(.daysBefore, days: 40, field: "turns(90)"))
      try street.go(to: "2026-11-22T08:00")
      #expect(try await street.tick() == 2)
      let inbox = try await street.inbox(street.worker)
      let new = try #require(inbox.first { $0.draft.due == nil })
      #expect(new.draft.since == Day("2026-11-22"))
      #expect(new.draft.why.contains("台账「台账」") && new.draft.why.contains("年龄满80周岁及以上"))
      #expect(new.draft.why.contains("2026-11-22 起"))
      let due = try #require(inbox.first { $0.draft.due != nil })
      #expect(due.draft.why.contains("2026-12-24") && due.draft.why.contains("提前 40 天"))
    }
  }

  @Test func restrictedReminder_isNotPassedToWhoMayNotSeeIt() async throws {
    try await ReminderStreet.run { street in
      let app = street.app
      let tag = try #require(
        app.index.tags.first { $0.isRestricted && $0.subject == .person && !$0.isComputed })
      let boss = try await CreateToken(
        name: "街道", role: .street,
        areas: [try #require(app.index.areas.byID[UInt32(street.street.street)]?.code)], unit: nil
      ).run(in: app, by: .operatorAtConsole).account.caller(origin: "test")
      _ = try await AssignTag.run(.init(street.street.ourPerson, tag: tag.code), caller: boss, app: app)
      let ledger = try await street.ledger("tag:\(tag.code)", by: boss)
      try await street.schedule(ledger, ScheduleRule(.daily), by: boss)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      let row = try #require(try await street.inbox(boss).first)
      #expect(row.draft.isRestricted)
      let unit = try await refusal { _ = try await street.act(row.id, .pass, by: boss, unit: "房管所") }
      #expect(unit?.code == "nobody_sees" && unit?.detail.contains("受限") == true)
      let one = try await refusal { _ = try await street.act(row.id, .pass, by: boss, to: street.worker.name) }
      #expect(one?.code == "unknown_caller")
    }
  }

  @Test func templateOfVisits_notesAVisit() async throws {
    try await LedgerStreet.run { street in
      for template in try ListTemplates.run(caller: street.worker, app: street.app) {
        for note in template.notes where note.title == "已走访" { #expect(note.kind == .visit, "\(template.code)") }
      }
      var wish = LedgerInput()
      wish.source = .template("alone_7")
      let view = try await AddLedger.run(wish, caller: street.worker, app: street.app)
      let note = try #require(view.row.draft.notes.first { $0.name == "visited" })
      #expect(note.kind == .tick && note.writes == .visit("走访") && !note.carry)
    }
  }
}
