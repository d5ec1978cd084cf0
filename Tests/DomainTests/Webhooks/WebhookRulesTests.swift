import FilterLanguage
import Kernel
import Testing
import Webhooks

@Suite struct WebhookRulesTests {
  private static let named = ["10.0.0.0/8", "localhost", "::1", "pad.street.lan"]

  @Test(arguments: [
    "http://10.0.0.8:9000/hook", "https://example.org/a?key=1", "http://localhost/x", "HTTP://[::1]:8080/",
    "http://pad.street.lan/", "https://93.184.216.34/", "https://[2606:2800:220:1:248:1893:25c8:1946]/",
  ])
  func url_thatIsPublicOrNamed_isTaken(_ url: String) throws {
    try WebhookURL.check(url, reach: WebhookReach(allowed: Self.named))
  }

  @Test(arguments: [
    "http://127.0.0.1/", "http://localhost:8080/", "http://pad/", "http://a.localhost/", "http://192.168.1.1/",
    "http://172.16.0.9/", "http://169.254.169.254/latest/meta-data", "http://[::1]/", "http://[fe80::1]/",
    "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/",
    "http://100.64.0.1/", "http://0.0.0.0/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/",
    "http://127.1/", "http://0177.0.0.1/", "http://[::]/", "http://224.0.0.1/", "http://255.255.255.255/",
    "http://11.0.0.8.0x1/",
  ])
  func url_onOurOwnNetwork_isRefusedUnlessNamed(_ url: String) {
    #expect(throws: Problem.self) { try WebhookURL.check(url, reach: .publicOnly) }
  }

  @Test(arguments: ["10.0.0.0/33", "10.0.0/8", "http://10.0.0.8", "2130706433", "", "a b", "::1/129"])
  func reach_ofWhatIsNoHost_isRefused(_ text: String) {
    #expect(throws: Problem.self) { try WebhookReach(allowed: [text]) }
  }

  @Test func reach_holdsAddressesOfNamedHostsOnly() throws {
    let reach = try WebhookReach(allowed: ["pad.street.lan", "10.1.0.0/16"])
    let address = try #require(NetworkAddress("192.168.7.7"))
    #expect(reach.allows(address, for: "PAD.street.lan") && !reach.allows(address, for: "other.street.lan"))
    #expect(reach.allows(try #require(NetworkAddress("10.1.255.1")), for: "x.example"))
    #expect(!reach.allows(try #require(NetworkAddress("10.2.0.1")), for: "x.example"))
  }

  @Test(arguments: [
    "ftp://10.0.0.8/", "file:///etc/passwd", "http://", "/hook", "hook", "http://user:secret@10.0.0.8/",
    "http://user@10.0.0.8/", "http://10.0.0.8/#x", "http://10.0.0.8/ a", "http://10.0.0.8:99999/",
    "javascript:alert(1)",
    "http://例子/",
  ])
  func url_thatIsNone_isRefused(_ url: String) {
    #expect(throws: Problem.self) { try WebhookURL.check(url, reach: WebhookReach(allowed: Self.named)) }
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
