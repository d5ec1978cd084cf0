/// A place that somebody's password is tried from, and what became of the tries: an address, or a device that has logged in.
package struct LogInSource: Sendable, Equatable {
  /// How long a place stays known after a right password, in seconds: 90 days.
  package static let knownFor = 90 * 86_400

  /// An address's `NetworkAddress.site`, or `device:` with the device's number.
  package let name: String
  /// Wrong passwords in a row from here.
  package var failures: Int
  package var lockedUntil: Instant?
  /// The last right password from here.
  package var succeededAt: Instant?

  package init(name: String, failures: Int = 0, lockedUntil: Instant? = nil, succeededAt: Instant? = nil) {
    (self.name, self.failures, self.lockedUntil, self.succeededAt) = (name, failures, lockedUntil, succeededAt)
  }

  /// Whether the name's owner has come in from here lately. What strangers do elsewhere does not lock such a place.
  package func isKnown(at now: Instant) -> Bool {
    guard let succeededAt else { return false }
    return now < succeededAt.adding(seconds: Self.knownFor)
  }

  package func isLocked(at now: Instant) -> Bool { lockedUntil.map { now < $0 } ?? false }

  /// The name of an address as a source: IPv6 by its first 64 bits, which one household has.
  package static func address(_ origin: String) -> String { NetworkAddress(origin)?.site ?? origin }
}
