import ArgumentParser
import HTTP
import HummingbirdCore
import HummingbirdTLS
import NIOSSL

/// Plain HTTP, or TLS with a certificate.
enum ServerTransport {
  /// A connection that says nothing for a minute, also in the middle of a request, makes room for others. A feed of
  /// events goes on: its request is over.
  private static var http: HTTP1Channel.Configuration {
    .init(additionalChannelHandlers: [RefusalsAsProblems()], idleTimeout: .seconds(60))
  }

  /// - Throws: when only one of the files is given, or one of them does not read.
  static func build(certificate: String?, key: String?) throws -> HTTPServerBuilder {
    switch (certificate, key) {
    case (nil, nil): return .http1(configuration: http)
    case (let certificate?, let key?):
      let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
      let configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
      return try .tls(.http1(configuration: http), tlsConfiguration: configuration)
    default: throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }
}
