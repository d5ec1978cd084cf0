import HTTPTypes
import Testing
@testable import FilterLanguage
@testable import Kernel
@testable import Server

@Suite struct ClientOriginTests {
  private func origin(_ peer: String, _ said: [String], _ trusted: [String] = ["10.0.0.0/8"]) -> String {
    var headers = HTTPFields()
    for line in said { headers.append(HTTPField(name: .xForwardedFor, value: line)) }
    return ClientOrigin.of(peer, headers: headers, trusted: trusted.compactMap { NetworkRange($0) })
  }

  @Test func proxy_thatIsTrusted_isBelieved() {
    #expect(origin("10.0.0.2", ["198.51.100.7"]) == "198.51.100.7")
    #expect(origin("10.0.0.2", ["1.2.3.4, 198.51.100.7, 10.0.0.3"]) == "198.51.100.7")
    #expect(origin("10.0.0.2", ["1.2.3.4", "2001:db8::7, 10.0.0.3"]) == "2001:db8::7")
  }

  @Test func stranger_sayingWhereTheyAre_isNotBelieved() {
    #expect(origin("198.51.100.7", ["10.0.0.9"]) == "198.51.100.7")
    #expect(origin("10.0.0.2", ["1.2.3.4"], []) == "10.0.0.2")
    #expect(origin("10.0.0.2", ["unknown"]) == "10.0.0.2")
    #expect(origin("10.0.0.2", ["1.2.3.4, x, 10.0.0.3"]) == "10.0.0.2")
    #expect(origin("10.0.0.2", []) == "10.0.0.2")
  }
}
