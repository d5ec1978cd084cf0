import FilterLanguage
import Kernel
import Platform
import Support
import Testing

struct LimitersTests {
  private let caller = Caller(id: 1, name: "a", role: .admin, origin: "test")

  private func refused(_ limiter: RequestLimiter, _ caller: Caller) -> Problem? {
    do {
      try limiter.admit(caller)
      return nil
    } catch {
      return error
    }
  }

  @Test func requests_burstThenSteadyRate() {
    let clock = TestClock()
    let limiter = RequestLimiter(perSecond: 2, burst: 4, clock: clock.clock)
    for _ in 1...4 { #expect(refused(limiter, caller) == nil) }
    let problem = refused(limiter, caller)
    #expect(problem?.code == "too_many_requests")
    #expect(problem?.retryAfter == 1)
    #expect(refused(limiter, Caller(id: 2, name: "b", role: .admin, origin: "test")) == nil)
    clock.advance(seconds: 1)
    for _ in 1...2 { #expect(refused(limiter, caller) == nil) }
    #expect(refused(limiter, caller) != nil)
    clock.advance(seconds: 3600)
    for _ in 1...4 { #expect(refused(limiter, caller) == nil) }
    #expect(refused(limiter, caller) != nil)
  }

  @Test func limits_clockSetBack_shutNobodyOut() {
    let clock = TestClock()
    let limiter = RequestLimiter(perSecond: 2, burst: 4, clock: clock.clock)
    for _ in 1...4 { #expect(refused(limiter, caller) == nil) }
    clock.advance(seconds: -4 * 86_400)
    for _ in 1...4 { #expect(refused(limiter, caller) == nil) }
    #expect(refused(limiter, caller)?.retryAfter == 1)
    let window = WindowLimiter<String>(limit: 1, seconds: 60)
    #expect(window.admit("a", at: TestClock.start) == nil)
    #expect(window.admit("a", at: TestClock.start.adding(seconds: -86_400)) == nil)
  }

  @Test func requests_offAndTheOperatorAreUnlimited() {
    let clock = TestClock()
    let (off, strict) = (
      RequestLimiter(perSecond: nil, burst: 1, clock: clock.clock),
      RequestLimiter(perSecond: 1, burst: 1, clock: clock.clock)
    )
    for _ in 1...50 {
      #expect(refused(off, caller) == nil)
      #expect(refused(strict, .operatorAtConsole) == nil)
    }
  }

  @Test func window_isExactForEachKey() {
    let limiter = WindowLimiter<String>(limit: 2, seconds: 60)
    let start = TestClock.start
    #expect(limiter.admit("a", at: start) == nil)
    #expect(limiter.admit("a", at: start.adding(seconds: 30)) == nil)
    #expect(limiter.admit("a", at: start.adding(seconds: 45)) == 15)
    #expect(limiter.admit("b", at: start.adding(seconds: 45)) == nil)
    #expect(limiter.admit("a", at: start.adding(seconds: 60)) == nil)
    #expect(limiter.admit("a", at: start.adding(seconds: 61)) == 29)
  }
}
