import FilterLanguage
import Kernel
import Ledgers
import Registry
import Support
import TagIndex
import Testing

@Suite struct BrokenQuestionTests {
  private func retire(_ street: LedgerStreet, _ code: String, _ isRetired: Bool = true) async throws {
    var patch = TagPatch()
    patch.isRetired = .set(isRetired)
    _ = try await ChangeTag.run(code, patch, version: nil, caller: street.street.admin, app: street.app)
  }

  @Test func retiredTag_leavesLedgerAndRuns_andSaysHowToMend() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      _ = try await AssignTag.run(.init(street.street.ourPerson, tag: "DJ003"), caller: street.worker, app: app)
      let ledger = try await street.ledger("tag:DJ003", by: street.worker)
      let run = try await street.run(ledger, by: street.worker)
      let explained = run.explanation
      try await retire(street, "DJ003")

      for caller in [street.worker, street.streetWorker, street.street.admin] {
        let view = try await GetLedger.run(ledger, caller: caller, app: app)
        #expect(view.fault?.code == "unknown_tag" && view.fault?.remedy.contains("标签") == true)
        #expect(view.explanation == explained)
        let list = try await ListLedgers.run(
          before: nil, limit: 9, withRetired: false, caller: caller, app: app)
        #expect(list.items.map(\.row.id) == [ledger])
        #expect(try await street.rows(run.row.id, by: caller).count == 1)
        #expect(try await GetRun.run(run.row.id, caller: caller, app: app).explanation == explained)
      }
      let other = Caller(
        id: 99, name: "巨鹿社工", role: .worker, areas: [street.street.julu.committee], origin: "test")
      let hidden = try await refusal { _ = try await GetLedger.run(ledger, caller: other, app: app) }
      #expect(hidden?.code == "not_found")
      let broken = try await refusal { _ = try await street.run(ledger, by: street.worker) }
      #expect(broken?.code == "question_broken")

      // Its name can be changed as it is; another question mends it.
      var wish = LedgerInput()
      wish.name = .set("改了名")
      let renamed = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
      #expect(renamed.row.draft.name == "改了名" && renamed.fault != nil)
      wish.source = .filter("age >= 80")
      let mended = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
      #expect(mended.fault == nil)
      #expect(try await street.run(ledger, by: street.worker).total == 1)
      // Who was there by the old question and is there by the new one has not left; the comparison holds.
      let diff = try await DiffRuns.run(
        street.run(ledger, by: street.worker).row.id, against: run.row.id, limit: 9, caller: street.worker,
        app: app)
      #expect(diff.left.total == 0 && diff.added.total == 0)

      try await retire(street, "DJ003", false)
      #expect(try await GetRun.run(run.row.id, caller: street.worker, app: app).fault == nil)
    }
  }

  @Test func renamedCommittee_isFollowedByTheQuestion() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let ledger = try await street.ledger("committee = 延中 and age >= 80", by: street.streetWorker)
      let run = try await street.run(ledger, by: street.streetWorker)
      let code = try #require(app.index.areas.byID[UInt32(street.street.yanzhong.committee)]?.code)
      _ = try await RenameArea.run(
        code, name: "延安居委会", version: nil, caller: street.streetWorker, app: app)
      let view = try await GetLedger.run(ledger, caller: street.streetWorker, app: app)
      #expect(view.fault == nil && view.question == "committee = 延安 and age >= 80")
      #expect(view.explanation.contains("延安"))
      #expect(try await street.run(ledger, by: street.streetWorker).total == 1)
      #expect(try await street.rows(run.row.id, by: street.streetWorker).count == 1)
      #expect(try await street.rows(run.row.id, by: street.worker).count == 1)
      // Of a committee that is not theirs nobody learns that something is asked.
      let other = street.street.caller(.secretary, at: street.street.julu.committee)
      for hidden in [
        try await refusal { _ = try await GetLedger.run(ledger, caller: other, app: app) },
        try await refusal { _ = try await GetRun.run(run.row.id, caller: other, app: app) },
      ] { #expect(hidden?.code == "not_found") }
    }
  }

  /// As ledgers stood before areas were kept by code.
  @Test func areaByName_thatIsNoMore_isAFault() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker)
      let run = try await street.run(ledger, by: street.streetWorker)
      var draft = try await GetLedger.run(ledger, caller: street.streetWorker, app: app).row.draft
      draft.question = "committee = 旧名"
      _ = try await app.store.write { [draft] in try $0.updateLedger(ledger, draft, version: nil) }
      for caller in [street.streetWorker, street.worker, street.street.admin] {
        #expect(try await GetLedger.run(ledger, caller: caller, app: app).fault?.code == "unknown_area")
        #expect(try await !street.rows(run.row.id, by: caller).isEmpty)
      }
    }
  }

  @Test func anotherSubject_isRefused_andAHeldOneCanBeMended() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let ledger = try await street.ledger("age >= 80", by: street.worker)
      _ = try await street.run(ledger, by: street.worker)
      for source in [LedgerSource.filter("use = let"), .sentence("出租房"), .template("vacant")] {
        var wish = LedgerInput()
        (wish.source, wish.subject) = (source, .houses)
        let refused = try await refusal { [wish] in
          _ = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
        }
        #expect(refused?.code == "subject_fixed")
      }
      var draft = try await GetLedger.run(ledger, caller: street.worker, app: app).row.draft
      draft.question = "use = let"
      _ = try await app.store.write { [draft] in try $0.updateLedger(ledger, draft, version: nil) }
      #expect(try await GetLedger.run(ledger, caller: street.worker, app: app).fault != nil)
      var wish = LedgerInput()
      wish.source = .filter("age >= 70")
      let mended = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
      #expect(mended.fault == nil && mended.question == "age >= 70")
    }
  }
}
