import FilterLanguage
import Kernel
import Registry
import Support
import Testing

struct AssignTagTests {
  private func assign(
    _ street: StreetFixture, _ tag: String, _ target: TagTarget? = nil, since: String? = nil, until: String? = nil,
    by caller: Caller? = nil
  ) async throws -> AssignTag.Answer {
    try await AssignTag.run(
      AssignTag.Request(
        target ?? street.ourPerson, tag: tag, since: since.flatMap { Day($0) }, until: until.flatMap { Day($0) }),
      caller: caller ?? street.worker, app: street.app)
  }

  /// The code with which an assignment is refused.
  private func refused(
    _ street: StreetFixture, _ tag: String, _ target: TagTarget? = nil, until: String? = nil, by caller: Caller? = nil
  ) async throws -> String? {
    try await code { _ = try await assign(street, tag, target, until: until, by: caller) }
  }

  private func code(_ body: () async throws -> Void) async throws -> String? { try await refusal(body)?.code }

  @Test func assign_newThenSameThenEnded() async throws {
    try await StreetFixture.run { street in
      let first = try await assign(street, "WM002")
      #expect(first.isNew)
      #expect(first.view.tagging.since == Day("2026-11-21"))
      #expect(first.view.tagging.until == nil)
      #expect(first.view.tagging.by == "worker")
      let again = try await assign(street, "楼组长")
      #expect(again.view == first.view)
      #expect(!again.isNew)

      try await EndTag.run(street.ourPerson, tag: "WM002", caller: street.worker, app: street.app)
      let current = try await ReadTaggings.current(
        street.ourPerson, asOf: street.app.clock.today, caller: street.worker, app: street.app)
      #expect(current.assigned.isEmpty)
      let history = try await ReadTaggings.history(street.ourPerson, caller: street.worker, app: street.app)
      #expect(history.map(\.tagging.until) == [Day("2026-11-21")])
      #expect(history.map(\.tagging.endedBy) == ["worker"])
      // Ended is ended; a tag that was never there is another matter.
      try await EndTag.run(street.ourPerson, tag: "WM002", caller: street.worker, app: street.app)
      let never = try await code {
        try await EndTag.run(street.ourPerson, tag: "WM003", caller: street.worker, app: street.app)
      }
      #expect(never == "not_tagged")
      #expect(try await assign(street, "WM002").isNew)
    }
  }

  @Test func assign_validDaysGiveTheEnd() async throws {
    try await StreetFixture.run { street in
      let answer = try await assign(street, "GA013", since: "2026-11-01")
      #expect(answer.view.tagging.until == Day("2027-04-30"))
      let longer = try await assign(street, "GA013", until: "2028-01-01")
      #expect(!longer.isNew)
      #expect(longer.view.tagging.until == Day("2028-01-01"))
      #expect(longer.view.tagging.since == Day("2026-11-01"))
    }
  }

  @Test func assign_daysThatContradict() async throws {
    try await StreetFixture.run { street in
      #expect(try await refused(street, "WM002", until: "2026-11-21") == "bad_field")
      _ = try await assign(street, "WM002", since: "2026-12-01")
      #expect(try await refused(street, "WM002") == "tagging_overlap")
      #expect(try await assign(street, "WM002", until: "2026-12-01").isNew)
    }
  }

  @Test func assign_isFoundAtOnce() async throws {
    try await StreetFixture.run { street in
      _ = try await assign(street, "WM002")
      let page = try await Search.run(
        Search.Request(SearchQuestion(.people, where: .text("tag:楼组长"))), caller: street.worker,
        app: street.app)
      #expect(page.total == 1)
    }
  }

  @Test func assign_computedTagExplainsItself() async throws {
    try await StreetFixture.run { street in
      let problem = try await refusal { _ = try await assign(street, "LL003") }
      #expect(problem?.code == "computed_tag")
      #expect(problem?.kind == .conflict)
      #expect(problem?.detail.contains("80周岁") == true)
    }
  }

