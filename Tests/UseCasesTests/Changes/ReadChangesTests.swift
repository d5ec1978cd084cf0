import ChangeFeed
import FilterLanguage
import Kernel
import Registry
import Support
import Testing

struct ReadChangesTests {
  private func read(
    _ street: StreetFixture, since: Int64 = 0, limit: Int = 500, by caller: Caller
  ) async throws -> ReadChanges.Answer {
    try await ReadChanges.run(since: since, limit: limit, caller: caller, app: street.app)
  }

  private func ids(_ answer: ReadChanges.Answer, _ kind: SubjectKind) -> [Int64] {
    answer.items.filter { $0.subject == kind }.map(\.id)
  }

  @Test func changes_onlyOfOnesOwnAreas() async throws {
    try await StreetFixture.run { street in
      let feeder = street.caller(.integration, at: street.yanzhong.committee)
      let answer = try await read(street, by: feeder)
      #expect(ids(answer, .people) == [street.yanzhong.person])
      #expect(ids(answer, .houses) == [street.yanzhong.house])
      #expect(ids(answer, .occupancies).count == 1)
      #expect(ids(answer, .areas) == [street.yanzhong.committee])
      let whole = try await read(street, by: street.caller(.auditor))
      #expect(ids(whole, .people) == [street.yanzhong.person, street.julu.person])
      #expect(whole.nextSince == answer.nextSince)
      let worker = try await refusal { _ = try await read(street, by: street.worker) }
      #expect(worker?.code == "missing_right")
    }
  }

  @Test func changes_goOnWhereTheyStopped() async throws {
    try await StreetFixture.run { street in
      let caller = street.caller(.integration)
      let whole = try await read(street, by: caller)
      var (items, since, more): ([FeedLine], Int64, Bool) = ([], 0, true)
      while more {
        let part = try await read(street, since: since, limit: 2, by: caller)
        items += part.items
        (since, more) = (part.nextSince, part.hasMore)
      }
      #expect(items == whole.items)
      #expect(since == whole.nextSince)
      let nothing = try await read(street, since: since, by: caller)
      #expect(nothing.items.isEmpty)
      #expect(nothing.nextSince == since)
      #expect(!nothing.hasMore)
    }
  }

  @Test func changes_restrictedTaggingsAreLeftOut() async throws {
    try await StreetFixture.run { street in
      for tag in ["SF001", "WM002"] {
        _ = try await AssignTag.run(
          AssignTag.Request(street.ourPerson, tag: tag), caller: street.admin, app: street.app)
      }
      #expect(ids(try await read(street, by: street.caller(.integration)), .taggings) == [2])
      #expect(ids(try await read(street, by: street.caller(.street)), .taggings) == [1, 2])
    }
  }

  @Test func changes_aDeathIsTold_withWhatHangsOnThePerson() async throws {
    try await StreetFixture.run { street in
      let caller = street.caller(.integration, at: street.yanzhong.committee)
      let record = try await AddRecord.run(
        AddRecord.Request("aid", subject: street.yanzhong.person, data: ["kind": "临时救助"]), caller: street.worker,
        app: street.app
      ).row.id
      let before = try await read(street, by: caller).nextSince
      var patch = PersonPatch()
      patch.death = .set(Day("2026-11-20"))
      try await ChangePerson.run(
        street.yanzhong.person, patch, version: nil, caller: street.worker, app: street.app)
      _ = try await ChangeRecord.run(
        record, data: ["kind": "丧葬补助"], source: .keep, version: nil, caller: street.worker, app: street.app)
      let after = try await read(street, since: before, by: caller)
      #expect(ids(after, .people) == [street.yanzhong.person] && ids(after, .records) == [record])
      let list = try await ListRecords.run(
        "aid", subject: nil, after: nil, limit: 50, caller: street.worker, app: street.app)
      #expect(list.items.map(\.row.id) == [record])
    }
  }

  @Test func changes_aRemovedRecordShowsAtItsSubject() async throws {
    try await StreetFixture.run { street in
      let record = try await AddRecord.run(
        AddRecord.Request("lease", subject: street.yanzhong.house, data: ["rent": .number(1)]),
        caller: street.worker, app: street.app)
      let caller = street.caller(.integration)
      let before = try await read(street, by: caller).nextSince
      try await RemoveRecord.run(record.row.id, version: nil, caller: street.worker, app: street.app)
      let after = try await read(street, since: before, by: caller)
      #expect(ids(after, .houses) == [street.yanzhong.house])
    }
  }
}
