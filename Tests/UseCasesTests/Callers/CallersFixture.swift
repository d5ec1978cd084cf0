import Accounts
import Assembly
import Kernel
import Platform
import Support

/// An office with cheap passwords, one admin, 王小敏, who is a worker in Huangpu, and nobody else.
struct CallersFixture: Sendable {
  static let password = "correct horse"
  /// Huangpu and Xuhui, with their statistical codes.
  static let (huangpu, xuhui) = ("310101", "310104")

  let app: AppContext
  let clock: TestClock
  let admin: Account
  let worker: Account

  var adminCaller: Caller { admin.caller(origin: "10.0.0.1") }
  var workerCaller: Caller { worker.caller(origin: "10.0.0.2") }

  static func run(
    triesPerMinute: Int = 30, revealsPerHour: Int = 200, _ body: (CallersFixture) async throws -> Void
  ) async throws {
    try await withTemporaryStore { store, clock in
      var settings = SecuritySettings()
      settings.passwordCost = .init(logN: 4)
      settings.triesPerMinute = triesPerMinute
      settings.revealsPerHour = revealsPerHour
      let app = AppContext(store: store, security: settings, questions: .patient, followers: API.followers)
      let admin = try await AddUser(name: "admin", role: .admin, password: password)
        .run(in: app, by: .operatorAtConsole)
      let worker = try await AddUser(
        name: "王小敏", role: .worker, areas: [huangpu], title: "社工", password: password
      ).run(in: app, by: .operatorAtConsole)
      try await body(
        CallersFixture(app: app, clock: clock, admin: admin.account, worker: worker.account))
      // Whatever a test did, the log must be whole afterwards.
      let chain = try await store.read { try $0.auditChain() }
      guard chain.firstBroken == nil, chain.rows > 0 else { throw BrokenChain() }
    }
  }

  func logIn(_ name: String = "王小敏", _ password: String = password, from origin: String = "10.0.0.2") async throws
    -> LogIn.Welcome
  {
    try await LogIn(name: name, password: password).run(in: app, origin: origin)
  }

  /// The problem of a log-in that must not succeed.
  func refusedLogIn(_ name: String = "王小敏", _ password: String = "wrong", from origin: String = "10.0.0.2")
    async throws -> Problem?
  {
    try await refusal { _ = try await logIn(name, password, from: origin) }
  }

  func session(_ token: String, from origin: String = "10.0.0.2") async throws -> Session {
    try await app.security.authenticator.session(bearer: token, origin: origin)
  }

  /// The code with which a token is refused; nil when it is good.
  func refusedToken(_ token: String) async throws -> String? {
    try await refusal { _ = try await session(token) }?.code
  }

  func actions(_ filter: AuditFilter = AuditFilter()) async throws -> [String] {
    try await app.store.read { try $0.auditLines(filter, before: nil, limit: 100).map(\.action).reversed() }
  }
}

struct BrokenChain: Error {}
