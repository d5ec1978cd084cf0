import FilterLanguage
import Kernel
import Ledgers
import Registry
import Support
import TagIndex
import Testing

/// Ticks come along by as-of day; taking one away takes back what it wrote, and nothing else.
@Suite struct TickTests {
  private func mark(
    _ street: LedgerStreet, _ run: RunView, _ name: String, _ value: JSONValue
  ) async throws {
    let item = MarkRun.Item(street.street.yanzhong.person, [.init(name, value)])
    let outcomes = try await MarkRun.run(run.row.id, [.success(item)], caller: street.worker, app: street.app)
    if case .failed(let problem)? = outcomes.first { throw problem }
  }

  private func marks(_ street: LedgerStreet, _ run: RunView) async throws -> [RunMark] {
    try await ReadRunRows.run(
      run.row.id, cursor: nil, limit: 9, caller: street.worker, app: street.app
    ).lines.first?.marks ?? []
  }

  private func ledger(_ street: LedgerStreet, _ notes: [LedgerNote]) async throws -> Int64 {
    try await street.ledger("age >= 80", by: street.worker) { $0.notes = .set(notes) }
  }

  private func visits(_ street: LedgerStreet) async throws -> Int {
    try await Visits.list(
      house: street.street.yanzhong.house, cursor: nil, limit: 9, caller: street.worker, app: street.app
    ).total
  }

  private let told = LedgerNote(name: "told", title: "已告知", kind: .tick)

