import Accounts
import Assembly
import FilterLanguage
import Kernel
import Platform
import Support
import Testing

struct AccountsTests {
  private func change(
    _ change: ChangeCaller, _ id: Int64, expected: Int64? = nil, by caller: Caller? = nil, _ fixture: CallersFixture
  ) async throws -> Problem? {
    try await refusal {
      _ = try await change.run(id, expected: expected, in: fixture.app, by: caller ?? fixture.adminCaller)
    }
  }

  @Test func administration_onlyWithTheRight() async throws {
    try await CallersFixture.run { fixture in
      let (app, worker) = (fixture.app, fixture.workerCaller)
      let refusals = [
        try await refusal { _ = try await AddUser(name: "x", role: .admin).run(in: app, by: worker) },
        try await refusal { _ = try await ListCallers.run(in: app, by: worker) },
        try await refusal { _ = try await GetCaller.run(fixture.admin.id, in: app, by: worker) },
        try await refusal { _ = try await CreateToken(name: "x", role: .admin).run(in: app, by: worker) },
        try await refusal { _ = try await ListTokens.run(of: nil, in: app, by: worker) },
        try await refusal { _ = try await ListTokens.run(of: fixture.admin.id, in: app, by: worker) },
        try await refusal { _ = try await ReadAudit.run(in: app, by: worker) },
        try await change(ChangeCaller(role: .admin), fixture.worker.id, by: worker, fixture),
      ]
      #expect(refusals.map { $0?.code } == Array(repeating: "missing_right", count: refusals.count))
      #expect(try await GetCaller.run(fixture.worker.id, in: app, by: worker) == fixture.worker)
      #expect(try await ListTokens.run(of: fixture.worker.id, in: app, by: worker).total == 0)
    }
  }

  @Test func addUser_rules() async throws {
    try await CallersFixture.run { fixture in
      func code(_ user: AddUser) async throws -> String? {
        try await refusal { _ = try await user.run(in: fixture.app, by: fixture.adminCaller) }?.code
      }
      #expect(try await code(AddUser(name: "王小敏", role: .admin)) == "name_taken")
      #expect(try await code(AddUser(name: "a", role: .worker)) == "areas_missing")
      #expect(try await code(AddUser(name: "a", role: .worker, areas: ["999"])) == "unknown_area")
      #expect(try await code(AddUser(name: "a", role: .admin, areas: [CallersFixture.huangpu])) == "areas_not_allowed")
      #expect(try await code(AddUser(name: "a", role: .admin, password: "short")) == "weak_password")
      #expect(try await code(AddUser(name: "", role: .admin)) == "bad_name")
      #expect(try await code(AddUser(name: "a", role: .department, unit: "房管所")) == nil)
      for unit in ["房管局所", "无此单位"] {
        #expect(try await code(AddUser(name: "b", role: .department, unit: unit)) == "unknown_unit")
        let token = try await refusal {
          _ = try await CreateToken(name: "c", role: .department, unit: unit)
            .run(in: fixture.app, by: fixture.adminCaller)
        }
        #expect(token?.code == "unknown_unit")
      }
      let page = try await ListCallers.run(in: fixture.app, by: fixture.adminCaller, limit: 2)
      #expect(page.total == 3)
      #expect(page.items.map(\.name) == ["admin", "王小敏"])
      let rest = try await ListCallers.run(in: fixture.app, by: fixture.adminCaller, after: page.next ?? 0)
      #expect(rest.items.map(\.name) == ["a"])
      #expect(rest.next == nil)
    }
  }

