import FilterLanguage
import Foundation
import GRDB
import Kernel
import Operations
import Platform
import Registry
import Storage
import Support
import Testing

@testable import Merges

/// Two rows of one person become one, and two again.
@Suite struct MergeTests {
  /// A second row of whoever lives in 延中, with everything that hangs on people.
  private static func double(_ street: StreetFixture) async throws -> Int64 {
    let (house, clerk) = (street.yanzhong.house, street.caller(.street))
    let id = try await AddPerson.run(
      .init(
        PersonDraft(name: "王0", birth: Day("1936-12-24"), phone: "13800001234", education: "大学", source: "manual"),
        house: house, role: "owner", since: Day("1999-05-01")), caller: clerk, app: street.app)
    for person in [street.yanzhong.person, id] {
      _ = try await AssignTag.run(
        .init(TagTarget(.person, person), tag: "DJ003", evidence: "说明"), caller: clerk, app: street.app)
    }
    _ = try await Visits.add(
      VisitDraft(house: house, person: id, on: TestClock.start.day, note: "看望"), caller: clerk, app: street.app)
    _ = try await AddRecord.run(
      .init("aid", subject: id, data: ["kind": "补助"]), caller: clerk, app: street.app)
    return id
  }

  /// Everything of people but what tells that it was written anew.
  private static func dump(_ street: StreetFixture) async throws -> [String] {
    try await street.app.store.read { reader in
      try [
        """
        SELECT id, name, sex, birth_date, death_date, id_number_masked, phone_masked, hex(phone_key), education, source
        FROM people
        """, "SELECT id, house_id, person_id, role, since, until, source FROM occupancies",
        "SELECT id, tag_id, person_id, since, until, source, evidence, by_caller, made_at, ended_by FROM taggings",
        "SELECT id, person_id, data FROM records", "SELECT id, person_id, visited_on, note FROM visits",
        "SELECT id, person_id, field, value, source FROM claims",
      ].flatMap { sql in try Row.fetchAll(reader.db, sql: sql + " ORDER BY id").map { "\($0)" } }
    }
  }

  private static func merge(
    _ street: StreetFixture, _ other: Int64, take: [MergeField: MergeSide] = [:], despite: Bool = false,
    by caller: Caller? = nil
  ) async throws -> MergeRow {
    var request = MergePeople.Request()
    (request.other, request.take, request.despiteNumbers) = (other, take, despite)
    return try await MergePeople.run(
      street.yanzhong.person, request, version: nil, caller: caller ?? street.secretary, app: street.app)
  }

  @Test func merge_movesAllOfIt_undo_putsItBack() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let before = try await Self.dump(street)
      let merge = try await Self.merge(street, other)
      #expect(merge.kept == street.yanzhong.person && merge.gone == other && merge.goneName == "王*")
      let kept = try await app.store.read { try $0.person(street.yanzhong.person) }
      #expect(kept?.phone == "13800001234" && kept?.education == "大学" && kept?.sex == "女")
      #expect(try await app.sees(.people, other, street.admin) == false)
      let gone = try await refusal { _ = try await GetRow.run(.people, other, caller: street.secretary, app: app) }
      #expect(gone?.code == "merged_into" && gone?.detail.contains("编号 \(merge.kept)") == true)
      let neighbour = street.caller(.secretary, at: street.julu.committee)
      let hidden = try await refusal { _ = try await GetRow.run(.people, other, caller: neighbour, app: app) }
      #expect(hidden?.code == "not_found")
      // One link, as long as both were; one tag.
      let links = try await app.store.read { try $0.occupancies(ofPerson: street.yanzhong.person) }
      #expect(links.count == 1 && links.first?.since == Day("1999-05-01"))
      #expect(try await app.store.read { try $0.taggings(of: street.ourPerson) }.count == 1)
      #expect(try await CheckOffice.run(app: app) { _ in } == [])
      let seen = try await ListMerges.run(before: nil, limit: 10, caller: street.secretary, app: app).items
      #expect(seen == [merge])

