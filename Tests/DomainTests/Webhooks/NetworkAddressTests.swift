import FilterLanguage
import Kernel
import Testing

@Suite struct NetworkAddressTests {
  @Test(arguments: [
    ("10.0.0.8", "10.0.0.8"), ("[2001:db8:1:2:3:4:5:6]", "2001:db8:1:2::/64"), ("::ffff:10.0.0.8", "10.0.0.8"),
  ])
  func site_isWhatOneOfficeHas(_ text: String, _ site: String) throws {
    #expect(try #require(NetworkAddress(text)).site == site)
  }

  @Test(arguments: ["", "10.0.0", "10.0.0.256", "010.0.0.1", "0x7f.0.0.1", "2130706433", "fe80::1%eth0", "local"])
  func text_thatIsNoAddress_isNone(_ text: String) { #expect(NetworkAddress(text) == nil) }

  @Test func range_holdsWhatBeginsAlike() throws {
    let range = try #require(NetworkRange("172.16.0.0/12"))
    #expect(range.contains(try #require(NetworkAddress("172.31.255.255"))))
    #expect(!range.contains(try #require(NetworkAddress("172.32.0.0"))))
    #expect(!range.contains(try #require(NetworkAddress("ac10::"))))
  }
}
