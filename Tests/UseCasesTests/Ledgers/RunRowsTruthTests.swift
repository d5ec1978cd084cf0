import FilterLanguage
import Kernel
import Ledgers
import Platform
import Questions
import Registry
import Support
import TagIndex
import Testing
import WorkOrders

/// A run has exactly the rows of its list.
@Suite struct RunRowsTruthTests {
  private func list(_ question: String, _ subject: Subject, by caller: Caller, _ app: AppContext) async throws -> Int? {
    try await Search.run(
      .init(SearchQuestion(subject, where: .text(question))), caller: caller, app: app
    ).total
  }

  @Test func limitOfASentence_isKeptInLedgerAndRun() async throws {
    try await LedgerStreet.run { street in
      for index in 1...6 {
        try await street.settle("老人\(index)", born: "193\(index)-01-01", in: street.street.yanzhong)
      }
      let sentence = "年龄最大的前3位老人"
      var wish = LedgerInput()
      wish.source = .sentence(sentence)
      let ask = try await Ask.run(sentence, asOf: nil, limit: nil, caller: street.worker, app: street.app)
      let view = try await AddLedger.run(wish, caller: street.worker, app: street.app)
      #expect(view.row.draft.limit == 3 && view.row.draft.sort == ask.reading.sort)
      #expect(view.explanation.hasSuffix("取前 3 条"))
      let once = try await RunOnce.run(wish, caller: street.worker, app: street.app)
      for run in [try await street.run(view.row.id, by: street.worker), once] {
        #expect(run.total == 3)
        let rows = try await ReadRunRows.run(
          run.row.id, cursor: nil, limit: 9, caller: street.worker, app: street.app)
        #expect(
          rows.lines.map(\.id)
            == ask.page.items.compactMap { item in
              try? JSONReader.read(item)["id"].flatMap { if case .number(let id) = $0 { Int64(id) } else { nil } }
            })
      }
      // Grouped, it is the same three.
      var change = LedgerInput()
      change.groupBy = .set(["sex"])
      _ = try await ChangeLedger.run(
        view.row.id, change, version: nil, caller: street.worker, app: street.app)
      #expect(try await street.run(view.row.id, by: street.worker).total == 3)
      change.limit = .set(nil)
      _ = try await ChangeLedger.run(
        view.row.id, change, version: nil, caller: street.worker, app: street.app)
      #expect(try await street.run(view.row.id, by: street.worker).total == 7)
    }
  }

  @Test func ordersWithoutAHouse_areInTheRun_forWhoeverHasThemInTheList() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let areas = [street.street.street, street.street.yanzhong.committee, street.street.julu.committee]
      for (index, area) in areas.enumerated() {
        var draft = WorkOrderDraft(
          source: "12345", externalID: "N\(index)", kind: .complaint, title: "来电", text: "路上有人占道摆摊")
        draft.area = area
        _ = try await PushWorkOrder.run(draft, caller: street.streetWorker, app: app)
      }
      var housed = WorkOrderDraft(source: "12345", externalID: "H", kind: .complaint, title: "来电", text: "楼道堆物")
      housed.address = "南昌路1号201室"
      _ = try await PushWorkOrder.run(housed, caller: street.streetWorker, app: app)
      let julu = street.street.caller(.worker, at: street.street.julu.committee)
      let ledger = try await street.ledger("", by: street.streetWorker) { wish in wish.subject = .workOrders }
      let run = try await street.run(ledger, by: street.streetWorker)
      for caller in [street.streetWorker, street.worker, julu, street.street.admin] {
        let total = try await list("", .workOrders, by: caller, app)
        #expect(try await GetRun.run(run.row.id, caller: caller, app: app).total == total)
        #expect(try await street.rows(run.row.id, by: caller).count == total)
      }
      #expect(try await street.run(ledger, by: street.worker).total == 2)
      // A row without a place has not moved away when it leaves.
      var change = LedgerInput()
      change.source = .filter("source = 巡检")
      _ = try await ChangeLedger.run(ledger, change, version: nil, caller: street.streetWorker, app: app)
      let next = try await street.run(ledger, by: street.streetWorker)
      let diff = try await DiffRuns.run(
        next.row.id, against: nil, limit: 9, caller: street.streetWorker, app: app)
      #expect(diff.left.total == 4 && diff.left.items.allSatisfy { $0.why.map(\.code) == ["question_changed"] })
    }
  }

  @Test func secretaryOfTwo_getsTheRowsOfBoth() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let (one, two) = (street.street.yanzhong.committee, street.street.julu.committee)
      let both = Caller(id: nil, name: "两处书记", role: .secretary, areas: [two, one], origin: "test")
      let ledger = try await street.ledger("age >= 80", by: both)
      let view = try await GetLedger.run(ledger, caller: both, app: app)
      #expect(view.areas?.count == 2)
      let run = try await street.run(ledger, by: both)
      #expect(run.total == 2)
      #expect(try await list("age >= 80", .people, by: both, app) == 2)
      // Each committee has its part of it, and may make its own; the whole is the secretary's to change.
      #expect(try await street.rows(run.row.id, by: street.worker).count == 1)
      #expect(try await street.run(ledger, by: street.worker).total == 1)
      var wish = LedgerInput()
      wish.about = .set("试")
      let refused = try await refusal { [wish] in
        _ = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
      }
      #expect(refused?.code == "not_owner")
    }
  }
}