      let undone = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      #expect(undone.undoneBy == street.secretary.name)
      #expect(try await Self.dump(street) == before)
      #expect(try await CheckOffice.run(app: app) { _ in } == [])
      let again = try await refusal { _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app) }
      #expect(again?.code == "merge_undone")
    }
  }

  @Test func undo_afterSomebodyBuiltOnIt_saysOnWhat() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let record = try await app.store.read { try Int64.fetchOne($0.db, sql: "SELECT id FROM records") } ?? 0
      let merge = try await Self.merge(street, other)
      var patch = PersonPatch()
      patch.hukou = .set("本市")
      try await ChangePerson.run(merge.kept, patch, version: nil, caller: street.secretary, app: app)
      try await RemoveRecord.run(record, version: nil, caller: street.secretary, app: app)
      let refused = try await refusal { _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app) }
      #expect(refused?.code == "merge_built_upon" && refused?.notes.count == 2)
      #expect(refused?.detail.contains("专题库记录（编号 \(record)）") == true)
    }
  }

  @Test func lostValues_stayBesideTheRow() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      var patch = PersonPatch()
      (patch.phone, patch.education) = (.set("13900005678"), .set("小学"))
      try await ChangePerson.run(street.yanzhong.person, patch, version: nil, caller: street.secretary, app: app)
      _ = try await Self.merge(street, other, take: [.education: .other])
      let kept = try await app.store.read { try $0.person(street.yanzhong.person) }
      #expect(kept?.phone == "13900005678" && kept?.education == "大学")
      let claims = try await app.store.read { try $0.claims(on: street.ourPerson) }
      #expect(Set(claims.map { "\($0.field) \($0.value)" }) == ["phone 138****1234", "education 小学"])
    }
  }

  @Test func whatASourceSaidOfBoth_isSaidOnce_andTwiceAgain() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      try await app.store.write { writer in
        let said = [(street.yanzhong.person, "13900001111"), (other, "13900001111"), (other, "13900002222")]
        for (person, phone) in said {
          _ = try writer.insertClaim(on: TagTarget(.person, person), field: "phone", value: phone, source: "名册")
        }
      }
      let before = try await Self.dump(street)
      let merge = try await Self.merge(street, other)
      let held = try await app.store.read { try $0.heldClaims("person_id", merge.kept) }
      #expect(Set(held.map(\.value)) == ["13900001111", "13900002222"])
      #expect(try await app.store.read { try $0.claims(on: street.ourPerson) }.count == 2)
      _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      #expect(try await Self.dump(street) == before)
      #expect(try await app.store.read { try $0.heldClaims("person_id", other) }.count == 2)
      #expect(try await CheckOffice.run(app: app) { _ in } == [])
    }
  }

  /// C takes in A, which had taken in B: the last merge is undone first, then the one before.
  @Test func mergesOneAfterTheOther_areUndone_lastFirst() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let third = try await AddPerson.run(
        .init(
          PersonDraft(name: "王0", birth: Day("1936-12-24"), source: "manual"), house: street.yanzhong.house,
          role: "family", since: Day("2001-01-01")), caller: street.secretary, app: app)
      let before = try await Self.dump(street)
      let first = try await Self.merge(street, other)
      let between = try await Self.dump(street)
      var request = MergePeople.Request()
      request.other = first.kept
      let second = try await MergePeople.run(third, request, version: nil, caller: street.secretary, app: app)
      let early = try await refusal { _ = try await UndoMerge.run(first.id, caller: street.secretary, app: app) }
      #expect(["not_found", "merge_built_upon"].contains(early?.code))
      _ = try await UndoMerge.run(second.id, caller: street.secretary, app: app)
      #expect(try await Self.dump(street) == between)
      _ = try await UndoMerge.run(first.id, caller: street.secretary, app: app)
      #expect(try await Self.dump(street) == before)
    }
  }

  /// What had been built on the first stays built on it.
  @Test func undoOfALaterMerge_doesNotForgetWhatWasChangedBefore() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let third = try await Self.double(street)
      let first = try await Self.merge(street, other)
      var patch = PersonPatch()
      patch.education = .set("高中")
      try await ChangePerson.run(first.kept, patch, version: nil, caller: street.secretary, app: app)
      let second = try await Self.merge(street, third)
      _ = try await UndoMerge.run(second.id, caller: street.secretary, app: app)
      let refused = try await refusal { _ = try await UndoMerge.run(first.id, caller: street.secretary, app: app) }
      #expect(refused?.code == "merge_built_upon")
    }
  }

  /// Whoever sees one of the two neither hears of the merge nor brings back the other.
  @Test func mergeAcrossAreas_isThatOfWhoSeesBoth() async throws {
    try await StreetFixture.run { street in
      let app = street.app
      let clerk = street.caller(.street)
      var request = MergePeople.Request()
      request.other = street.julu.person
      let names = try await app.store.read { reader in
        try [street.yanzhong.person, street.julu.person].map { try reader.person($0)?.birth }
      }
      if names[0] != names[1] { request.take = [.birth: .own] }
      let merge = try await MergePeople.run(
        street.yanzhong.person, request, version: nil, caller: clerk, app: app)
      let neighbour = street.caller(.secretary, at: street.julu.committee)
      #expect(try await app.sees(.people, merge.kept, neighbour))
      #expect(try await app.sees(.people, merge.kept, street.secretary))
      // They saw who ended, and would not see who stays.
      for caller in [street.secretary, neighbour] {
        #expect(
          try await refusal { _ = try await UndoMerge.run(merge.id, caller: caller, app: app) }?.code == "not_found")
      }
      #expect(try await ListMerges.run(before: nil, limit: 9, caller: street.secretary, app: app).items.isEmpty)
      let gone = try await refusal { _ = try await GetRow.run(.people, merge.gone, caller: street.secretary, app: app) }
      #expect(gone?.code == "not_found")
      _ = try await UndoMerge.run(merge.id, caller: clerk, app: app)
      #expect(try await ListMerges.run(before: nil, limit: 9, caller: clerk, app: app).items.count == 1)
      for caller in [street.secretary, neighbour] {
        #expect(try await ListMerges.run(before: nil, limit: 9, caller: caller, app: app).items.isEmpty)
      }
    }
  }

  /// The kept one lived in 巨鹿 alone, the one who ended in both: whoever saw one of them hears nothing of the other.
  @Test func merge_isToldToWhoSawBoth() async throws {
    try await StreetFixture.run { street in
      let (app, clerk) = (street.app, street.caller(.street))
      func add(_ house: Int64) async throws -> Int64 {
        try await AddPerson.run(
          .init(PersonDraft(name: "沈两处", source: "manual"), house: house, role: "owner", since: nil),
          caller: clerk, app: app)
      }
      let (kept, gone) = (try await add(street.julu.house), try await add(street.yanzhong.house))
      _ = try await Occupancies.add(
        OccupancyDraft(house: street.julu.house, subject: .person(gone), role: "tenant", source: "manual"),
        caller: clerk, app: app)
      var request = MergePeople.Request()
      request.other = gone
      _ = try await MergePeople.run(kept, request, version: nil, caller: clerk, app: app)
      func told(_ caller: Caller) async throws -> Int {
        try await ListMerges.run(before: nil, limit: 9, caller: caller, app: app).items.count
      }
      #expect(try await app.sees(.people, kept, street.secretary))
      #expect(try await told(street.secretary) == 0)
      #expect(try await told(street.caller(.secretary, at: street.julu.committee)) == 1)
      #expect(try await told(clerk) == 1)
    }
  }

  /// A tag that the caller may not know of decides nothing that they see.
  @Test func hiddenTag_beforeTheBirth_isNoReason() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      _ = try await AssignTag.run(
        .init(TagTarget(.person, other), tag: "SF001", since: Day("1990-01-01")), caller: street.caller(.street),
        app: app)
      let young = try await AddPerson.run(
        .init(
          PersonDraft(name: "王0", birth: Day("1995-01-01"), source: "manual"), house: street.yanzhong.house,
          role: "family", since: Day("2001-01-01")), caller: street.secretary, app: app)
      var request = MergePeople.Request()
      (request.other, request.take) = (other, [.birth: .own])
      let answer = try await refusal {
        _ = try await MergePeople.run(young, request, version: nil, caller: street.secretary, app: app)
      }
      #expect(answer == nil || answer?.code == "bad_birth_date")
    }
  }

  @Test func undo_afterAHiddenTagEnded_namesNoTag() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let clerk = street.caller(.street)
      _ = try await AssignTag.run(.init(TagTarget(.person, other), tag: "SF001"), caller: clerk, app: app)
      let merge = try await Self.merge(street, other)
      try await EndTag.run(street.ourPerson, tag: "SF001", caller: clerk, app: app)
      let refused = try await refusal { _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app) }
      #expect(refused?.notes.map(\.detail) == ["合并时转来的内容后来改过"])
      let told = try await refusal { _ = try await UndoMerge.run(merge.id, caller: clerk, app: app) }
      #expect(told?.notes.first?.detail.hasPrefix("标签（编号") == true)
    }
  }

  @Test func merge_isHeardOfByWhoeverFollows() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let start = try await app.store.read { try $0.changes(after: 0, limit: 1000).last?.seq } ?? 0
      let merge = try await Self.merge(street, other)
      let lines = try await app.store.read { try $0.changes(after: start, limit: 1000) }
      #expect(lines.contains { $0.subject == .people && $0.id == other && $0.action == "delete" })
      #expect(lines.contains { $0.subject == .people && $0.id == merge.kept && $0.action == "update" })
      let left = try await app.store.read { try $0.leavings(of: .people, after: start) }
      #expect(left.contains { $0.line.id == other })
      let next = try await AddPerson.run(
        .init(PersonDraft(name: "某新人", source: "manual"), house: street.yanzhong.house, role: "tenant", since: nil),
        caller: street.secretary, app: app)
      #expect(next > other)
    }
  }

  @Test func twoNumbers_areTwoPeople_unlessToldOtherwise() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      for (person, number) in [(street.yanzhong.person, "310101193612240020"), (other, "310101193612240047")] {
        var patch = PersonPatch()
        patch.idNumber = .set(number)
        try await ChangePerson.run(person, patch, version: nil, caller: street.secretary, app: app)
      }
      let found = try await FindDoubles.run(area: nil, after: nil, limit: 10, caller: street.secretary, app: app)
      #expect(found.items.isEmpty)
      #expect(try await refusal { _ = try await Self.merge(street, other) }?.code == "numbers_differ")
      let before = try await Self.dump(street)
      let merge = try await Self.merge(street, other, take: [.idNumber: .other], despite: true)
      let kept = try await app.store.read { try $0.person(merge.kept) }
      #expect(kept?.idNumber == "310101193612240047")
      _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      #expect(try await Self.dump(street) == before)
    }
  }

  @Test func deadAndLiving_areAskedAbout() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      var patch = PersonPatch()
      patch.death = .set(TestClock.start.day)
      try await ChangePerson.run(other, patch, version: nil, caller: street.secretary, app: app)
      #expect(try await refusal { _ = try await Self.merge(street, other) }?.code == "death_unclear")
      let merge = try await Self.merge(street, other, take: [.death: .own])
      let kept = try await app.store.read { try $0.person(merge.kept) }
      #expect(kept?.death == nil)
      let claims = try await app.store.read { try $0.claims(on: street.ourPerson) }
      #expect(claims.map(\.field) == ["death_date"])
      _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      let again = try await Self.merge(street, other, take: [.death: .other])
      let dead = try await app.store.read { try $0.person(again.kept) }
      #expect(dead?.death == TestClock.start.day)
    }
  }

  @Test func ticks_rosters_reminders_goAlong_andComeBack() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let (kept, committee) = (street.yanzhong.person, street.yanzhong.committee)
      try await app.store.write { writer in
        try writer.db.execute(sql: Self.runOfOld, arguments: ["at": TestClock.start.description, "other": other])
        try writer.db.execute(
          sql: Self.remindedOf,
          arguments: [
            "at": TestClock.start.description, "other": other, "kept": kept, "place": committee,
            "list": Data([UInt8(other), 0, 0, 0]),
          ])
      }
      let before = try await Self.around(street)
      let merge = try await Self.merge(street, other)
      let after = try await Self.around(street)
      #expect(after.contains("mark \(kept) true 1") && after.contains("mark \(other) true 0"))
      #expect(after.contains("through \(kept) \(other)") && after.contains("roster \(kept)"))
      #expect(after.filter { $0.hasPrefix("reminder") } == ["reminder \(kept) a", "reminder \(kept) b"])
      _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      #expect(try await Self.around(street) == before)
    }
  }

  /// The other's own tick is taken off meanwhile: what it had given the kept person goes with the undoing all the same.
  @Test func tickTakenOffMeanwhile_doesNotStayWithTheKeptOne() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      try await app.store.write { writer in
        try writer.db.execute(sql: Self.runOfOld, arguments: ["at": TestClock.start.description, "other": other])
        try writer.db.execute(
          sql: """
            INSERT INTO run_marks (run_id, subject_id, note, value, by_caller, at) VALUES (1, ?, 'remark', '"外出"', '书记', '')
            """, arguments: [other])
      }
      let merge = try await Self.merge(street, other)
      let marks = { () async throws -> [String] in
        try await app.store.read { reader in
          try String.fetchAll(
            reader.db, sql: "SELECT note || ' ' || value FROM run_marks WHERE subject_id = ?", arguments: [merge.kept])
        }
      }
      #expect(try await marks() == ["done true"])
      try await app.store.write { writer in
        try writer.execute("DELETE FROM run_marks WHERE subject_id = ? AND note = 'done'", [other])
      }
      _ = try await UndoMerge.run(merge.id, caller: street.secretary, app: app)
      #expect(try await marks() == [])
    }
  }

  private static let runOfOld = """
    INSERT INTO ledgers (id, name, subject, question, columns, owner, made_at, updated_at)
    VALUES (1, '台账', 'people', '', '[]', '书记', :at, :at);
    INSERT INTO runs (id, ledger_id, name, subject, question, columns, notes, group_by, as_of, made_at, caller, restricted,
      state, rows_total)
    VALUES (1, 1, '台账', 'people', '', '[]', '[]', '[]', substr(:at, 1, 10), :at, '书记', 0, 'done', 1);
    INSERT INTO run_marks (run_id, subject_id, note, value, by_caller, at) VALUES (1, :other, 'done', 'true', '书记', :at);
    """

  /// Both have been reminded of for `a`, the other alone for `b`.
  private static let remindedOf = """
    INSERT INTO ledger_reminded (ledger_id, subjects, at) VALUES (1, :list, :at);
    INSERT INTO reminders (ledger_id, run_id, subject, subject_id, occurrence, title, text, restricted, place_id, made_at,
      updated_at)
    VALUES (1, 1, 'people', :kept, 'a', '题', '文', 0, :place, :at, :at),
      (1, 1, 'people', :other, 'a', '题', '文', 0, :place, :at, :at),
      (1, 1, 'people', :other, 'b', '题', '文', 0, :place, :at, :at);
    INSERT INTO imports (id, subject, state, file_name, file_hash, dry_run, auto_apply, as_of, caller, made_at, updated_at)
    VALUES (1, 'people', 'done', '名册.csv', x'00', 0, 1, substr(:at, 1, 10), '书记', :at, :at);
    INSERT INTO import_rows (import_id, n, status, applied, sealed, subject_id) VALUES (1, 1, 'create', 1, x'00', :other);
    """

  private static func around(_ street: StreetFixture) async throws -> [String] {
    try await street.app.store.read { reader in
      let through = try Data.fetchAll(reader.db, sql: "SELECT subjects FROM ledger_reminded").map { list in
        "through " + SubjectList.read(list).map { "\($0)" }.joined(separator: " ")
      }
      return try through
        + String.fetchAll(
          reader.db,
          sql: """
            SELECT * FROM (SELECT 'reminder ' || subject_id || ' ' || occurrence FROM reminders ORDER BY id)
            UNION ALL SELECT * FROM (
              SELECT 'mark ' || subject_id || ' ' || value || ' ' || carried FROM run_marks ORDER BY subject_id)
            UNION ALL SELECT 'roster ' || subject_id FROM import_rows
            """)
    }
  }

  @Test func doubles_andMerges_areThoseOfTheCallersAreas() async throws {
    try await StreetFixture.run { street in
      let (other, app) = (try await Self.double(street), street.app)
      let neighbour = street.caller(.secretary, at: street.julu.committee)
      let found = try await FindDoubles.run(area: nil, after: nil, limit: 10, caller: street.secretary, app: app)
      #expect(found.items.map(\.reasons) == [[.nameAndBirth, .nameAndHouse]] && found.next == nil)
      let theirs = try await FindDoubles.run(area: nil, after: nil, limit: 10, caller: neighbour, app: app)
      #expect(theirs.items.isEmpty)
      #expect(try await refusal { _ = try await Self.merge(street, other, by: neighbour) }?.code == "not_found")
      let reader = street.caller(.department, at: street.yanzhong.committee)
      #expect(try await refusal { _ = try await Self.merge(street, other, by: reader) }?.code == "missing_right")
      let outside = try await refusal { _ = try await Self.merge(street, street.julu.person) }
      #expect(outside?.code == "not_found")
      let merge = try await Self.merge(street, other)
      #expect(try await ListMerges.run(before: nil, limit: 10, caller: neighbour, app: app).items.isEmpty)
      let refused = try await refusal { _ = try await UndoMerge.run(merge.id, caller: neighbour, app: app) }
      #expect(refused?.code == "not_found")
    }
  }

  @Test func spans_thatMeet_becomeOne_othersMove() {
    func span(_ id: Int64, _ since: String?, _ until: String?) -> MergeRules.Span {
      .init(id: id, key: "1 owner", since: since, until: until)
    }
    let joined = MergeRules.join(
      kept: [span(1, "2001-01-01", "2005-01-01"), span(2, "2010-01-01", nil)],
      gone: [span(3, "2004-01-01", "2011-01-01"), span(4, "1990-01-01", "1995-01-01")])
    #expect(joined.moved == [4] && joined.removed == [3, 2])
    #expect(joined.stretched == [span(1, "2001-01-01", nil)])
  }
}
