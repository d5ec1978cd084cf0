import FilterLanguage
import Kernel
import Ledgers
import Registry
import Support
import TagIndex
import Testing

@Suite struct MarkRunTests {
  private func mark(
    _ street: LedgerStreet, _ run: RunView, _ values: [JSONValue.Member], on subject: Int64? = nil
  ) async throws -> [RunMark] {
    let item = MarkRun.Item(subject ?? street.street.yanzhong.person, values)
    let outcomes = try await MarkRun.run(run.row.id, [.success(item)], caller: street.worker, app: street.app)
    switch try #require(outcomes.first) {
    case .marked(let marks): return marks
    case .failed(let problem): throw problem
    }
  }

  private func hasTag(_ street: LedgerStreet, _ code: String) async throws -> Bool {
    try await ReadTaggings.current(
      street.street.ourPerson, asOf: street.app.clock.today, caller: street.worker, app: street.app
    ).assigned.contains { $0.tag.code == code }
  }

  @Test func marks_areCarriedToTheNextRun_unlessTheNoteSaysNo() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.worker) { wish in
        wish.notes = .set([
          LedgerNote(name: "told", title: "已告知", kind: .tick),
          LedgerNote(name: "milk", title: "已领奶", kind: .tick, carry: false),
        ])
      }
      let first = try await street.run(ledger, by: street.worker)
      let marks = try await mark(
        street, first, [.init("told", true), .init("milk", true), .init("remark", "住院")])
      #expect(marks.map(\.note) == ["milk", "remark", "told"])
      let second = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      let rows = try await ReadRunRows.run(
        second.row.id, cursor: nil, limit: 5, caller: street.worker, app: street.app)
      #expect(rows.lines.first?.marks.map(\.note) == ["remark", "told"])
      #expect(rows.lines.first?.marks.allSatisfy(\.isCarried) == true)
      #expect(try await mark(street, second, [.init("told", false), .init("remark", .null)]).isEmpty)
      let old = try await ReadRunRows.run(
        first.row.id, cursor: nil, limit: 5, caller: street.worker, app: street.app)
      #expect(old.lines.first?.marks.count == 3)
    }
  }

  @Test func tick_thatWritesATag_putsItOnAndTakesItOff() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.worker) { wish in
        wish.notes = .set([LedgerNote(name: "active", title: "积极分子", kind: .tick, writes: .tag("入党积极分子"))])
      }
      let run = try await street.run(ledger, by: street.worker)
      #expect(try await mark(street, run, [.init("active", true)]).first?.tagging != nil)
      #expect(try await hasTag(street, "DJ003"))
      let again = try await street.run(ledger, by: street.worker)
      _ = try await mark(street, again, [.init("active", false)])
      #expect(try await !hasTag(street, "DJ003"))

      // What somebody had before the tick stays after it.
      _ = try await AssignTag.run(
        .init(street.street.ourPerson, tag: "DJ003"), caller: street.worker, app: street.app)
      #expect(try await mark(street, again, [.init("active", true)]).first?.tagging == nil)
      _ = try await mark(street, again, [.init("active", false)])
      #expect(try await hasTag(street, "DJ003"))
    }
  }

  @Test func tick_thatWritesAVisit_isVisited() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("not last_visited >= today-7d", by: street.worker) { wish in
        wish.notes = .set([LedgerNote(name: "visited", title: "已走访", kind: .tick, writes: .visit("走访"))])
      }
      let run = try await street.run(ledger, by: street.worker)
      #expect(run.total == 1)
      _ = try await mark(street, run, [.init("visited", true)])
      _ = try await mark(street, run, [.init("visited", true)])
      let house = street.street.yanzhong.house
      #expect(
        try await Visits.list(house: house, cursor: nil, limit: 5, caller: street.worker, app: street.app).total
          == 1)
      #expect(try await street.run(ledger, by: street.worker).total == 0)
      #expect(try await mark(street, run, [.init("visited", false)]).isEmpty)
      #expect(try await street.run(ledger, by: street.worker).total == 1)
    }
  }

  @Test func mark_thatCannotBe_saysWhy() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker)
      let run = try await street.run(ledger, by: street.streetWorker)
      func code(_ values: [JSONValue.Member], on subject: Int64? = nil) async throws -> String? {
        try await refusal { _ = try await mark(street, run, values, on: subject) }?.code
      }
      #expect(try await code([.init("nosuch", true)]) == "unknown_note")
      #expect(try await code([.init("remark", true)]) == "bad_field")
      #expect(try await code([.init("remark", "好")], on: street.street.julu.person) == "not_found")
      #expect(try await code([.init("remark", "好")], on: 4_000_000) == "not_found")
    }
  }
}
