import ArgumentParser
import HummingbirdCore
import HummingbirdTLS
import NIOSSL

/// Plain HTTP, or TLS with a certificate.
enum ServerTransport {
  /// - Throws: when only one of the files is given, or one of them does not read.
  static func build(certificate: String?, key: String?) throws -> HTTPServerBuilder {
    switch (certificate, key) {
    case (nil, nil): return .http1()
    case (let certificate?, let key?):
      let chain = try NIOSSLCertificate.fromPEMFile(certificate).map { NIOSSLCertificateSource.certificate($0) }
      let configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
      return try .tls(.http1(), tlsConfiguration: configuration)
    default: throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }
}
