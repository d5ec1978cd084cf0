import Domain
import Store

/// Which house an address means. Who: any caller that may read; houses outside the caller's areas are not there.
package enum ResolveAddress {
  package enum Match: String, Sendable { case one, many, none }

  package struct Answer: Sendable {
    package let match: Match
    /// JSON objects of the houses.
    package let houses: [String]
    /// The one house's address, else the text's own canonical form; nil when it has none.
    package let canonical: String?
    package let parsed: Address
    /// Why there is none: a stable word.
    package let reason: String?
  }

  package static func run(_ text: String, caller: Caller, office: Office) async throws -> Answer {
    try caller.must(.read)
    let index = try office.index
    let scope = index.scope(of: caller)
    let placed = index.placedScope(of: caller)
    let asOf = office.clock.today
    let address = Address.parse(text)
    return try await office.store.read { reader in
      let resolution = try reader.resolve(address)
      let ids = resolution.houses.map { UInt32(truncatingIfNeeded: $0) }
        .filter { index.index.knows($0, .houses, scope: scope) }
      let rows = try reader.rows(of: .houses, ids: ids, columns: nil, asOf: asOf, scope: placed)
      let only = ids.count == 1 ? ids.first : nil
      let canonical = try only.flatMap { try reader.address(ofHouse: Int64($0)) } ?? address.canonical
      // A house that is there but not for this caller is the same as none: the reason must not tell them apart.
      let reason =
        ids.isEmpty
        ? (resolution.houses.isEmpty && address.canonical == nil ? AddressResolution.Reason.unreadable : .noSuchHouse)
        : nil
      return Answer(
        match: ids.count == 1 ? .one : ids.isEmpty ? .none : .many, houses: ids.compactMap { rows[$0] },
        canonical: canonical, parsed: address, reason: reason?.rawValue)
    }
  }
}
