import FilterLanguage
import Kernel
import Ledgers
import Merges
import Registry
import Support
import TagIndex
import Testing

/// A reason names what has changed for the row, and nothing that had nothing to do with it.
@Suite struct LeavingReasonTests {
  private func reasons(
    _ street: LedgerStreet, _ question: String, then change: () async throws -> Void, ask next: String? = nil,
    limit: Int? = nil
  ) async throws -> [LeavingReason] {
    let ledger = try await street.ledger(question, by: street.streetWorker) { wish in
      wish.limit = .set(limit)
      wish.sort = .set("birth_date")
    }
    let first = try await street.run(ledger, by: street.streetWorker)
    try await change()
    if let next {
      var wish = LedgerInput()
      wish.source = .filter(next)
      _ = try await ChangeLedger.run(ledger, wish, version: nil, caller: street.streetWorker, app: street.app)
    }
    let second = try await street.run(ledger, by: street.streetWorker)
    let diff = try await DiffRuns.run(
      second.row.id, against: first.row.id, limit: 9, caller: street.streetWorker, app: street.app)
    return diff.left.items.first { $0.line.id == street.street.yanzhong.person }?.why ?? []
  }

  private func tag(_ street: LedgerStreet, _ target: TagTarget, _ code: String) async throws {
    _ = try await AssignTag.run(.init(target, tag: code), caller: street.streetWorker, app: street.app)
  }

  @Test func whoWasMadeOneWithAnother_isNotToldAsMovedAway() async throws {
    try await LedgerStreet.run { street in
      let namesake = try await street.settle("王某", born: "1936-12-24", in: street.street.yanzhong)
      let why = try await reasons(
        street, "age >= 80",
        then: {
          var request = MergePeople.Request()
          (request.other, request.take) = (street.street.yanzhong.person, [.name: .own, .birth: .own])
          _ = try await MergePeople.run(
            namesake, request, version: nil, caller: street.streetWorker, app: street.app)
        })
      #expect(why.map(\.code) == ["merged"] && why.first?.detail.contains("编号 \(namesake)") == true)
    }
  }

  @Test func ofAlternatives_onlyTheOneByWhichTheyWereThere() async throws {
    try await LedgerStreet.run { street in
      try await tag(street, street.street.ourPerson, "DJ003")
      let why = try await reasons(
        street, "(tag:DJ003 and committee = 延中) or (tag:DJ002 and committee = 巨鹿) or tag:DJ004",
        then: {
          try await EndTag.run(
            street.street.ourPerson, tag: "DJ003", caller: street.streetWorker, app: street.app)
        })
      #expect(why.map(\.code) == ["tag_ended"] && why.first?.tag == "DJ003")
    }
  }

  @Test func ofAQuestionThatWasChanged_onlyWhatBothAsk() async throws {
    try await LedgerStreet.run { street in
      try await tag(street, street.street.ourPerson, "DJ003")
      let changed = try await reasons(
        street, "tag:DJ003 and age >= 80", then: {}, ask: "tag:DJ003 and age >= 80 and tag:DJ002")
      #expect(changed.map(\.code) == ["question_changed"] && changed.first?.tag == nil)
      let both = try await reasons(
        street, "tag:DJ003 and age >= 80",
        then: {
          try await EndTag.run(
            street.street.ourPerson, tag: "DJ003", caller: street.streetWorker, app: street.app)
        }, ask: "tag:DJ003 and age >= 81")
      #expect(both.map(\.code) == ["tag_ended"])
    }
  }

  @Test func beyondTheLimit_isSaid() async throws {
    try await LedgerStreet.run { street in
      let why = try await reasons(
        street, "age >= 80", then: { try await street.settle("更老者", born: "1920-01-01", in: street.street.julu) },
        limit: 1)
      #expect(why.map(\.code) == ["beyond_limit"])
    }
  }

  @Test func movedWithinTheStreet_isNamedByThePlace() async throws {
    try await LedgerStreet.run { street in
      let (person, admin) = (street.street.yanzhong.person, street.street.admin)
      let why = try await reasons(
        street, "age >= 80 and (committee = 延中 or tag:DJ002)",
        then: {
          let links = try await street.app.store.read { try $0.occupancies(ofPerson: person) }
          try await Occupancies.end(
            links[0].id, until: Day("2026-11-21"), version: nil, caller: admin, app: street.app)
          _ = try await Occupancies.add(
            OccupancyDraft(
              house: street.street.julu.house, subject: .person(person), role: "tenant", since: Day("2026-11-21"),
              source: "manual"), caller: admin, app: street.app)
        })
      #expect(why.map(\.code) == ["no_longer_matches"] && why.first?.condition == "committee = 延中")
    }
  }
}
