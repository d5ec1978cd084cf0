import Accounts
import FilterLanguage
import Kernel
import Support
import Testing

struct ReadAuditTests {
  @Test func readAudit_filteredAndPaged() async throws {
    try await CallersFixture.run { fixture in
      for _ in 1...3 { _ = try await fixture.refusedLogIn() }
      let auditor = Caller(id: nil, name: "a", role: .auditor, origin: "test")
      let filter = AuditFilter(subject: .callers, subjectID: fixture.worker.id, caller: "王小敏", action: "login")
      let page = try await ReadAudit.run(filter, in: fixture.app, by: auditor, limit: 2)
      #expect(page.total == 3)
      #expect(page.items.map(\.seq) == [5, 4])
      let rest = try await ReadAudit.run(filter, in: fixture.app, by: auditor, before: page.next, limit: 2)
      #expect(rest.items.map(\.seq) == [3])
      #expect(rest.next == nil)
    }
  }

  @Test(arguments: [0, 501]) func readAudit_limitIsBounded(limit: Int) async throws {
    try await CallersFixture.run { fixture in
      let problem = try await refusal {
        _ = try await ReadAudit.run(in: fixture.app, by: fixture.adminCaller, limit: limit)
      }
      #expect(problem?.code == "bad_limit")
    }
  }
}
