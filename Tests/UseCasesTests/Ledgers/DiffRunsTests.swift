import FilterLanguage
import Kernel
import Ledgers
import Registry
import Support
import Testing

@Suite struct DiffRunsTests {
  /// Whoever compares holds a reader of the database: two lists of a whole city are refused, as a question would be.
  @Test func diff_overItsBudget_isRefused() async throws {
    try await LedgerStreet.run { street in
      _ = try await street.settle("在册者", born: "1930-01-01", in: street.street.yanzhong)
      let ledger = try await street.ledger("age >= 80", by: street.worker)
      _ = try await street.run(ledger, by: street.worker)
      let run = try await street.run(ledger, by: street.worker)
      let none = WorkBudget.Limits(steps: 0, processor: .seconds(60), elapsed: .seconds(60))
      for (limits, code) in [(none, "too_costly"), (DiffRuns.bound, nil)] {
        let problem = try await refusal {
          _ = try await DiffRuns.run(
            run.row.id, against: nil, limit: 50, caller: street.worker, app: street.app, limits: limits)
        }
        #expect(problem?.code == code)
      }
    }
  }

  @Test func diff_saysWhoCameAndWhyOthersLeft() async throws {
    try await LedgerStreet.run { street in
      let (app, home) = (street.app, street.street.yanzhong)
      let died = try await street.settle("离开者", born: "1930-01-01", in: home)
      let moved = try await street.settle("搬走者", born: "1930-01-02", in: home)
      let untagged = try await street.settle("去标签", born: "1930-01-03", in: home)
      let younger = try await street.settle("改生日", born: "1930-01-04", in: home)
      let stays = try await street.settle("留下者", born: "1930-01-05", in: home)
      for person in [died, moved, untagged, younger, stays] {
        _ = try await AssignTag.run(
          .init(TagTarget(.person, person), tag: "DJ003"), caller: street.worker, app: app)
      }
      let ledger = try await street.ledger("tag:DJ003 and age >= 80", by: street.worker)
      let first = try await street.run(ledger, by: street.worker)
      #expect(first.total == 5)

      let admin = street.street.admin
      func patch(_ person: Int64, _ change: (inout PersonPatch) -> Void) async throws {
        var patch = PersonPatch()
        change(&patch)
        try await ChangePerson.run(person, patch, version: nil, caller: admin, app: app)
      }
      try await patch(died) { $0.death = .set(Day("2026-11-20")) }
      let links = try await app.store.read { try $0.occupancies(ofPerson: moved) }
      try await Occupancies.end(links[0].id, until: Day("2026-11-20"), version: nil, caller: admin, app: app)
      _ = try await Occupancies.add(
        OccupancyDraft(
          house: street.street.julu.house, subject: .person(moved), role: "tenant", since: Day("2026-11-20"),
          source: "manual"), caller: admin, app: app)
      try await EndTag.run(TagTarget(.person, untagged), tag: "DJ003", caller: street.worker, app: app)
      try await patch(younger) { $0.birth = .set(Day("1990-01-04")) }
      try await patch(stays) { $0.hukou = .set("外省市") }
      let comes = try await street.settle("新来者", born: "1930-01-06", in: home)
      _ = try await AssignTag.run(
        .init(TagTarget(.person, comes), tag: "DJ003"), caller: street.worker, app: app)

      let second = try await street.run(ledger, by: street.worker)
      let diff = try await DiffRuns.run(
        second.row.id, against: nil, limit: 50, caller: street.worker, app: app)
      #expect(diff.against.row.id == first.row.id)
      #expect(diff.added.total == 1 && diff.added.items.map(\.id) == [comes])
      #expect(diff.left.total == 4)
      let why = Dictionary(
        diff.left.items.map { ($0.line.id, $0.why.map(\.code)) }, uniquingKeysWith: { first, _ in first })
      #expect(
        why == [
          died: ["died"], moved: ["moved_away"], untagged: ["tag_ended"], younger: ["no_longer_matches"],
        ])
      #expect(diff.left.items.first { $0.line.id == younger }?.why.first?.condition == "age >= 80")
      #expect(diff.changed.total == 0)

      // Of the other committee nothing is told; the street sees one more change of place.
      let other = street.street.caller(.worker, at: street.street.julu.committee)
      let hidden = try await refusal {
        _ = try await DiffRuns.run(second.row.id, against: nil, limit: 50, caller: other, app: app)
      }
      #expect(hidden?.code == "not_found")
    }
  }

  @Test func diff_namesTheFieldsThatChanged() async throws {
    try await LedgerStreet.run { street in
      let ledger = try await street.ledger("age >= 80", by: street.worker) { wish in
        wish.columns = .set([.init("name"), .init("age"), .init("hukou")])
      }
      let none = try await refusal {
        let run = try await street.run(ledger, by: street.worker)
        _ = try await DiffRuns.run(run.row.id, against: nil, limit: 1, caller: street.worker, app: street.app)
      }
      #expect(none?.code == "no_run_before")
      var patch = PersonPatch()
      patch.hukou = .set("本市")
      try await ChangePerson.run(
        street.street.yanzhong.person, patch, version: nil, caller: street.worker, app: street.app)
      // A year later: older, and nobody counts that as a change.
      let run = try await street.run(ledger, by: street.worker, asOf: "2027-12-31")
      let diff = try await DiffRuns.run(
        run.row.id, against: nil, limit: 50, caller: street.worker, app: street.app)
      #expect(diff.added.total == 0 && diff.left.total == 0)
      #expect(diff.changed.items.flatMap { $0.fields.map(\.column.name) } == ["hukou"])
      #expect(diff.changed.items.first?.fields.first?.after == .text("本市"))
    }
  }
}
