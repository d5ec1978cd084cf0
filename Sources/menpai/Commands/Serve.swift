import ArgumentParser
import Domain
import Foundation
import HTTP
import Hummingbird
import Logging
import ServiceLifecycle
import UseCases
import Web
import Webhooks

/// `menpai serve`: the API and the pages, until SIGTERM.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serves the API and the pages.")

  @OptionGroup var database: DatabaseOptions
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

  func run() async throws {
    try await reporting {
      let settings = try await Settings(file: config)
      let log = try logger(settings)
      let limit = try requestsPerSecond ?? settings.number("requests.per.second")
      let office = try database.newOffice(security: security(limit), settings: settings)
      let webhooks = WebhookClient()
      let pages = try Pages.assets(folder: web ?? settings.text("web"))
      let group = ServiceGroup(
        configuration: .init(
          services: [
            .init(service: try application(door(office, pages, settings, log), settings, log)),
            .init(service: Housekeeping(office: office, webhooks: webhooks, log: log)),
          ],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(log)))
      // A client that was never closed ends the process with a complaint of its own.
      let served = await Result { try await group.run() }
      try await webhooks.close()
      try served.get()
      try await office.store.checkpoint()
    }
  }

  private func door(_ office: Office, _ pages: [PageAsset], _ settings: Settings, _ log: Logger) -> Door {
    let origins = (corsOrigin ?? settings.text("cors.origin") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    return Door(office: office, pages: pages, origins: origins, log: log)
  }

  private func application(_ door: Door, _ settings: Settings, _ log: Logger) throws -> some ApplicationProtocol {
    let host = host ?? settings.text("host") ?? "127.0.0.1"
    let port = try port ?? settings.number("port") ?? 8080
    let pool = ServerTransport.pool(wanted: try maxConnections ?? settings.number("max.connections"))
    return Application(
      responder: door.router().buildResponder(),
      server: try ServerTransport.build(
        certificate: tlsCertificate ?? settings.text("tls.certificate"), key: tlsKey ?? settings.text("tls.key"),
        pool: pool),
      configuration: .init(
        address: .hostname(host, port: port), serverName: "menpai", backlog: 1024,
        availableConnectionsDelegate: ConnectionCap(pool)),
      onServerRunning: { channel in
        let address = channel.localAddress.map(String.init(describing:)) ?? host
        log.notice("listening", metadata: ["address": "\(address)"])
      }, logger: quiet(log))
  }

  private func security(_ perSecond: Int?) -> SecuritySettings {
    var settings = SecuritySettings()
    if let perSecond {
      settings.requestsPerSecond = perSecond > 0 ? perSecond : nil
      settings.requestBurst = max(1, perSecond * 2)
    }
    return settings
  }

  private func logger(_ settings: Settings) throws -> Logger {
    var log = Logger(label: "menpai") { StreamLogHandler.standardError(label: $0) }
    let word = settings.text("log.level")
    guard let level = logLevel ?? Logger.Level(rawValue: word ?? "info") else {
      throw Problem(.invalid, "bad_settings", "没有「\(word ?? "")」这个日志级别。")
    }
    log.logLevel = level
    return log
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
