import Foundation
import Support
import Testing
@testable import Accounts
@testable import FilterLanguage
@testable import Kernel
@testable import Platform

struct AuthenticatorTests {
  private func token(_ fixture: CallersFixture, expires: String? = nil) async throws -> CreateToken.Answer {
    try await CreateToken(name: "12345", role: .integration, areas: [CallersFixture.huangpu], expires: expires)
      .run(in: fixture.app, by: fixture.adminCaller)
  }

  @Test(arguments: ["", "mp_", "mp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer x"])
  func authenticate_unknownToken(bearer: String) async throws {
    try await CallersFixture.run { fixture async throws in
      #expect(try await fixture.refusedToken(bearer) == "invalid_token")
    }
  }

  @Test func authenticate_originIsTheRequestsOwn() async throws {
    try await CallersFixture.run { fixture in
      let token = try await token(fixture).token
      #expect(try await fixture.session(token, from: "a").caller.origin == "a")
      #expect(try await fixture.session(token, from: "b").caller.origin == "b")
    }
  }

  @Test func authenticate_tokenExpiresWhileInMemory() async throws {
    try await CallersFixture.run { fixture in
      let token = try await token(fixture, expires: "1h").token
      fixture.clock.advance(seconds: 3598)
      #expect(try await fixture.refusedToken(token) == nil)
      fixture.clock.advance(seconds: 2)
      #expect(try await fixture.refusedToken(token) == "invalid_token")
    }
  }

  @Test func authenticate_tokenWithoutExpiryHolds() async throws {
    try await CallersFixture.run { fixture in
      let token = try await token(fixture).token
      fixture.clock.advance(seconds: 20 * 365 * 86_400)
      #expect(try await fixture.refusedToken(token) == nil)
    }
  }

  @Test func authenticate_revokedTokenEndsAtOnce() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await token(fixture)
      #expect(try await fixture.refusedToken(answer.token) == nil)
      try await RevokeToken.run(answer.info.id, in: fixture.app, by: fixture.adminCaller)
      #expect(try await fixture.refusedToken(answer.token) == "invalid_token")
      #expect(try await fixture.actions().last == "tokens.revoke")
    }
  }

  @Test func authenticate_disabledCallerEndsAtOnceAndChangedAreasCountAtOnce() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await token(fixture)
      let before = try await fixture.session(answer.token).caller
      let id = answer.account.id
      _ = try await ChangeCaller(areas: [CallersFixture.xuhui])
        .run(id, expected: nil, in: fixture.app, by: fixture.adminCaller)
      let after = try await fixture.session(answer.token).caller
      #expect(before.areas.count == 1 && after.areas.count == 1 && before.areas != after.areas)
      _ = try await ChangeCaller(isDisabled: true)
        .run(id, expected: nil, in: fixture.app, by: fixture.adminCaller)
      #expect(try await fixture.refusedToken(answer.token) == "invalid_token")
    }
  }

  /// Another process revokes behind this one's back: memory answers for five seconds and no longer.
  @Test func authenticate_memoryHoldsForFiveSeconds() async throws {
    try await CallersFixture.run { fixture in
      let answer = try await token(fixture)
      #expect(try await fixture.refusedToken(answer.token) == nil)
      try await fixture.app.store.write { try $0.revokeToken(answer.info.id) }
      #expect(try await fixture.refusedToken(answer.token) == nil)
      fixture.clock.advance(seconds: 5)
      #expect(try await fixture.refusedToken(answer.token) == "invalid_token")
    }
  }

  @Test func memory_leastRecentlyUsedGoes() {
    var cache = TokenCache(capacity: 8)
    let now = TestClock.start
    func hash(_ number: UInt8) -> Data { Data([number]) }
    let session = Session(tokenID: 1, isLogIn: true, expiresAt: nil, caller: .operatorAtConsole)
    for number in 0..<8 as Range<UInt8> { cache.keep(session, hash(number), at: now) }
    #expect(cache.use(hash(0), at: now) == session)
    cache.keep(session, hash(8), at: now)
    #expect(cache.use(hash(0), at: now) != nil && cache.use(hash(8), at: now) != nil)
    #expect(cache.use(hash(1), at: now) == nil && cache.use(hash(2), at: now) == nil)
    #expect(cache.use(hash(7), at: now) != nil)
  }
}
