import ArgumentParser
import Domain
import Foundation
import HTTP
import Hummingbird
import Logging
import ServiceLifecycle
import UseCases
import Web

/// `menpai serve`: the API and the pages, until SIGTERM.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serves the API and the pages.")

  @OptionGroup var database: DatabaseOptions
  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on; 0 for any.") var port = 8080
  @Option(help: "A PEM file with the certificate and its chain.") var tlsCertificate: String?
  @Option(help: "A PEM file with the certificate's key.") var tlsKey: String?
  @Option(help: "A folder with pages to serve instead of the built-in ones.") var web: String?
  @Option(help: "Requests a second that one caller may make; 0 for no limit.") var requestsPerSecond: Int?
  @Option(help: "trace, debug, info, notice, warning, error, critical.") var logLevel: Logger.Level = .info

  func run() async throws {
    try await reporting {
      let log = logger()
      let office = try database.newOffice(security: security)
      let router = Door(office: office, pages: try Pages.assets(folder: web), log: log).router()
      let application = Application(
        responder: router.buildResponder(), server: try ServerTransport.build(certificate: tlsCertificate, key: tlsKey),
        configuration: .init(address: .hostname(host, port: port), serverName: "menpai"),
        onServerRunning: { channel in
          log.notice(
            "listening", metadata: ["address": "\(channel.localAddress.map(String.init(describing:)) ?? host)"])
        }, logger: quiet(log))
      let group = ServiceGroup(
        configuration: .init(
          services: [.init(service: application), .init(service: Housekeeping(office: office, log: log))],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet(log)))
      try await group.run()
      try await office.store.checkpoint()
    }
  }

  private var security: SecuritySettings {
    var settings = SecuritySettings()
    if let requestsPerSecond {
      settings.requestsPerSecond = requestsPerSecond > 0 ? requestsPerSecond : nil
      settings.requestBurst = max(1, requestsPerSecond * 2)
    }
    return settings
  }

  private func logger() -> Logger {
    var log = Logger(label: "menpai") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = logLevel
    return log
  }

  /// The libraries' own lines may name whole requests, and so what people searched for: only their warnings are kept.
  private func quiet(_ log: Logger) -> Logger {
    var quiet = log
    quiet.logLevel = max(logLevel, .warning)
    return quiet
  }
}

extension Logger.Level: ExpressibleByArgument {}
