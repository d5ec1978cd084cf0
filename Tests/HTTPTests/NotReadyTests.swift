import FilterLanguage
import Hummingbird
import HummingbirdTesting
import Logging
import Platform
import Storage
import Support
import Testing
@testable import Accounts
@testable import Assembly
@testable import Server

/// While the index is being built nothing is written: whoever wrote could not find it.
@Suite struct NotReadyTests {
  @Test func everyWrite_isRefusedUntilTheIndexIsBuilt() async throws {
    try await withTemporaryStore { store, _ in
      let app = AppContext(store: store, questions: .patient, followers: API.followers)
      let token = try await CreateToken(name: "系统", role: .admin).run(in: app, by: .operatorAtConsole).token
      let door = API.door(app: app, pages: [], log: Logger(label: "test"))
      let before = try await store.read { try $0.lastChange() }
      try await Application(router: door.router()).test(.router) { client in
        let client = DescribedClient(client)
        for route in door.routes where route.method != .get && route.access == .token {
          let path = route.path.replacing("{id}", with: "1").replacing("{code}", with: "WM002")
          let answer = try await client.executeRequest(
            uri: path, method: route.method, headers: [.authorization: "Bearer \(token)"], body: nil)
          #expect(answer.status == .serviceUnavailable, "\(route.method) \(route.path) \(answer.status)")
        }
      }
      #expect(try await store.read { try $0.lastChange() } == before)
    }
  }
}
