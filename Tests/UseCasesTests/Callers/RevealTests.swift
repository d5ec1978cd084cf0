import Domain
import Store
import Support
import Testing

@testable import UseCases

struct RevealTests {
  private func person(_ fixture: CallersFixture) async throws -> Int64 {
    try await fixture.office.store.write {
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
      id, in: fixture.office, by: caller ?? fixture.workerCaller, isVisible: { visible })
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
      _ = try await reveal(id, [.idNumber, .phone], in: fixture)
      let line = try await fixture.office.store.read { try $0.auditLines(before: nil, limit: 1)[0] }
      #expect(line.action == "people.reveal")
      #expect(line.subjectID == id && line.caller == "王小敏" && line.reason == "上门送奶前联系")
      #expect(line.changes.map(\.field) == ["id_number", "phone"])
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

  @Test func reveal_harvestingIsStopped() async throws {
    try await CallersFixture.run(revealsPerHour: 2) { fixture in
      let id = try await person(fixture)
      _ = try await reveal(id, in: fixture)
      fixture.clock.advance(seconds: 600)
      _ = try await reveal(id, in: fixture)
      let problem = try await refusal { _ = try await reveal(id, in: fixture) }
      #expect(problem?.code == "too_many_reveals")
      #expect(problem?.retryAfter == 3000)
      _ = try await reveal(id, by: fixture.adminCaller, in: fixture)
      fixture.clock.advance(seconds: 3000)
      _ = try await reveal(id, in: fixture)
    }
  }
}
