/// Whom this server may call: what is public, and beyond that what the operator has named (`--webhook-host`).
///
/// A street's other systems mostly lie on its own network, and so do its cameras, its printers and this server itself. Whoever
/// may make a webhook must not be able to look around there by having it called.
package struct WebhookReach: Sendable, Equatable {
  private let hosts: Set<String>
  private let ranges: [NetworkRange]

  /// Only what is public.
  package static let publicOnly = WebhookReach(hosts: [], ranges: [])

  private init(hosts: Set<String>, ranges: [NetworkRange]) { (self.hosts, self.ranges) = (hosts, ranges) }

  /// - Parameter allowed: names (`pad.street.lan`), addresses and networks (`10.1.0.0/16`).
  /// - Throws: `bad_settings` for what is neither.
  package init(allowed: [String]) throws(Problem) {
    var (hosts, ranges): (Set<String>, [NetworkRange]) = ([], [])
    for text in allowed {
      if let range = NetworkRange(text) {
        ranges.append(range)
      } else if Self.isName(text) {
        hosts.insert(text.lowercased())
      } else {
        throw Problem(
          .invalid, "bad_settings", "回调允许的主机「\(text)」应为域名、IP 地址或网段，例如 pad.street.lan、10.1.0.0/16。")
      }
    }
    self.init(hosts: hosts, ranges: ranges)
  }

  /// Letters, digits, dots, hyphens, with a letter in the last part: `2130706433` and `0x7f000001` are addresses in disguise.
  package static func isName(_ text: String) -> Bool {
    let allowed = text.utf8.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 0x20) || $0 == 45 || $0 == 46 || $0 == 95
    }
    guard allowed, let last = text.split(separator: ".").last else { return false }
    return last.utf8.contains { (97...122).contains($0 | 0x20) } && !last.lowercased().hasPrefix("0x")
  }

  /// Whether the operator has named this host, wherever its name leads.
  package func names(_ host: String) -> Bool { hosts.contains(host.lowercased()) }

  /// Whether an address, given or found for `host`, may be called.
  package func allows(_ address: NetworkAddress, for host: String) -> Bool {
    address.isPublic || names(host) || ranges.contains { $0.contains(address) }
  }
}
