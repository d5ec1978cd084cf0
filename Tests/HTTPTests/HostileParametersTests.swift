import Assembly
import FilterLanguage
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Support
import Testing

/// Whatever stands in a parameter, at every route that has one: an answer or a refusal, never the end of the process.
@Suite struct HostileParametersTests {
  private static let numbers = [
    "-1", "4000000000.4000000000", "4294967296", "9223372036854775807", "99999999999999999999", "1e309", "%00",
  ]
  private static let days = ["0000-00-00", "9999-12-31", "99999-01-01", "-0001-01-01", "0001-01-01"]
  /// Within the limits of the language, and beyond.
  private static let filters = [
    String(repeating: "(", count: 3000), String(repeating: "not%20", count: 600), "age%20in%20..",
    "age%20%3D%20" + String(repeating: "9", count: 400), "birth_date%20>%20today%2B99999y",
    String(repeating: "any%20house(any%20residents(", count: 7) + "age%20>%201" + String(repeating: ")", count: 14),
    "%22" + String(repeating: "%E9%95%BF", count: 3900) + "%22",
  ]

  private static func values(_ name: String) -> [String] {
    switch name {
    case "where", "text", "address", "q": filters
    case "as_of", "from", "to", "since", "until", "on", "start_date", "end_date": days + numbers
    case "cursor", "limit", "days", "within", "page", "page_size", "after", "against", "id": numbers
    default: ["9223372036854775808", "%F0%9F%92%A9"]
    }
  }

  @Test func get_hostileParameters_areAnswered() async throws {
    try await HTTPOffice.run { app in
      let token = try await app.logIn()
      var headers = HTTPFields()
      headers[.authorization] = "Bearer \(token)"
      for route in API.routes where route.method == .get && route.doc.produces != "text/event-stream" {
        let path = route.path.split(separator: "/").map { $0.hasPrefix("{") ? "1" : String($0) }.joined(separator: "/")
        for parameter in route.doc.parameters {
          for value in Self.values(parameter.name) {
            let uri = "/\(path)?\(parameter.name)=\(value)"
            let answer = try await app.client.executeRequest(uri: uri, method: .get, headers: headers, body: nil)
            #expect(answer.status.code < 500, "\(uri.prefix(200))")
          }
        }
      }
      let alive = try await app.client.executeRequest(uri: "/healthz", method: .get, headers: [:], body: nil)
      #expect(alive.status == .ok)
    }
  }
}
