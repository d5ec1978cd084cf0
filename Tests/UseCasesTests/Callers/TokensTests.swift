import Accounts
import FilterLanguage
import Kernel
import Support
import Testing

struct TokensTests {
  private func create(
    _ fixture: CallersFixture, name: String = "12345", role: Role = .integration,
    areas: [String] = [CallersFixture.huangpu], expires: String? = "90d"
  ) async throws -> CreateToken.Answer {
    try await CreateToken(name: name, role: role, areas: areas, expires: expires)
      .run(in: fixture.app, by: fixture.adminCaller)
  }

  @Test func create_makesTheSystemOnce() async throws {
    try await CallersFixture.run { fixture in
      let (first, second) = (try await create(fixture), try await create(fixture, expires: nil))
      #expect(first.account.kind == .system)
      #expect(first.account.id == second.account.id)
      #expect(first.token != second.token)
      #expect(first.info.expiresAt?.description == "2027-02-19T09:00:00.000+08:00")
      #expect(second.info.expiresAt == nil)
      let caller = try await fixture.session(second.token).caller
      #expect(caller.role == .integration)
      #expect(caller.areas.count == 1)
      #expect(try await fixture.actions().suffix(3) == ["callers.create", "tokens.create", "tokens.create"])
    }
  }

  @Test func create_neverChangesWhatIsThere() async throws {
    try await CallersFixture.run { fixture in
      _ = try await create(fixture)
      func code(_ body: () async throws -> CreateToken.Answer) async throws -> String? {
        try await refusal { _ = try await body() }?.code
      }
      #expect(try await code { try await create(fixture, role: .street) } == "caller_differs")
      #expect(try await code { try await create(fixture, areas: [CallersFixture.xuhui]) } == "caller_differs")
      #expect(try await code { try await create(fixture, name: "王小敏") } == "name_taken")
      #expect(try await code { try await create(fixture, name: "x", expires: "soon") } == "bad_lifetime")
      #expect(try await code { try await create(fixture, name: "x", areas: ["0"]) } == "unknown_area")
      #expect(try await fixture.app.store.read { try $0.account(named: "x") } == nil)
    }
  }

  @Test func list_neverShowsTheTextOrItsHash() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await create(fixture)
      _ = try await fixture.logIn()
      let page = try await ListTokens.run(of: nil, in: fixture.app, by: fixture.adminCaller)
      #expect(page.total == 2)
      #expect(page.items.map(\.isLogIn) == [false, true])
      #expect(page.items.map(\.caller) == ["12345", "王小敏"])
      #expect(page.items[0] == answer.info)
      let lines = try await fixture.app.store.read { try $0.auditLines(before: nil, limit: 50) }
      #expect(!String(describing: lines).contains("mp_"))
    }
  }

  @Test func revoke_ownButNotOthers() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await create(fixture)
      let mine = try await fixture.session(fixture.logIn().token)
      let problem = try await refusal {
        try await RevokeToken.run(answer.info.id, in: fixture.app, by: fixture.workerCaller)
      }
      #expect(problem?.kind == .notFound)
      #expect(try await fixture.refusedToken(answer.token) == nil)
      try await RevokeToken.run(mine.tokenID, in: fixture.app, by: fixture.workerCaller)
      try await RevokeToken.run(mine.tokenID, in: fixture.app, by: fixture.workerCaller)
      #expect(try await fixture.actions(AuditFilter(action: "tokens.revoke")).count == 1)
    }
  }
}
