import ArgumentParser
import Assembly
import Foundation
import Hummingbird
import Kernel
import Logging
import Pages
import Platform
import Server
import ServiceLifecycle
import Storage
import Webhooks

/// `menpai serve`: the API and the pages, until SIGTERM.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serves the API and the pages.")

  @OptionGroup var database: DatabaseOptions
  @Flag(help: "Make the database when there is none.") var create = false
  @Option(help: "A JSON file with settings; also MENPAI_CONFIG. Flags and MENPAI_… come before it.") var config: String?
  @Option(help: "The address to listen on; 127.0.0.1.") var host: String?
  @Option(help: "The port to listen on, 0 for any; 8080.") var port: Int?
  @Option(help: "A PEM file with the certificate and its chain.") var tlsCertificate: String?
  @Option(help: "A PEM file with the certificate's key.") var tlsKey: String?
  @Option(help: "A folder with pages to serve instead of the built-in ones.") var web: String?
  @Option(help: "Sites whose pages may call the API from a browser, comma-separated; none. * for all.")
  var corsOrigin: String?
  @Option(help: "Connections at once; 4096, or what the limit of open files leaves room for.") var maxConnections: Int?
  @Option(help: "Requests a second that one caller may make; 0 for no limit.") var requestsPerSecond: Int?
  @Option(help: "trace, debug, info, notice, warning, error, critical; info.") var logLevel: Logger.Level?
  @Option(
    name: .customLong("trusted-proxy"),
    help: "An address or network of proxies whose X-Forwarded-For counts; may be given again.")
  var trustedProxies: [String] = []
  @Option(
    name: .customLong("webhook-host"),
    help: "A host, address or network beyond the public internet that webhooks may go to; may be given again.")
  var webhookHosts: [String] = []

  func run() async throws {
    try await reporting {
      let settings = try await Settings(file: config)
      let log = try logger(settings)
      let security = try security(settings)
      let app = try openOffice(security, settings)
      let lock = try DatabaseLock(path: app.store.path)
      defer { withExtendedLifetime(lock) {} }
      let pages = try Pages.assets(folder: web ?? settings.text(.web))
      let server = try application(door(app, pages, settings, log), settings, log)
      let webhooks = WebhookClient(reach: security.webhookReach)
      let group = ServiceGroup(
        configuration: .init(
          services: [
            .init(service: server), .init(service: Housekeeping(app: app, webhooks: webhooks, log: log)),
          ],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(log)))
      // A client that was never closed ends the process with a complaint of its own.
      let served = await Result { try await group.run() }
      try await webhooks.close()
      do { try served.get() } catch { throw StartError.problem(error, host: host, port: port) ?? error }
      try await app.store.checkpoint()
    }
  }

  private func openOffice(_ security: SecuritySettings, _ settings: Settings) throws -> AppContext {
    let path = try database.path(settings)
    guard create || FileManager.default.fileExists(atPath: path) else {
      throw Problem(
        .notFound, "no_database", "没有数据库 \(path)。请检查路径；要建一个新库，请加上 --create。")
    }
    return try database.newOffice(security: security, settings: settings)
  }

  private func door(_ app: AppContext, _ pages: [PageAsset], _ settings: Settings, _ log: Logger) -> APIRouter {
    let origins = (corsOrigin ?? settings.text(.corsOrigin) ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    return API.door(app: app, pages: pages, origins: origins, log: log)
  }

  private func application(_ door: APIRouter, _ settings: Settings, _ log: Logger) throws -> some ApplicationProtocol {
    let host = host ?? settings.text(.host) ?? "127.0.0.1"
    let port = try port ?? settings.number(.port) ?? 8080
    guard (0...65_535).contains(port) else { throw Problem(.invalid, "bad_settings", "端口应为 0 至 65535。") }
    let pool = ServerTransport.pool(wanted: try maxConnections ?? settings.number(.maxConnections))
    return Application(
      responder: door.router().buildResponder(),
      server: try ServerTransport.build(
        certificate: tlsCertificate ?? settings.text(.tlsCertificate), key: tlsKey ?? settings.text(.tlsKey),
        pool: pool),
      configuration: .init(
        address: .hostname(host, port: port), serverName: "menpai", backlog: 1024,
        availableConnectionsDelegate: ConnectionCap(pool)),
      onServerRunning: { channel in
        let address = channel.localAddress.map(String.init(describing:)) ?? host
        log.notice("listening", metadata: ["address": "\(address)"])
      }, logger: quiet(log))
  }

  private func security(_ settings: Settings) throws -> SecuritySettings {
    var security = SecuritySettings()
    if let perSecond = try requestsPerSecond ?? settings.number(.requestsPerSecond) {
      security.requestsPerSecond = perSecond > 0 ? perSecond : nil
      security.requestBurst = max(1, perSecond * 2)
    }
    let hosts = webhookHosts.isEmpty ? settings.list(.webhookHosts) : webhookHosts
    security.webhookReach = try WebhookReach(allowed: hosts)
    let proxies = trustedProxies.isEmpty ? settings.list(.trustedProxies) : trustedProxies
    security.trustedProxies = try proxies.map { text throws(Problem) in
      guard let range = NetworkRange(text) else {
        throw Problem(.invalid, "bad_settings", "受信任的代理「\(text)」应为 IP 地址或网段，例如 10.0.0.2、10.0.0.0/8。")
      }
      return range
    }
    return security
  }

  /// One set-up for the whole process: what features log in the background obeys the same level.
  private func logger(_ settings: Settings) throws -> Logger {
    let word = settings.text(.logLevel)
    guard let level = logLevel ?? Logger.Level(rawValue: word ?? "info") else {
      throw Problem(.invalid, "bad_settings", "没有「\(word ?? "")」这个日志级别。")
    }
    LoggingSystem.bootstrap { label in
      var handler = StreamLogHandler.standardError(label: label)
      handler.logLevel = level
      return handler
    }
    return Logger(label: "menpai")
  }

  /// The libraries' own lines may name whole requests, and so what people searched for: only their warnings are kept.
  private func quiet(_ log: Logger) -> Logger {
    var quiet = log
    quiet.logLevel = max(log.logLevel, .warning)
    return quiet
  }
}

extension Logger.Level: ExpressibleByArgument {}

extension Result where Failure == any Error {
  /// What comes of asynchronous work.
  fileprivate init(_ work: () async throws -> Success) async {
    do { self = .success(try await work()) } catch { self = .failure(error) }
  }
}
