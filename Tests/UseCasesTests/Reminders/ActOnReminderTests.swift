import Support
import Testing
@testable import Accounts
@testable import FilterLanguage
@testable import HotSpots
@testable import Identity
@testable import Imports
@testable import Kernel
@testable import Ledgers
@testable import Platform
@testable import Registry
@testable import Reminders
@testable import Server
@testable import TagIndex
@testable import TextClassifier

@Suite struct ActOnReminderTests {
  /// One reminder of 延中's old resident, new.
  private func reminded(
    _ body: (ReminderStreet, ReminderRow) async throws -> Void, change: (inout LedgerInput) -> Void = { _ in }
  ) async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger(change: change)
      try await street.daily(ledger)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      try await body(street, try #require(try await street.inbox(street.secretary).first))
    }
  }

  private func refused(
    _ street: ReminderStreet, _ id: Int64, _ action: ReminderActionRequest.Action, by caller: Caller,
    area: String? = nil,
    unit: String? = nil, to name: String? = nil
  ) async throws -> String? {
    try await refusal { _ = try await street.act(id, action, by: caller, area: area, unit: unit, to: name) }?.code
  }

  @Test func reminder_isReadAndDone_once() async throws {
    try await reminded { street, row in
      let read = try await street.act(row.id, .read, by: street.worker)
      #expect(read.row.state == .read && read.row.read?.by == "延中社工" && read.row.version == 2)
      #expect(try await street.act(row.id, .read, by: street.secretary).row.version == 2)
      #expect(
        try await refusal { _ = try await street.act(row.id, .done, by: street.worker, version: 1) }?.code
          == "version_conflict")
      let done = try await street.act(row.id, .done, by: street.worker, version: 2, note: "已联系13800001234")
      #expect(done.row.state == .done && done.row.done?.by == "延中社工" && done.row.note == "已联系138****1234")
      #expect(try await street.act(row.id, .done, by: street.secretary).row.done?.by == "延中社工")
      #expect(try await street.inbox(street.worker).isEmpty)
      #expect(try await street.inbox(street.worker, [.done]).map(\.id) == [row.id])
      #expect(try await refused(street, row.id, .pass, by: street.worker, unit: "房管所") == "reminder_done")
      let lines = try await street.app.store.read { reader in
        try reader.auditLines(AuditFilter(), before: nil, limit: 100).map(\.action)
      }
      #expect(lines.filter { $0.hasPrefix("reminders.") } == ["reminders.done", "reminders.read"])
    }
  }

  @Test func others_doNotKnowOfIt() async throws {
    try await reminded { street, row in
      for caller in [street.neighbour, street.gridWorker, street.housing] {
        #expect(try await street.inbox(caller, Set(ReminderState.allCases)).isEmpty)
        for action in [ReminderActionRequest.Action.read, .done] {
          #expect(try await refused(street, row.id, action, by: caller) == "not_found")
        }
        let several = try await refusal {
          _ = try await ActOnReminder.read([row.id], caller: caller, app: street.app)
        }
        #expect(several?.code == "not_found")
      }
      let auditor = street.street.caller(.auditor)
      #expect(try await street.inbox(auditor).count == 1)
      #expect(try await refused(street, row.id, .read, by: auditor) == "missing_right")
    }
  }

  @Test func done_ticksTheRow_inTheNewestRun_andWritesBack() async throws {
    try await reminded { street, row in
      _ = try await street.ledgers.run(row.draft.ledger, by: street.secretary)
      let newest = try #require(try await street.runs(row.draft.ledger).first)
      #expect(newest.id > row.draft.run)
      let answer = try await street.act(row.id, .done, by: street.worker)
      #expect(answer.tickedRun == newest.id && answer.tickProblem == nil)
      let marks = try await street.app.store.read { try $0.marks(of: newest) }
      #expect(marks.map(\.note) == ["seen"] && marks.map(\.value) == [true] && marks[0].by == "延中社工")
      let visits = try await street.app.store.read { try $0.visits(house: street.street.yanzhong.house, limit: 9) }
      #expect(visits.count == 1)
    } change: { wish in
      wish.notes = .set([LedgerNote(name: "seen", title: "已走访", kind: .tick, writes: .visit("吹哨走访"))])
    }
  }

  @Test func passedOn_isForSomebodyElse_whoHasNotReadIt() async throws {
    try await reminded { street, row in
      let code = try #require(try street.app.index.areas.byID[UInt32(street.grid)]?.code)
      let passed = try await street.act(row.id, .pass, by: street.secretary, area: code, note: "请上门")
      #expect(passed.row.state == .passed && passed.row.areaCode == code && passed.row.passed?.by == "延中书记")
      #expect(try await street.inbox(street.gridWorker).map(\.id) == [row.id])
      #expect(try await street.inbox(street.secretary).map(\.id) == [row.id])
      #expect(try await street.act(row.id, .read, by: street.gridWorker).row.state == .read)
      // 吹哨: up to the street, and over to a unit.
      let up = try #require(try street.app.index.areas.byID[UInt32(street.street.street)]?.code)
      #expect(try await street.act(row.id, .pass, by: street.gridWorker, area: up).row.state == .passed)
      #expect(try await street.inbox(street.gridWorker).isEmpty)
      _ = try await street.act(row.id, .pass, by: street.secretary, unit: "房管所")
      #expect(try await street.inbox(street.housing).map(\.id) == [row.id])
      #expect(try await street.act(row.id, .done, by: street.housing).row.done?.by == "房管")
    }
  }

  @Test func passedOn_reachesOnlyWhomItMay() async throws {
    try await reminded { street, row in
      let elsewhere = try #require(try street.app.index.areas.byID[UInt32(street.street.julu.committee)]?.code)
      let city = try #require(try street.app.index.areas.byID.values.first { $0.level == .city }?.code)
      for code in [elsewhere, city, "nosuch"] {
        #expect(try await refused(street, row.id, .pass, by: street.secretary, area: code) == "unknown_area")
      }
      #expect(try await refused(street, row.id, .pass, by: street.secretary, unit: "无此所") == "unknown_unit")
      for name in ["巨鹿社工", "网格员", "无此人"] {
        #expect(
          try await refused(street, row.id, .pass, by: street.secretary, to: name) == "unknown_caller",
          "\(name)")
      }
      #expect(try await refused(street, row.id, .pass, by: street.secretary) == "bad_field")
      #expect(
        try await refused(street, row.id, .pass, by: street.secretary, unit: "房管所", to: "延中社工")
          == "bad_field")
      #expect(try await refused(street, row.id, .done, by: street.secretary, unit: "房管所") == "bad_field")
      let passed = try await street.act(row.id, .pass, by: street.secretary, to: "延中社工")
      #expect(passed.row.callerName == "延中社工" && passed.row.draft.recipient.area == nil)
    }
  }

  @Test func ledgerOfItsOwnerAlone_remindsTheOwnerAlone() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger(by: street.worker) { $0.seenBy = .owner }
      try await street.schedule(ledger, ScheduleRule(.daily), by: street.worker)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      let row = try #require(try await street.inbox(street.worker).first)
      #expect(row.draft.recipient == ReminderRecipient(caller: street.worker.id))
      #expect(try await street.inbox(street.secretary).isEmpty)
      #expect(try await refused(street, row.id, .pass, by: street.worker, unit: "房管所") == "ledger_private")
      _ = try await street.act(row.id, .pass, by: street.worker, to: "延中书记")
      #expect(try await street.inbox(street.secretary).map(\.id) == [row.id])
    }
  }

  @Test func restrictedQuestion_remindsOnlyThoseWithTheRight() async throws {
    try await ReminderStreet.run { street in
      let tag = try #require(
        try street.app.index.tags.first { $0.isRestricted && $0.subject == .person && !$0.isComputed })
      let admin = street.street.admin
      _ = try await AssignTag.run(
        .init(street.street.ourPerson, tag: tag.code, evidence: "材料"), caller: admin, app: street.app)
      let area = try #require(try street.app.index.areas.byID[UInt32(street.street.yanzhong.committee)]?.code)
      let ledger = try await street.ledger("tag:\(tag.code)", by: admin) { $0.areas = .set([area]) }
      try await street.schedule(ledger, ScheduleRule(.daily), by: admin)
      try street.go(to: "2026-11-22T08:00")
      try await street.tick()
      #expect(try await street.inbox(street.worker).isEmpty)
      #expect(try await street.inbox(street.street.caller(.street)).count == 1)
    }
  }

  /// What SQL finds is what the rule says, for callers and reminders of every kind.
  @Test func lists_areWhatTheSightSees() async throws {
    try await reminded { street, row in
      let recipients = [
        ReminderRecipient(), .init(area: street.grid), .init(area: street.street.julu.committee),
        .init(unit: "房管所"), .init(caller: street.housing.id), .init(caller: street.gridWorker.id),
        .init(area: street.street.street),
      ]
      let places = [nil, street.grid, street.street.yanzhong.committee, street.street.julu.committee]
      let (secret, open) = (
        try await street.ledger(by: street.worker) { $0.seenBy = .owner }, row.draft.ledger
      )
      try await street.app.store.write { writer in
        var number: Int64 = 100
        for recipient in recipients {
          for place in places {
            for ledger in [secret, open] {
              for isRestricted in [false, true] {
                number += 1
                var draft = row.draft
                (draft.ledger, draft.subjectID, draft.place) = (ledger, number, place)
                (draft.recipient, draft.isRestricted) = (recipient, isRestricted)
                _ = try writer.insertReminder(draft, besidesOpen: true)
              }
            }
          }
        }
      }
      let all = try await street.inbox(street.street.admin)
      #expect(all.count == 1 + recipients.count * places.count * 4)
      let areas = try street.app.index.areas
      let department = Caller(
        id: street.housing.id, name: "房管", role: .department, areas: [street.grid], unit: "房管所", origin: "test")
      for caller in [
        street.secretary, street.worker, street.gridWorker, street.neighbour, street.housing, department,
        street.street.caller(.street), street.street.caller(.auditor),
      ] {
        let sight = ReminderAccessPolicy.of(caller, areas)
        let seen = all.filter {
          sight.sees(
            place: $0.draft.place, $0.draft.recipient, isRestricted: $0.draft.isRestricted, isPrivate: $0.isPrivate)
        }
        #expect(try await street.inbox(caller).map(\.id) == seen.map(\.id), "\(caller.name)")
        #expect(!seen.isEmpty && (seen.count < all.count || caller.role.seesAllAreas))
      }
    }
  }
}