  @Test func ticks_goByTheDay_whateverTheOrderOfMakingAndTicking() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await ledger(street, [told])
      let third = try await street.run(ledger, by: street.worker, asOf: "2026-11-23")
      let first = try await street.run(ledger, by: street.worker, asOf: "2026-11-21")
      #expect(
        try await GetRun.run(third.row.id, caller: street.worker, app: street.app).row.previous == first.row.id)
      try await mark(street, first, "told", true)
      let second = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      let past = try await street.run(ledger, by: street.worker, asOf: "2026-01-01")
      let fourth = try await street.run(ledger, by: street.worker, asOf: "2026-11-24")
      for run in [second, third, fourth] {
        #expect(try await marks(street, run).map(\.note) == ["told"])
        #expect(try await marks(street, run).allSatisfy(\.isCarried))
      }
      #expect(try await marks(street, past).isEmpty)
      // What is taken away on a day is away from then on, and stays where it was before.
      try await mark(street, second, "told", false)
      #expect(try await marks(street, first).count == 1)
      for run in [second, third, fourth] { #expect(try await marks(street, run).isEmpty) }
      try await mark(street, third, "told", true)
      #expect(try await marks(street, second).isEmpty)
      #expect(try await marks(street, fourth).count == 1)
    }
  }

  @Test func sameDayTwice_hasAllThatWasTicked() async throws {
    try await LedgerStreet.run { street in
      let milk = LedgerNote(name: "milk", title: "已领奶", kind: .tick, carry: false)
      let ledger = try await ledger(street, [told, milk])
      let first = try await street.run(ledger, by: street.worker)
      try await mark(street, first, "milk", true)
      let again = try await street.run(ledger, by: street.worker)
      #expect(try await marks(street, again).map(\.note) == ["milk"])
      // Who still has the first list before them ticks for both.
      try await mark(street, first, "told", true)
      #expect(try await marks(street, again).map(\.note) == ["milk", "told"])
      let tomorrow = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      #expect(try await marks(street, tomorrow).map(\.note) == ["told"])
    }
  }

  @Test func runOfAnotherArea_hasTheTicksOfTheLedger() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.streetWorker) { $0.notes = .set([told]) }
      let own = try await street.run(ledger, by: street.worker)
      try await mark(street, own, "told", true)
      let whole = try await street.run(ledger, by: street.streetWorker, asOf: "2026-11-22")
      #expect(try await marks(street, whole).map(\.note) == ["told"])
    }
  }

  @Test func untick_ofACarriedTick_leavesTheOldVisit() async throws {
    try await LedgerStreet.run { street in
      let note = LedgerNote(name: "visited", title: "已走访", kind: .tick, carry: true, writes: .visit("走访"))
      let ledger = try await ledger(street, [note])
      let first = try await street.run(ledger, by: street.worker)
      try await mark(street, first, "visited", true)
      street.street.clock.advance(seconds: 86_400)
      let second = try await street.run(ledger, by: street.worker)
      try await mark(street, second, "visited", false)
      #expect(try await visits(street) == 1)
      #expect(try await marks(street, first).count == 1)
      // A tick of its own is a visit of its own, and goes alone.
      try await mark(street, second, "visited", true)
      #expect(try await visits(street) == 2)
      try await mark(street, second, "visited", false)
      #expect(try await visits(street) == 1)
      #expect(try await marks(street, second).isEmpty)
      try await mark(street, first, "visited", false)
      #expect(try await visits(street) == 0)
    }
  }

  @Test func untick_ofSomebodyWhoHasMoved_takesTheVisitBack() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let note = LedgerNote(name: "visited", title: "已走访", kind: .tick, writes: .visit("走访"))
      let ledger = try await ledger(street, [note])
      let run = try await street.run(ledger, by: street.worker)
      try await mark(street, run, "visited", true)
      let links = try await app.store.read { try $0.occupancies(ofPerson: street.street.yanzhong.person) }
      try await Occupancies.end(
        links[0].id, until: Day("2026-11-21"), version: nil, caller: street.street.admin, app: app)
      // Ticked already is well, wherever they live now; a new visit has nowhere to be.
      try await mark(street, run, "visited", true)
      try await mark(street, run, "visited", false)
      #expect(try await visits(street) == 0)
      let nowhere = try await refusal { try await mark(street, run, "visited", true) }
      #expect(nowhere?.code == "no_house")
    }
  }

  @Test func tagEndedElsewhere_isTickedNoMore_inLaterRuns() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let note = LedgerNote(name: "active", title: "积极分子", kind: .tick, writes: .tag("DJ003"))
      let ledger = try await ledger(street, [note])
      let first = try await street.run(ledger, by: street.worker)
      try await mark(street, first, "active", true)
      let second = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      #expect(try await marks(street, second).count == 1)
      try await EndTag.run(street.street.ourPerson, tag: "DJ003", caller: street.worker, app: app)
      #expect(try await marks(street, second).isEmpty)
      #expect(try await marks(street, first).map(\.isEnded) == [true])
      // Ticking again puts it on again, and taking that away ends what it has put on.
      try await mark(street, first, "active", true)
      #expect(try await marks(street, first).map(\.isEnded) == [false])
      try await mark(street, first, "active", false)
      let held = try await app.store.read { try $0.taggings(of: street.street.ourPerson) }
      #expect(held.allSatisfy { $0.until != nil })
    }
  }

  @Test func untick_afterTheLedgerHasChanged_endsWhatTheTickWrote() async throws {
    try await LedgerStreet.run { street in
      let app = street.app
      let note = LedgerNote(name: "active", title: "积极分子", kind: .tick, writes: .tag("DJ003"))
      let ledger = try await ledger(street, [note])
      let first = try await street.run(ledger, by: street.worker)
      try await mark(street, first, "active", true)
      var wish = LedgerInput()
      wish.notes = .set([LedgerNote(name: "active", title: "改了", kind: .tick), told])
      _ = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.worker, app: app)
      let second = try await street.run(ledger, by: street.worker, asOf: "2026-11-22")
      #expect(try await marks(street, second).map(\.note) == ["active"])
      // Even with the tag out of use.
      var patch = TagPatch()
      patch.isRetired = .set(true)
      _ = try await ChangeTag.run("DJ003", patch, version: nil, caller: street.street.admin, app: app)
      try await mark(street, second, "active", false)
      let held = try await app.store.read { try $0.taggings(of: street.street.ourPerson) }
      #expect(held.count == 1 && held[0].until == Day("2026-11-21"))
    }
  }
}
