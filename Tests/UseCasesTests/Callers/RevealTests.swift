import Assembly
import FilterLanguage
import Kernel
import Platform
import Registry
import Support
import Testing

struct RevealTests {
  private func person(_ fixture: CallersFixture) async throws -> Int64 {
    try await fixture.app.store.write {
      try $0.insertPerson(
        PersonDraft(
          name: "张三丰", idKind: "resident", idNumber: "310101194711210017", phone: "13812345678", source: "test"))
    }
  }

  private func reveal(
    _ id: Int64, _ fields: Set<RevealPerson.Field> = [.phone], reason: String = "上门送奶前联系", visible: Bool = true,
    by caller: Caller? = nil, in fixture: CallersFixture
  ) async throws -> RevealPerson.Answer {
    try await RevealPerson(fields: fields, reason: reason).run(
      id, in: fixture.app, by: caller ?? fixture.workerCaller, isVisible: { visible })
  }

  @Test func reveal_onlyWhatIsAskedFor() async throws {
    try await CallersFixture.run { fixture in
      let id = try await person(fixture)
      let phone = try await reveal(id, in: fixture)
      #expect(phone.phone == "13812345678" && phone.idNumber == nil && phone.name == nil)
      let both = try await reveal(id, [.name, .idNumber], in: fixture)
      #expect(both.name == "张三丰" && both.idNumber == "310101194711210017" && both.phone == nil)
    }
  }

  @Test func reveal_reasonAndFieldsAreLoggedTheValuesNever() async throws {
    try await CallersFixture.run { fixture in
      let id = try await person(fixture)
      _ = try await reveal(id, [.idNumber, .name, .phone], in: fixture)
      let line = try await fixture.app.store.read { try $0.auditLines(before: nil, limit: 1)[0] }
      #expect(line.action == "people.reveal")
      #expect(line.subjectID == id && line.caller == "王小敏" && line.reason == "上门送奶前联系")
      #expect(line.changes == ["name", "id_number", "phone"].map { .sealed($0, .revealed) })
      #expect(!String(describing: line).contains("310101194711210017"))
      #expect(!String(describing: line).contains("13812345678"))
    }
  }

  @Test func reveal_refused() async throws {
    try await CallersFixture.run { fixture in
      let id = try await person(fixture)
      let auditor = Caller(id: 9, name: "a", role: .auditor, origin: "test")
      let problems = [
        try await refusal { _ = try await reveal(id, by: auditor, in: fixture) },
        try await refusal { _ = try await reveal(id, reason: " 看看 ", in: fixture) },
        try await refusal { _ = try await reveal(id, [], in: fixture) },
        try await refusal { _ = try await reveal(id, visible: false, in: fixture) },
        try await refusal { _ = try await reveal(999, in: fixture) },
      ]
      #expect(
        problems.map { $0?.code } == ["missing_right", "reason_missing", "fields_missing", "not_found", "not_found"])
      #expect(problems[3] == problems[4])
      #expect(try await fixture.actions(AuditFilter(action: "people.reveal")).isEmpty)
    }
  }

  @Test func reveal_countsPeople_notRequests() async throws {
    try await CallersFixture.run(revealsPerHour: 2) { fixture in
      let people = try await people(3, fixture)
      _ = try await reveal(people[0], in: fixture)
      fixture.clock.advance(seconds: 600)
      _ = try await reveal(people[1], in: fixture)
      for _ in 0..<5 { _ = try await reveal(people[1], [.idNumber], in: fixture) }
      let problem = try await refusal { _ = try await reveal(people[2], in: fixture) }
      #expect(problem?.code == "too_many_reveals")
      #expect(problem?.retryAfter == 3000)
      _ = try await reveal(people[2], by: fixture.adminCaller, in: fixture)
      fixture.clock.advance(seconds: 3000)
      _ = try await reveal(people[2], in: fixture)
    }
  }

  @Test func reveal_afterARestart_hasNoNewHour() async throws {
    try await CallersFixture.run(revealsPerHour: 1) { fixture in
      let people = try await people(2, fixture)
      _ = try await reveal(people[0], in: fixture)
      var settings = SecuritySettings()
      settings.revealsPerHour = 1
      let again = AppContext(
        store: fixture.app.store, security: settings, questions: .patient, followers: API.followers)
      let problem = try await refusal {
        _ = try await RevealPerson(fields: [.phone], reason: "上门送奶前联系").run(
          people[1], in: again, by: fixture.workerCaller, isVisible: { true })
      }
      #expect(problem?.code == "too_many_reveals")
    }
  }

  @Test func reveal_ofHiddenPeople_countsAsWell() async throws {
    try await CallersFixture.run(revealsPerHour: 2) { fixture in
      let id = try await person(fixture)
      for hidden in [901, 902] as [Int64] {
        let refused = try await refusal { _ = try await reveal(hidden, in: fixture) }
        #expect(refused?.code == "not_found")
      }
      let refused = try await refusal { _ = try await reveal(id, in: fixture) }
      #expect(refused?.code == "too_many_reveals")
    }
  }

  private func people(_ count: Int, _ fixture: CallersFixture) async throws -> [Int64] {
    try await fixture.app.store.write { writer in
      try (0..<count).map {
        try writer.insertPerson(PersonDraft(name: "王\($0)", phone: "1381234567\($0)", source: "t"))
      }
    }
  }
}
