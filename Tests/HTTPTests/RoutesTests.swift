import Foundation
import Logging
import Support
import Testing
@testable import Accounts
@testable import Admissions
@testable import Analytics
@testable import Assembly
@testable import ChangeFeed
@testable import DataRequests
@testable import Exports
@testable import FilterLanguage
@testable import Imports
@testable import Kernel
@testable import Ledgers
@testable import Open311
@testable import Platform
@testable import Questions
@testable import Registry
@testable import Reminders
@testable import Reveals
@testable import Server
@testable import Webhooks
@testable import WorkOrders

/// Promises that hold for every route.
@Suite struct RoutesTests {
  private static let open = Set(
    ["log_in", "get_health", "get_readiness", "get_metrics", "get_description"]
      + ["discovery", "v2_discovery", "list_services", "get_service"].flatMap {
        ["open311_\($0)_json", "open311_\($0)_xml"]
      })

  private static func table() async throws -> [Route] {
    try await withTemporaryStore { store, _ in
      API.door(
        app: AppContext(store: store, questions: .patient, followers: API.followers), pages: [],
        log: Logger(label: "test")
      ).routes
    }
  }

  /// Whoever adds, moves or takes away a route says so here: `MENPAI_RECORD=1` writes the list anew.
  @Test func table_isTheGoldenList() async throws {
    let lines = try await Self.table().map { "\($0.method.rawValue) \($0.path) \($0.doc.id)" }.sorted()
    try Kept.mustMatch(lines.joined(separator: "\n") + "\n", "Golden/routes.txt", #filePath, at: #_sourceLocation)
  }

  @Test func withoutToken_everyRouteButTheOpenOnes_answers401() async throws {
    let routes = try await Self.table()
    #expect(Set(routes.filter { $0.access == .open }.map(\.doc.id)) == Self.open)
    try await HTTPOffice.run { app in
      for route in routes where !Self.open.contains(route.doc.id) {
        let path = route.path.replacing(/\{[a-z_]+\}/, with: "1")
        // GeoReport v2 says 403, and looks for the key in a form.
        let isOpen311 = route.keyParameter != nil
        let answer = try await Conversation(app.client).send(
          route.method.rawValue, path,
          headers: isOpen311 ? ["Content-Type": "application/x-www-form-urlencoded"] : [:], body: "{}")
        #expect(answer.status == (isOpen311 ? .forbidden : .unauthorized), "\(route.method) \(route.path)")
        #expect(!String(buffer: answer.body).contains("items"), "\(route.method) \(route.path)")
      }
    }
  }

  @Test func description_isTheTable_andEveryReferenceResolves() async throws {
    let routes = try await Self.table()
    try await HTTPOffice.run { app in
      let answer = try await Conversation(app.client).send("GET", "/openapi.json")
      let document = try JSONReader.read(Array(answer.body.readableBytesView))
      var described: Set<String> = []
      for path in document["paths"]?.members ?? [] {
        for operation in path.value.members {
          described.insert(
            "\(operation.name.uppercased()) \(path.name) \(operation.value["operationId"]?.string ?? "")")
        }
      }
      #expect(described == Set(routes.map { "\($0.method.rawValue) \($0.path) \($0.doc.id)" }))
      #expect(document == Description.ours.document)
    }
  }
}

extension JSONValue {
  var members: [Member] { if case .object(let members) = self { members } else { [] } }
}
