import Accounts
import FilterLanguage
import Foundation
import Imports
import Kernel
import Ledgers
import Platform
import Registry
import Reminders
import Support
import Testing

/// A tag that does not exist for somebody stands in nothing that they are shown.
struct HiddenTagsTests {
  /// 社区矫正对象, of the reference catalogue.
  private static let (code, name, alias) = ("SF001", "社区矫正对象", "社矫对象")

  private func isClean(_ text: String) -> Bool { [Self.code, Self.name, Self.alias].allSatisfy { !text.contains($0) } }

  @Test func noteThatWritesARestrictedTag_isNotThere() async throws {
    try await LedgerStreet.run { street in
      let boss = street.streetWorker
      let ledger = try await street.ledger("age >= 80", by: boss) { wish in
        wish.notes = .set([
          LedgerNote(name: "seen", title: "已核实", kind: .tick),
          LedgerNote(name: "listed", title: "列管", kind: .tick, writes: .tag(Self.name)),
        ])
      }
      let run = try await street.run(ledger, by: boss).row.id
      let person = street.street.yanzhong.person
      let marked = try await MarkRun.run(
        run, [.success(MarkRun.Item(person, [.init("listed", .bool(true)), .init("seen", .bool(true))]))], caller: boss,
        app: street.app)
      guard case .marked(let marks)? = marked.first else { throw BrokenStreet() }
      #expect(marks.count == 2)
      let secretary = street.street.secretary
      let view = try await GetLedger.run(ledger, caller: secretary, app: street.app)
      #expect(view.row.draft.notes.map(\.name) == ["seen", "remark"])
      let page = try await ReadRunRows.run(run, cursor: nil, limit: 50, caller: secretary, app: street.app)
      #expect(page.view.row.draft.notes.map(\.name) == ["seen", "remark"])
      #expect(page.lines.flatMap(\.marks).map(\.note) == ["seen"])
      let rows = try await RunRowReader.open(run, format: "json", reveal: nil, caller: secretary, app: street.app)
      var exported: [RunMark] = []
      while let lines = try await rows.next() { exported += lines.flatMap(\.marks) }
      #expect(exported.map(\.note) == ["seen"])
      let refused = try await MarkRun.run(
        run, [.success(MarkRun.Item(person, [.init("listed", .bool(false))]))], caller: secretary, app: street.app
      )
      guard case .failed(let problem)? = refused.first else { throw BrokenStreet() }
      #expect(problem.code == "unknown_note" && !problem.notes.flatMap(\.suggestions).contains("listed"))
      // A run that the secretary makes still has the column for those who may know of it.
      let again = try await street.run(ledger, by: secretary).row.id
      let seen = try await GetRun.run(again, caller: boss, app: street.app)
      #expect(seen.row.draft.notes.map(\.name).contains("listed"))
    }
  }

  @Test func patch_byWhoDoesNotKnowTheNote_leavesIt() async throws {
    try await LedgerStreet.run { street in
      let code = try #require(street.app.tree?.byID[UInt32(street.street.yanzhong.committee)]?.code)
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker) { wish in
        wish.areas = .set([code])
        wish.notes = .set([LedgerNote(name: "listed", title: "列管", kind: .tick, writes: .tag(Self.name))])
      }
      var wish = LedgerInput()
      wish.notes = .set([LedgerNote(name: "seen", title: "已核实", kind: .tick)])
      _ = try await ChangeLedger.run(
        ledger, wish, version: nil, caller: street.street.secretary, app: street.app)
      let view = try await GetLedger.run(ledger, caller: street.streetWorker, app: street.app)
      #expect(view.row.draft.notes.map(\.name) == ["seen", "remark", "listed"])
    }
  }

  @Test func importRows_areShownWithoutTheWords() async throws {
    try await StreetFixture.run { street in
      let lines = "姓名,地址,备注\n周甲,南昌路1号201室,\(Self.alias)；独居老人\n"
      let request = StartImport.Request(subject: .people, file: Data(lines.utf8), fileName: "名册.csv")
      let id = try await StartImport.run(request, caller: street.secretary, app: street.app)
      try await RunImport.run(id, app: street.app)
      for caller in [street.secretary, street.caller(.integration, at: street.yanzhong.committee)] {
        let rows = try await ListImportRows.run(id, caller: caller, app: street.app).rows
        let text = rows.map { "\($0.values) \($0.reasons)" }.joined()
        #expect(rows.count == 1 && isClean(text) && text.contains("独居老人"))
      }
      let open = try await ListImportRows.run(id, caller: street.caller(.street), app: street.app).rows
      #expect(open.first?.values["remark"]?.contains(Self.alias) == true)
    }
  }

  @Test func auditLog_isReadWithoutTheWords() async throws {
    try await StreetFixture.run { street in
      var patch = TagPatch()
      patch.aliases = .set(["社矫", "矫正"])
      _ = try await ChangeTag.run(Self.code, patch, version: nil, caller: street.admin, app: street.app)
      _ = try await AssignTag.run(
        .init(street.ourPerson, tag: Self.name), caller: street.admin, app: street.app)
      func text(_ caller: Caller) async throws -> String {
        try await ReadAudit.run(in: street.app, by: caller).items.map { "\($0)" }.joined()
      }
      #expect(try await text(street.admin).contains("社矫"))
      let seen = try await text(street.caller(.auditor))
      #expect(isClean(seen) && !seen.contains("社矫") && !seen.contains("矫正"))
    }
  }

  @Test func templates_nameNoHiddenTag() async throws {
    try await StreetFixture.run { street in
      for template in try ListTemplates.run(caller: street.secretary, app: street.app) {
        #expect(isClean("\(template)"))
      }
    }
  }

  @Test func restrictedReminder_goesOnlyToWhoMaySeeIt() async throws {
    try await ReminderStreet.run { street in
      let ledger = try await street.ledger()
      let run = try await street.ledgers.run(ledger, by: street.secretary).row.id
      let committee = street.street.yanzhong.committee
      let code = try #require(street.app.tree?.byID[UInt32(committee)]?.code)
      let draft = ReminderDraft(
        ledger: ledger, run: run, subject: "people", subjectID: street.street.yanzhong.person,
        occurrence: TestClock.start.day, due: nil, title: "王某", text: "王某", isRestricted: true, place: committee,
        recipient: ReminderRecipient(area: committee))
      let made = try await street.app.store.write { try $0.insertReminder(draft, besidesOpen: false) }
      let id = try #require(made)
      let boss = street.street.caller(.street)
      for (unit, area) in [("房管所", nil), (nil, code)] as [(String?, String?)] {
        let problem = try await refusal { _ = try await street.act(id, .pass, by: boss, area: area, unit: unit) }
        #expect(problem?.code == "nobody_sees")
      }
      let held = try await ReadReminders.one(id, caller: boss, app: street.app)
      #expect(held.state == .new)
    }
  }
}