  @Test func assign_byLevelAndRole() async throws {
    try await StreetFixture.run { street in
      // DJ001 is the city's, of the line 党建.
      let other = street.caller(.department, unit: "民政")
      let codes = [
        try await refused(street, "DJ001"),
        try await refused(street, "DJ001", by: street.secretary),
        try await refused(street, "DJ001", by: other),
        try await refused(street, "WM002", by: street.caller(.auditor)),
        try await refused(street, "WM002", by: street.caller(.resident)),
      ]
      #expect(
        codes == [
          "tag_level", "tag_level", "tag_level", "tag_level", "missing_right",
        ])
      #expect(try await assign(street, "DJ001", by: street.caller(.department, unit: "党建")).isNew)
      #expect(try await assign(street, "DJ002", by: street.caller(.integration)).isNew)
    }
  }

  @Test func assign_outsideTheAreasIsNotThere() async throws {
    try await StreetFixture.run { street in
      let refused = try await refusal { _ = try await assign(street, "WM002", street.otherPerson) }
      #expect(refused?.code == "not_found")
      #expect(refused?.kind == .notFound)
      let read = try await code {
        _ = try await ReadTaggings.history(street.otherPerson, caller: street.worker, app: street.app)
      }
      #expect(read == "not_found")
    }
  }

  @Test func assign_restrictedTagsAreUnknownWithoutTheRight() async throws {
    try await StreetFixture.run { street in
      #expect(try await refused(street, "SF001", by: street.caller(.integration)) == "unknown_tag")
      _ = try await assign(street, "SF001", by: street.caller(.street))
      let seen = try await ReadTaggings.history(street.ourPerson, caller: street.worker, app: street.app)
      #expect(seen.isEmpty)
      let reader = street.caller(.street)
      #expect(
        try await ReadTaggings.history(street.ourPerson, caller: reader, app: street.app).map(\.tag.code)
          == ["SF001"])
      let log = try await street.app.store.read { try $0.auditLines(before: nil, limit: 5) }
      #expect(log.first?.action == "tags.assign")
      #expect(log.allSatisfy { line in line.changes.allSatisfy { $0.after != "SF001" } })
    }
  }

  @Test func current_showsComputedTagsOfTheDay() async throws {
    try await StreetFixture.run { street in
      func codes(_ day: String) async throws -> [String] {
        let current = try await ReadTaggings.current(
          street.ourPerson, asOf: Day(day) ?? street.app.clock.today, caller: street.worker, app: street.app)
        return current.computed.map(\.tag.code)
      }
      let today = try await codes("2026-11-21")
      #expect(today.contains("LL003"))
      #expect(!today.contains("LL004"))
      let birthday = try await codes("2026-12-24")
      #expect(birthday.contains("LL004"))
    }
  }

  @Test func bulk_itemByItem() async throws {
    try await StreetFixture.run { street in
      let outcomes = try await TagInBulk.run(
        [
          .assign(AssignTag.Request(street.ourPerson, tag: "WM002")),
          .assign(AssignTag.Request(street.otherPerson, tag: "WM002")),
          .assign(AssignTag.Request(street.ourPerson, tag: "没有这个")),
          .assign(AssignTag.Request(street.ourPerson, tag: "WM002")),
          .end(street.ourPerson, tag: "WM002"),
          .end(street.ourPerson, tag: "WM003"),
        ], caller: street.worker, app: street.app)
      let words = outcomes.map { outcome in
        switch outcome {
        case .assigned(let answer): answer.isNew ? "new" : "held"
        case .ended: "ended"
        case .failed(let problem): problem.code
        }
      }
      #expect(words == ["new", "not_found", "unknown_tag", "held", "ended", "not_tagged"])
    }
  }

  @Test func bulk_tooMany() async throws {
    try await StreetFixture.run { street in
      let items = Array(repeating: TagInBulk.Item.end(street.ourPerson, tag: "WM002"), count: 1001)
      let refused = try await code {
        _ = try await TagInBulk.run(items, caller: street.worker, app: street.app)
      }
      #expect(refused == "too_many_items")
    }
  }
}
