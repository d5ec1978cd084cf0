import Foundation

/// An IP address as its bytes: 4 or 16. An IPv4 address inside IPv6 (`::ffff:10.0.0.8`, also by NAT64 and 6to4) is the
/// IPv4 address that it leads to.
package struct NetworkAddress: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Reads `10.0.0.8` and `fd00::1`, with or without brackets. Other spellings of IPv4 (`2130706433`, `0x7f.1`, `010.0.0.1`)
  /// are nil: whoever writes them means to be misread.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    if let four = Self.read(text, family: AF_INET, count: 4) {
      bytes = four
    } else if let sixteen = Self.read(text, family: AF_INET6, count: 16) {
      bytes = Self.inner(sixteen) ?? sixteen
    } else {
      return nil
    }
  }

  private static func read(_ text: String, family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  /// RFC 4291 2.5.5, RFC 6052 (64:ff9b::/96), RFC 3056 (2002::/16).
  private static func inner(_ bytes: [UInt8]) -> [UInt8]? {
    let zeros = [UInt8](repeating: 0, count: 10)
    if bytes.starts(with: zeros), bytes[10] == 0xFF, bytes[11] == 0xFF { return Array(bytes[12...]) }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) { return Array(bytes[12...]) }
    if bytes.starts(with: [0x20, 0x02]) { return Array(bytes[2..<6]) }
    return nil
  }

  /// Whether it is somewhere on the public internet: not this machine, not a private, link-local, shared, test, multicast or
  /// reserved network (IANA's special-purpose registries, RFC 6890).
  package var isPublic: Bool { !Self.special.contains { $0.contains(self) } }

  private static let special: [NetworkRange] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
    "::/8", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/9", "ff00::/8",
  ].compactMap { NetworkRange($0) }

  /// What one household or office has of an address: an IPv4 address itself, the first 64 bits of IPv6.
  package var site: String {
    bytes.count == 4
      ? bytes.map(String.init).joined(separator: ".")
      : stride(from: 0, to: 8, by: 2).map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }
        .joined(separator: ":") + "::/64"
  }
}

/// A network: `10.0.0.0/8`; without a length one address.
package struct NetworkRange: Hashable, Sendable {
  private let bytes: [UInt8]
  private let length: Int

  /// nil for what is no address, or a length that such an address does not have.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = NetworkAddress(first) else { return nil }
    bytes = address.bytes
    guard parts.count == 2 else {
      length = bytes.count * 8
      return
    }
    guard let length = Int(parts[1]), (0...bytes.count * 8).contains(length) else { return nil }
    self.length = length
  }

  package func contains(_ address: NetworkAddress) -> Bool {
    guard address.bytes.count == bytes.count else { return false }
    let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
    guard bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
    guard rest > 0 else { return true }
    let mask = UInt8(truncatingIfNeeded: 0xFF00 >> rest)
    return bytes[whole] & mask == address.bytes[whole] & mask
  }
}
