import Accounts
import FilterLanguage
import Kernel
import Support
import Testing

/// Log-ins that last for days.
@Suite struct KeptLogInTests {
  private static func logIn(
    _ fixture: CallersFixture, _ name: String = "王小敏", days: Int = 30, device: String = "安卓手机 1F2A"
  ) async throws -> LogIn.Welcome {
    let kept = try KeptLogIn(days: days, deviceName: device)
    return try await LogIn(name: name, password: CallersFixture.password, kept: kept).run(
      in: fixture.app, origin: "10.0.0.2")
  }

  @Test func session_keptForDays_lastsSoLongAndIsNamed() async throws {
    try await CallersFixture.run { fixture in
      let welcome = try await Self.logIn(fixture)
      #expect(welcome.expiresAt.description == "2026-12-21T09:00:00.000+08:00")
      fixture.clock.advance(seconds: 30 * 86_400 - 1)
      #expect(try await fixture.refusedToken(welcome.token) == nil)
      let held = try await ListTokens.run(of: fixture.worker.id, in: fixture.app, by: fixture.adminCaller).items
      #expect(held.map(\.deviceName) == ["安卓手机 1F2A"])
      fixture.clock.advance(seconds: 1)
      #expect(try await fixture.refusedToken(welcome.token) == "invalid_token")
    }
  }

  @Test func session_ofTheSameDeviceAgain_endsTheOneBefore() async throws {
    try await CallersFixture.run { fixture in
      let (first, other) = (try await Self.logIn(fixture), try await Self.logIn(fixture, device: "iPhone 0001"))
      let second = try await Self.logIn(fixture)
      fixture.clock.advance(seconds: 6)
      #expect(try await fixture.refusedToken(first.token) == "invalid_token")
      #expect(try await fixture.refusedToken(other.token) == nil)
      #expect(try await fixture.refusedToken(second.token) == nil)
    }
  }

  @Test func session_ofManyDevices_leavesTheLatest() async throws {
    try await CallersFixture.run { fixture in
      var tokens: [String] = []
      for n in 0...KeptLogIn.limit { tokens.append(try await Self.logIn(fixture, device: "手机 \(n)").token) }
      fixture.clock.advance(seconds: 6)
      #expect(try await fixture.refusedToken(tokens[0]) == "invalid_token")
      for token in tokens.dropFirst() { #expect(try await fixture.refusedToken(token) == nil) }
    }
  }

  @Test func session_ofAnAdmin_isNeverKept() async throws {
    try await CallersFixture.run { fixture in
      let welcome = try await Self.logIn(fixture, "admin")
      #expect(welcome.expiresAt.description == "2026-11-21T21:00:00.000+08:00")
    }
  }

  @Test func session_kept_endsWithPasswordAccountAndByHand() async throws {
    try await CallersFixture.run { fixture in
      let (app, admin) = (fixture.app, fixture.adminCaller)
      let first = try await Self.logIn(fixture).token
      _ = try await ChangeCaller(password: "another good horse").run(
        fixture.worker.id, expected: nil, in: app, by: admin)
      #expect(try await fixture.refusedToken(first) == "invalid_token")
      _ = try await ChangeCaller(password: CallersFixture.password).run(
        fixture.worker.id, expected: nil, in: app, by: admin)
      let second = try await Self.logIn(fixture).token
      let id = try await ListTokens.run(of: fixture.worker.id, in: app, by: admin).items.last?.id ?? 0
      try await RevokeToken.run(id, in: app, by: admin)
      #expect(try await fixture.refusedToken(second) == "invalid_token")
      let third = try await Self.logIn(fixture).token
      _ = try await ChangeCaller(isDisabled: true).run(fixture.worker.id, expected: nil, in: app, by: admin)
      #expect(try await fixture.refusedToken(third) != nil)
    }
  }

  @Test(arguments: [(0, "手机"), (91, "手机"), (30, nil), (nil, "手机")] as [(Int?, String?)])
  func kept_withoutDaysOrDevice_isRefused(days: Int?, device: String?) async throws {
    let refused = try await refusal { _ = try KeptLogIn(days: days, deviceName: device) }
    #expect(refused?.code == "bad_field")
  }
}
