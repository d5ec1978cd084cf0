import Foundation
import HTTPTypes
import Kernel

/// Where a request comes from: the connection's own address, or, behind a proxy that the operator trusts, what the proxy says.
///
/// Each proxy adds the address that it saw at the right end of `X-Forwarded-For`, so the caller is the last one there that is
/// no trusted proxy itself. What stands further left is whatever the caller cared to send.
enum ClientOrigin {
  static func of(_ peer: String, headers: HTTPFields, trusted: [NetworkRange]) -> String {
    guard isTrusted(peer, trusted) else { return peer }
    let said = headers[values: .xForwardedFor].flatMap { $0.split(separator: ",") }
    for part in said.reversed() {
      let text = part.trimmingCharacters(in: .whitespaces)
      // Whatever is no address ends the chain that can be believed.
      guard NetworkAddress(text) != nil else { return peer }
      if !isTrusted(text, trusted) { return text }
    }
    return peer
  }

  /// Whether the peer's word about the request (`X-Forwarded-Proto`) counts.
  static func isTrusted(_ peer: String, _ trusted: [NetworkRange]) -> Bool {
    guard !trusted.isEmpty, let address = NetworkAddress(peer) else { return false }
    return trusted.contains { $0.contains(address) }
  }
}

extension HTTPField.Name {
  static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .accept
}
