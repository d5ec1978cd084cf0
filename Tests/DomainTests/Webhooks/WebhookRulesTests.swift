import Domain
import Testing

@Suite struct WebhookRulesTests {
  @Test(arguments: [
    "http://10.0.0.8:9000/hook", "https://example.org/a?key=1", "http://localhost/x", "HTTP://[::1]:8080/",
  ])
  func url_onTheStreetsOwnNetwork_isAsGoodAsAny(_ url: String) throws {
    try WebhookURL.check(url)
  }

  @Test(arguments: [
    "ftp://10.0.0.8/", "file:///etc/passwd", "http://", "/hook", "hook", "http://user:secret@10.0.0.8/",
    "http://user@10.0.0.8/", "http://10.0.0.8/#x", "http://10.0.0.8/ a", "http://10.0.0.8:99999/",
    "javascript:alert(1)",
    "http://例子/",
  ])
  func url_thatIsNone_isRefused(_ url: String) {
    #expect(throws: Problem.self) { try WebhookURL.check(url) }
  }

  @Test func pace_doublesToThreeHours_andEndsAfterADay() throws {
    let start = Instant(milliseconds: 1_795_222_800_000)
    var (now, waits): (Instant, [Int64]) = (start, [])
    while let next = DeliveryPace.next(attempts: waits.count + 1, madeAt: start, now: now) {
      waits.append((next.milliseconds - now.milliseconds) / 1000)
      now = next
    }
    #expect(Array(waits.prefix(5)) == [2, 4, 8, 16, 32])
    #expect(waits.max() == 10_800 && waits == waits.sorted())
    let whole = waits.reduce(0, +)
    #expect(whole >= 86_400 && whole < 86_400 + 10_800)
    #expect(waits.count < 30)
  }

  @Test func pace_ofWhatHasWaitedForDays_stillTriesSomeTimes() {
    let start = Instant(milliseconds: 1_795_222_800_000)
    let now = start.adding(seconds: 3 * 86_400)
    #expect(DeliveryPace.next(attempts: 1, madeAt: start, now: now) == now.adding(seconds: 2))
    #expect(DeliveryPace.next(attempts: 8, madeAt: start, now: now) == nil)
  }
}
