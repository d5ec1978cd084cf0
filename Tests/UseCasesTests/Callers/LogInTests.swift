import Accounts
import FilterLanguage
import Kernel
import Support
import Testing

struct LogInTests {
  @Test func logIn_rightPasswordGivesASession() async throws {
    try await CallersFixture.run { fixture in
      let welcome = try await fixture.logIn()
      #expect(welcome.expiresAt.description == "2026-11-21T21:00:00.000+08:00")
      let caller = try await fixture.session(welcome.token).caller
      #expect(caller == fixture.workerCaller)
      #expect(try await fixture.actions(AuditFilter(action: "login")) == ["login"])
    }
  }

  @Test func logIn_nameIsFolded() async throws {
    try await CallersFixture.run { fixture in _ = try await fixture.logIn(" 王小敏\n") }
  }

  @Test func session_endsAfterTwelveHours() async throws {
    try await CallersFixture.run { fixture in
      let token = try await fixture.logIn().token
      fixture.clock.advance(seconds: 12 * 3600 - 1)
      #expect(try await fixture.refusedToken(token) == nil)
      fixture.clock.advance(seconds: 1)
      #expect(try await fixture.refusedToken(token) == "invalid_token")
    }
  }

  @Test func logIn_wrongPasswordUnknownNameAndDisabledSayTheSame() async throws {
    try await CallersFixture.run { fixture in
      let wrong = try await fixture.refusedLogIn()
      #expect(wrong?.kind == .unauthenticated)
      #expect(wrong?.code == "bad_credentials")
      #expect(try await fixture.refusedLogIn("nobody") == wrong)
      #expect(try await fixture.refusedLogIn("王小敏", "") == wrong)
      _ = try await ChangeCaller(isDisabled: true)
        .run(fixture.worker.id, expected: nil, in: fixture.app, by: fixture.adminCaller)
      #expect(try await fixture.refusedLogIn("王小敏", CallersFixture.password) == wrong)
    }
  }

  @Test func logIn_systemWithoutPasswordIsRefused() async throws {
    try await CallersFixture.run { fixture in
      _ = try await CreateToken(name: "12345", role: .admin).run(in: fixture.app, by: fixture.adminCaller)
      #expect(try await fixture.refusedLogIn("12345", "")?.code == "bad_credentials")
    }
  }

  @Test(arguments: ["王小敏", "nobody"])
  func logIn_fiveFailuresLockForFifteenMinutesWhetherTheNameExistsOrNot(name: String) async throws {
    try await CallersFixture.run { fixture in
      for _ in 1...5 { #expect(try await fixture.refusedLogIn(name)?.code == "bad_credentials") }
      let locked = try await fixture.refusedLogIn(name, CallersFixture.password)
      #expect(locked?.kind == .tooMuch)
      #expect(locked?.code == "locked_out")
      #expect(locked?.retryAfter == 900)
      fixture.clock.advance(seconds: 899)
      #expect(try await fixture.refusedLogIn(name)?.retryAfter == 1)
      let actions = try await fixture.actions(AuditFilter(action: "login"))
      #expect(
        actions == Array(repeating: "login.refused", count: 5) + ["login.locked", "login.refused", "login.refused"])
    }
  }

  @Test func logIn_lockEndsAndTheNextLastsTwiceAsLong() async throws {
    try await CallersFixture.run { fixture in
      for _ in 1...5 { _ = try await fixture.refusedLogIn() }
      fixture.clock.advance(seconds: 900)
      for _ in 1...5 { #expect(try await fixture.refusedLogIn()?.code == "bad_credentials") }
      #expect(try await fixture.refusedLogIn()?.retryAfter == 1800)
      fixture.clock.advance(seconds: 1800)
      _ = try await fixture.logIn()
      let account = try await fixture.app.store.read { try $0.account(named: "王小敏") }
      #expect(account?.failures == 0)
      #expect(account?.lockedUntil == nil)
    }
  }

  /// Tries that are under way when the lock falls gain nothing by it, and a stranger's look no different.
  @Test(arguments: ["王小敏", "nobody"])
  func logIn_parallelFailuresAreLockedToo(name: String) async throws {
    try await CallersFixture.run { fixture in
      let codes = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 1...12 { group.addTask { try await fixture.refusedLogIn(name)?.code } }
        return try await group.reduce(into: [String?]()) { $0.append($1) }
      }
      #expect(codes.count { $0 == "bad_credentials" } == 5)
      #expect(codes.count { $0 == "locked_out" } == 7)
    }
  }

  @Test func logIn_oneOriginIsLimited() async throws {
    try await CallersFixture.run(triesPerMinute: 3) { fixture in
      for name in ["a", "b", "c"] { _ = try await fixture.refusedLogIn(name) }
      let problem = try await fixture.refusedLogIn("王小敏", CallersFixture.password)
      #expect(problem?.code == "too_many_tries")
      #expect(problem?.retryAfter == 60)
      for _ in 1...5 { _ = try await fixture.logIn(from: "10.0.0.3") }
      fixture.clock.advance(seconds: 60)
      _ = try await fixture.logIn()
    }
  }

  @Test func logIn_auditNeverHoldsWhatWasTyped() async throws {
    try await CallersFixture.run { fixture in
      _ = try await fixture.refusedLogIn("typed-secret-as-name", "secret-typed")
      _ = try await fixture.refusedLogIn("王小敏", "secret-typed")
      let lines = try await fixture.app.store.read { try $0.auditLines(before: nil, limit: 100) }
      #expect(!String(describing: lines).contains("secret"))
      #expect(lines.contains { $0.caller == "王小敏" && $0.action == "login.refused" && $0.origin == "10.0.0.2" })
    }
  }

  @Test func logOut_endsThisSessionOnly() async throws {
    try await CallersFixture.run { fixture in
      let (first, second) = (try await fixture.logIn().token, try await fixture.logIn().token)
      try await LogOut.run(in: fixture.app, session: fixture.session(first))
      #expect(try await fixture.refusedToken(first) == "invalid_token")
      #expect(try await fixture.refusedToken(second) == nil)
      #expect(try await fixture.actions().last == "logout")
    }
  }

  @Test func logOut_tokenOfASystemStays() async throws {
    try await CallersFixture.run { fixture in
      let token = try await CreateToken(name: "12345", role: .admin)
        .run(in: fixture.app, by: fixture.adminCaller).token
      let problem = try await refusal { try await LogOut.run(in: fixture.app, session: fixture.session(token)) }
      #expect(problem?.code == "not_a_session")
      #expect(try await fixture.refusedToken(token) == nil)
    }
  }

  @Test func logIn_forgetsExpiredSessions() async throws {
    try await CallersFixture.run { fixture in
      _ = try await fixture.logIn()
      fixture.clock.advance(seconds: 13 * 3600)
      _ = try await fixture.logIn()
      #expect(try await fixture.app.store.read { try $0.tokenCount(of: fixture.worker.id) } == 1)
    }
  }

  @Test func whoAmI_saysRightsAreasAndExpiry() async throws {
    try await CallersFixture.run { fixture in
      let session = try await fixture.session(fixture.logIn().token)
      let answer = try await WhoAmI.run(in: fixture.app, session: session)
      #expect(answer.account.areas.map(\.name) == ["黄浦区"])
      #expect(answer.account.title == "社工")
      #expect(
        answer.rights == [
          .read, .write, .reveal, .pushOrders, .handleOrders, .proposeTasks, .handleReminders, .readDashboard,
        ])
      #expect(answer.expiresAt?.description == "2026-11-21T21:00:00.000+08:00")
    }
  }
}
