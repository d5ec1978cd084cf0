import FilterLanguage
import Kernel
import Ledgers
import Registry
import Support
import TagIndex
import Testing

@Suite struct LedgerTests {
  @Test func add_fromEachSource_keepsRelativeDays() async throws {
    try await LedgerStreet.run { street in
      let filter = "turns(90) in next-month"
      let asked = try ExplainFilter.run(
        SearchQuestion(.people, where: .text(filter)), caller: street.worker, app: street.app)
      for (source, subject) in [
        (LedgerSource.filter(filter), Subject.people), (.json(asked.json), .people), (.sentence("下个月年满90周岁的老人"), nil),
      ] as [(LedgerSource, Subject?)] {
        let view = try await AddLedger.run(
          street.wish(source, subject), caller: street.worker, app: street.app)
        #expect(view.question == filter)
        #expect(view.row.draft.question == filter)
      }
    }
  }

  @Test func add_fromTemplate_hasItsShape() async throws {
    try await LedgerStreet.run { street in
      var wish = LedgerInput()
      wish.source = .template("milk_90")
      let view = try await AddLedger.run(wish, caller: street.worker, app: street.app)
      #expect(view.row.draft.name == "90周岁及以上老人牛奶发放名册")
      #expect(view.row.draft.template == "milk_90")
      #expect(view.question == "age >= 90")
      #expect(view.row.draft.groupBy == ["committee"])
      #expect(view.row.draft.notes.map(\.name) == ["received", "signed", "remark"])
      // The milk of each month is ticked anew; whoever signs for somebody goes on doing so.
      #expect(view.row.draft.notes.map(\.carry) == [false, true, true])
      wish.source = .template("milk_99")
      let refused = try await refusal {
        _ = try await AddLedger.run(wish, caller: street.worker, app: street.app)
      }
      #expect(refused?.code == "unknown_template")
      #expect(refused?.notes.first?.suggestions.contains("milk_90") == true)
    }
  }

  @Test func templates_allMakeALedgerThatRuns() async throws {
    try await LedgerStreet.run { street in
      for template in try ListTemplates.run(caller: street.worker, app: street.app) {
        var wish = LedgerInput()
        wish.source = .template(template.code)
        let view = try await AddLedger.run(wish, caller: street.streetWorker, app: street.app)
        let run = try await street.run(view.row.id, by: street.streetWorker)
        #expect(run.row.state == .done, "\(template.code)")
      }
    }
  }

  @Test func add_withWhatIsNotThere_saysWhere() async throws {
    try await LedgerStreet.run { street in
      let cases: [(change: (inout LedgerInput) -> Void, code: String, pointer: String?)] = [
        ({ $0.columns = .set([.init("name"), .init("aeg")]) }, "unknown_column", "/columns/1"),
        ({ $0.columns = .set([.init("tags(没有的条线)")]) }, "unknown_column", "/columns/0"),
        ({ $0.columns = .set([.init("days_until(name)")]) }, "unknown_column", "/columns/0"),
        ({ $0.groupBy = .set(["name"]) }, "bad_group", "/group_by"),
        ({ $0.source = nil }, "source_missing", "/where"),
        ({ $0.subject = nil }, "subject_missing", "/subject"),
        ({ $0.sort = .set("nosuch") }, "bad_sort", nil),
        ({ $0.areas = .set(["310101"]) }, "unknown_area", "/area"),
        ({ $0.notes = .set([LedgerNote(name: "name", title: "x", kind: .tick)]) }, "bad_field", "/notes/0/name"),
      ]
      for (change, code, pointer) in cases {
        var wish = street.wish(.filter("age >= 90"))
        change(&wish)
        let problem = try await refusal { [wish] in
          _ = try await AddLedger.run(wish, caller: street.worker, app: street.app)
        }
        #expect(problem?.code == code)
        if let pointer { #expect(problem?.notes.first?.place == .pointer(pointer)) }
      }
    }
  }

  @Test func ledger_existsForItsArea_andItsOwner() async throws {
    try await LedgerStreet.run { street in
      let open = try await street.ledger("age >= 80", by: street.worker)
      let own = try await street.ledger("age >= 80", by: street.worker) { $0.seenBy = .owner }
      let other = street.street.caller(.secretary, at: street.street.julu.committee)
      func sees(_ caller: Caller) async throws -> [Int64] {
        try await ListLedgers.run(
          before: nil, limit: 50, withRetired: false, caller: caller, app: street.app
        ).items.map(\.row.id)
      }
      #expect(try await sees(street.worker) == [own, open])
      #expect(try await sees(street.streetWorker) == [open])
      #expect(try await sees(other).isEmpty)
      let reader = street.street.caller(.department)
      let refused = try await refusal { _ = try await street.run(open, by: reader) }
      #expect(refused?.code == "missing_right")

      let colleague = street.street.secretary
      var wish = LedgerInput()
      wish.about = .set("新说明")
      let changed = try await ChangeLedger.run(open, wish, version: 1, caller: colleague, app: street.app)
      #expect(changed.row.version == 2)
      let same = try await GetLedger.run(own, caller: street.worker, app: street.app)
      #expect(changed.row.draft.columns == same.row.draft.columns)
      try await RetireLedger.run(open, version: 2, caller: street.worker, app: street.app)
      #expect(try await sees(street.streetWorker).isEmpty)
    }
  }

  @Test func ledger_ofARestrictedTag_isNotThereWithoutTheRight() async throws {
    try await LedgerStreet.run { street in
      let tags = try street.app.index.tags
      let tag = try #require(
        tags.first { $0.isRestricted && $0.subject == .person && !$0.isComputed })
      let ledger = try await street.ledger("tag:\(tag.code)", by: street.streetWorker)
      let run = try await street.run(ledger, by: street.streetWorker)
      for hidden in [
        try await refusal { _ = try await GetLedger.run(ledger, caller: street.worker, app: street.app) },
        try await refusal { _ = try await GetRun.run(run.row.id, caller: street.worker, app: street.app) },
      ] { #expect(hidden?.code == "not_found") }
      _ = try await AssignTag.run(
        .init(street.street.ourPerson, tag: tag.code), caller: street.streetWorker, app: street.app)
      let other = try await street.ledger("age >= 80", by: street.streetWorker) { $0.columns = .set([.init("tags")]) }
      let rows = try await street.rows(street.run(other, by: street.streetWorker).row.id, by: street.streetWorker)
      #expect(!rows.isEmpty && rows.allSatisfy { !$0.contains(tag.name) })
    }
  }
}
