import Accounts
import Assembly
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import Platform
import Server
import Support

/// An office behind its door, with nobody in it but two who may log in: admin, and 王小敏, a worker in Huangpu.
struct HTTPOffice: Sendable {
  static let password = "correct horse"

  let app: AppContext
  let clock: TestClock
  let client: any TestClientProtocol

  /// - Parameters:
  ///   - isReady: false leaves the index unbuilt.
  ///   - isLive: behind a socket, with the server's own connections.
  static func run(
    isReady: Bool = true, isLive: Bool = false, origins: [String] = [],
    _ body: @escaping @Sendable (HTTPOffice) async throws -> Void
  ) async throws {
    try await withTemporaryStore { store, clock in
      var settings = SecuritySettings()
      settings.passwordCost = .init(logN: 4)
      settings.webhookReach = try WebhookReach(allowed: ["10.0.0.0/8"])
      let app = AppContext(store: store, security: settings, questions: .patient, followers: API.followers)
      _ = try await AddUser(name: "admin", role: .admin, password: password).run(in: app, by: .operatorAtConsole)
      _ = try await AddUser(name: "王小敏", role: .worker, areas: ["310101"], title: "社工", password: password)
        .run(in: app, by: .operatorAtConsole)
      if isReady { try await app.open() }
      let page = PageAsset(path: "/", contentType: "text/html; charset=utf-8", bytes: Array("<p>门牌</p>".utf8))
      let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let door = API.door(app: app, pages: [page], origins: origins, log: log)
      let application = Application(
        responder: door.router().buildResponder(),
        server: ServerConnection.builder(pool: ConnectionPool(capacity: 100), isSecure: false),
        configuration: .init(address: .hostname("127.0.0.1", port: 0)), logger: log)
      try await application.test(isLive ? .live : .router) { client in
        try await body(HTTPOffice(app: app, clock: clock, client: DescribedClient(client)))
      }
      await app.imports.settle()
      await app.runs.settle()
    }
  }

  /// A fresh session's token.
  func logIn(_ name: String = "admin") async throws -> String {
    try await LogIn(name: name, password: Self.password).run(in: app, origin: "local").token
  }
}
