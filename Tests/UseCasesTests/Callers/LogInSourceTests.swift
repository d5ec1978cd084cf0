import Support
import Testing
@testable import Accounts
@testable import FilterLanguage
@testable import Kernel

/// Wrong passwords lock the place that they come from, and leave the owner alone.
struct LogInSourceTests {
  private let home = "10.0.0.2"
  private let stranger = "198.51.100.7"

  private func fail(_ fixture: CallersFixture, times: Int, from origin: String, _ name: String = "王小敏") async throws {
    for _ in 0..<times { _ = try await fixture.refusedLogIn(name, "wrong", from: origin) }
  }

  @Test(arguments: [true, false])
  func stranger_guessing_locksOnlyTheirOwnPlace(_ hasComeInBefore: Bool) async throws {
    try await CallersFixture.run { fixture in
      if hasComeInBefore { _ = try await fixture.logIn(from: home) }
      try await fail(fixture, times: 6, from: stranger)
      #expect(
        try await fixture.refusedLogIn("王小敏", CallersFixture.password, from: stranger)?.code == "locked_out")
      _ = try await fixture.logIn(from: home)
    }
  }

  @Test func strangers_fromManyPlaces_lockNewPlacesAndNotTheKnownOne() async throws {
    try await CallersFixture.run(triesPerMinute: 1000) { fixture in
      _ = try await fixture.logIn(from: home)
      for number in 0..<50 { try await fail(fixture, times: 1, from: "198.51.100.\(number)") }
      let told = try await fixture.refusedLogIn("王小敏", CallersFixture.password, from: "203.0.113.5")
      #expect(told?.code == "locked_out" && told?.retryAfter == 900)
      _ = try await fixture.logIn(from: home)
      // Whatever strangers do, the known place's own mistakes still count for it.
      try await fail(fixture, times: 5, from: home)
      #expect(try await fixture.refusedLogIn("王小敏", CallersFixture.password, from: home)?.code == "locked_out")
    }
  }

  @Test func strangers_guessingANameThatNobodyBears_areToldTheSame() async throws {
    try await CallersFixture.run(triesPerMinute: 1000) { fixture in
      for number in 0..<50 { try await fail(fixture, times: 1, from: "198.51.100.\(number)", "nobody") }
      let told = try await fixture.refusedLogIn("nobody", "wrong", from: "203.0.113.5")
      #expect(told?.code == "locked_out" && told?.retryAfter == 900)
    }
  }

  @Test func network_ofOneHousehold_isOnePlace() async throws {
    try await CallersFixture.run { fixture in
      for number in 1...5 { try await fail(fixture, times: 1, from: "2001:db8:1:2::\(number)") }
      #expect(try await fixture.refusedLogIn("王小敏", "wrong", from: "2001:db8:1:2:ffff::9")?.code == "locked_out")
      #expect(try await fixture.refusedLogIn("王小敏", "wrong", from: "2001:db8:1:3::1")?.code == "bad_credentials")
    }
  }

  @Test func device_inTheGuessersOffice_isNotLockedWithIt() async throws {
    try await CallersFixture.run(triesPerMinute: 8) { fixture in
      let device = try await fixture.logIn(from: home).device
      // Somebody behind the same address guesses, and floods.
      try await fail(fixture, times: 8, from: home)
      let again = LogIn(name: "王小敏", password: CallersFixture.password, device: device)
      _ = try await again.run(in: fixture.app, origin: home)
      #expect(try await fixture.refusedLogIn("王小敏", CallersFixture.password, from: home)?.code == "too_many_tries")
    }
  }

  @Test func device_ofAnotherOrForged_isNone() async throws {
    try await CallersFixture.run { fixture in
      let (keys, now) = (fixture.app.store.keys, fixture.clock.now)
      let device = LogInDevice.make("王小敏", keys: keys, now: now)
      #expect(LogInDevice.source(device, of: "王小敏", keys: keys, now: now)?.hasPrefix("device:") == true)
      #expect(LogInDevice.source(device, of: "admin", keys: keys, now: now) == nil)
      #expect(LogInDevice.source(device + "0", of: "王小敏", keys: keys, now: now) == nil)
      let later = now.adding(seconds: LogInSource.knownFor)
      #expect(LogInDevice.source(device, of: "王小敏", keys: keys, now: later) == nil)
      for text in ["", "..", "a.b.c", device.replacing(".", with: "")] {
        #expect(LogInDevice.source(text, of: "王小敏", keys: keys, now: now) == nil)
      }
    }
  }

  @Test func unlock_endsEveryPlacesLock() async throws {
    try await CallersFixture.run { fixture in
      _ = try await fixture.logIn(from: home)
      try await fail(fixture, times: 5, from: home)
      let account = try await FindCaller.run(named: "王小敏", in: fixture.app, by: fixture.adminCaller)
      #expect(try await LockedUntil.run(account, in: fixture.app, by: fixture.adminCaller) != nil)
      _ = try await ChangeCaller(unlock: true)
        .run(account.id, expected: nil, in: fixture.app, by: fixture.adminCaller)
      #expect(try await LockedUntil.run(account, in: fixture.app, by: fixture.adminCaller) == nil)
      _ = try await fixture.logIn(from: home)
    }
  }

  @Test func places_areKeptInBounds() async throws {
    try await CallersFixture.run(triesPerMinute: 10_000) { fixture in
      _ = try await fixture.logIn(from: home)
      for number in 0..<260 {
        fixture.clock.advance(seconds: 120)
        try await fail(fixture, times: 1, from: "198.51.\(number / 200).\(number % 200)")
      }
      let id = fixture.worker.id
      let known = try await fixture.app.store.read { try $0.logInSource(home, callerID: id) }
      #expect(known.succeededAt != nil)
      #expect(try await fixture.app.store.read { try $0.logInSource("198.51.0.0", callerID: id) }.failures == 0)
    }
  }
}
