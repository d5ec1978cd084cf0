import Dispatch
import Foundation
import Kernel

/// The addresses of a name, from the system's resolver, which blocks: on threads that nobody else waits for.
enum HostLookup {
  private static let queue = DispatchQueue(label: "menpai.webhooks.lookup", attributes: .concurrent)

  /// Each with its text; empty where the name has none.
  static func addresses(of host: String) async -> [(text: String, address: NetworkAddress)] {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: resolve(host)) }
    }
  }

  private static func resolve(_ host: String) -> [(text: String, address: NetworkAddress)] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [(text: String, address: NetworkAddress)] = []
    var next = list
    while let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let length = socklen_t(text.count)
      if getnameinfo(entry.ai_addr, entry.ai_addrlen, &text, length, nil, 0, NI_NUMERICHOST) == 0 {
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let name = String(decoding: bytes, as: UTF8.self)
        if let address = NetworkAddress(name) { found.append((name, address)) }
      }
      next = entry.ai_next
    }
    return found
  }
}