  @Test func addUser_generatedPasswordWorks() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await AddUser(name: "李", role: .auditor).run(in: fixture.app, by: fixture.adminCaller)
      let password = try #require(answer.generatedPassword)
      #expect(password.count == 16)
      #expect(try await fixture.logIn("李", password).account.role == .auditor)
    }
  }

  @Test func change_versionIsChecked() async throws {
    try await CallersFixture.run { fixture in
      let id = fixture.worker.id
      #expect(try await change(ChangeCaller(title: "书记"), id, expected: 1, fixture) == nil)
      #expect(try await change(ChangeCaller(title: "主任"), id, expected: 1, fixture)?.code == "version_conflict")
      let account = try await GetCaller.run(id, in: fixture.app, by: fixture.adminCaller)
      #expect(account.title == "书记")
      #expect(account.version == 2)
      #expect(try await change(ChangeCaller(title: "书记"), id, fixture) == nil)
      #expect(try await GetCaller.run(id, in: fixture.app, by: fixture.adminCaller).version == 2)
      #expect(try await change(ChangeCaller(title: "x"), 999, fixture)?.kind == .notFound)
    }
  }

  @Test func change_boundsHold() async throws {
    try await CallersFixture.run { fixture async throws in
      let id = fixture.worker.id
      let (nowhere, unitOnly) = (ChangeCaller(areas: []), ChangeCaller(areas: [], unit: "房管所"))
      #expect(try await change(nowhere, id, fixture)?.code == "areas_missing")
      #expect(try await change(unitOnly, id, fixture) == nil)
      #expect(try await change(ChangeCaller(unit: ""), id, fixture)?.code == "areas_missing")
      #expect(
        try await change(ChangeCaller(role: .auditor, areas: ["310101"]), id, fixture)?.code == "areas_not_allowed")
      #expect(try await change(ChangeCaller(role: .auditor), id, fixture) == nil)
      #expect(try await GetCaller.run(id, in: fixture.app, by: fixture.adminCaller).areas.isEmpty)
    }
  }

  @Test func change_lastAdminStays() async throws {
    try await CallersFixture.run { fixture in
      let id = fixture.admin.id
      _ = try await CreateToken(name: "bot", role: .admin).run(in: fixture.app, by: fixture.adminCaller)
      #expect(try await change(ChangeCaller(role: .auditor), id, fixture)?.code == "last_admin")
      #expect(try await change(ChangeCaller(isDisabled: true), id, fixture)?.code == "last_admin")
      _ = try await AddUser(name: "second", role: .admin).run(in: fixture.app, by: fixture.adminCaller)
      #expect(try await change(ChangeCaller(isDisabled: true), id, fixture) == nil)
    }
  }

  @Test func change_ofWeightEndsSessions() async throws {
    let changes = [
      ChangeCaller(role: .secretary), ChangeCaller(areas: [CallersFixture.xuhui]), ChangeCaller(isDisabled: true),
      ChangeCaller(password: "another password"),
    ]
    for weighty in changes {
      try await CallersFixture.run { fixture in
        let token = try await fixture.logIn().token
        #expect(try await change(ChangeCaller(title: "书记"), fixture.worker.id, fixture) == nil)
        #expect(try await fixture.refusedToken(token) == nil)
        #expect(try await change(weighty, fixture.worker.id, fixture) == nil)
        #expect(try await fixture.refusedToken(token) == "invalid_token")
        #expect(try await fixture.actions().last == "callers.update")
      }
    }
  }

  @Test func change_passwordUnlocksAndIsNotInTheLog() async throws {
    try await CallersFixture.run { fixture in
      for _ in 1...5 { _ = try await fixture.refusedLogIn() }
      #expect(try await change(ChangeCaller(password: "another password"), fixture.worker.id, fixture) == nil)
      _ = try await fixture.logIn("王小敏", "another password")
      let lines = try await fixture.app.store.read { try $0.auditLines(before: nil, limit: 50) }
      #expect(!String(describing: lines).contains("another"))
      #expect(lines.contains { $0.changes.contains(.sealed("password")) })
    }
  }

  @Test func change_unlockAlone() async throws {
    try await CallersFixture.run { fixture in
      for _ in 1...5 { _ = try await fixture.refusedLogIn() }
      #expect(try await change(ChangeCaller(unlock: true), fixture.worker.id, fixture) == nil)
      _ = try await fixture.logIn()
    }
  }

  @Test func ownPassword_needsTheOldOneAndKeepsOnlyThisSession() async throws {
    try await CallersFixture.run { fixture in
      let (mine, other) = (try await fixture.logIn().token, try await fixture.logIn().token)
      let session = try await fixture.session(mine)
      func code(_ old: String, _ new: String) async throws -> String? {
        try await refusal { try await ChangeOwnPassword(old: old, new: new).run(in: fixture.app, session: session) }?
          .code
      }
      #expect(try await code("wrong", "another password") == "wrong_password")
      #expect(try await code(CallersFixture.password, "short") == "weak_password")
      #expect(try await code(CallersFixture.password, "another password") == nil)
      #expect(try await fixture.refusedToken(mine) == nil)
      #expect(try await fixture.refusedToken(other) == "invalid_token")
      _ = try await fixture.logIn("王小敏", "another password")
      #expect(try await fixture.refusedLogIn("王小敏", CallersFixture.password)?.code == "bad_credentials")
    }
  }

  @Test func ownPassword_guessingLocks() async throws {
    try await CallersFixture.run { fixture in
      let session = try await fixture.session(fixture.logIn().token)
      var codes: [String?] = []
      for _ in 1...6 {
        let change = ChangeOwnPassword(old: "wrong", new: "another password")
        codes.append(try await refusal { try await change.run(in: fixture.app, session: session) }?.code)
      }
      #expect(codes == Array(repeating: "wrong_password", count: 5) + ["locked_out"])
    }
  }

  @Test func needsAdmin_untilThereIsOneWhoCanLogIn() async throws {
    try await withTemporaryStore { store, _ in
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      #expect(try await app.needsAdmin)
      _ = try await AddUser(name: "admin", role: .admin).run(in: app, by: .operatorAtConsole)
      #expect(try await !app.needsAdmin)
    }
  }
}
