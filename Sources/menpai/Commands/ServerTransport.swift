import ArgumentParser
import HummingbirdCore
import HummingbirdTLS
import Kernel
import NIOSSL
import Server

/// Plain HTTP, or TLS with a certificate.
enum ServerTransport {
  /// Connections beyond this are more than a street has, whatever the machine would allow.
  private static let mostConnections = 4096

  /// All connections, as many as the limit of open files leaves room for; the limit is raised first.
  static func pool(wanted: Int?) -> ConnectionPool {
    ConnectionPool(capacity: OpenFiles.connections(under: OpenFiles.raiseLimit(), wanted: wanted ?? mostConnections))
  }

  /// - Throws: when only one of the files is given, or one of them does not read.
  static func build(certificate: String?, key: String?, pool: ConnectionPool) throws -> HTTPServerBuilder {
    switch (certificate, key) {
    case (nil, nil): return ServerConnection.builder(pool: pool, isSecure: false)
    case (let certificate?, let key?):
      let chain = try read(certificate, "证书") { try NIOSSLCertificate.fromPEMFile($0) }
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain.map { .certificate($0) },
        privateKey: .privateKey(try read(key, "私钥") { try NIOSSLPrivateKey(file: $0, format: .pem) }))
      // RFC 8996: the older ones are not to be spoken any more.
      configuration.minimumTLSVersion = .tlsv12
      return try .tls(ServerConnection.builder(pool: pool, isSecure: true), tlsConfiguration: configuration)
    default: throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }

  private static func read<T>(_ path: String, _ what: String, _ body: (String) throws -> T) throws(Problem) -> T {
    do {
      return try body(path)
    } catch {
      throw Problem(.invalid, "bad_tls_file", "TLS \(what) \(path) 读不出来：没有这个文件、没有读取权限，或不是 PEM 格式。")
    }
  }
}
