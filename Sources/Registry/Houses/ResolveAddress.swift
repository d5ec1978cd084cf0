import Addresses
import Kernel
import Platform

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
    /// Why there is none, or not one: a stable word.
    package let reason: String?
    /// What of the text was not understood, folded, in order.
    package let unread: [String]
  }

  package static func run(_ text: String, caller: Caller, app: AppContext) async throws -> Answer {
    try caller.must(.read)
    let index = try app.index
    let scope = index.scope(of: caller)
    let placed = index.placedScope(of: caller)
    let asOf = app.clock.today
    let address = Address.parse(text)
    return try await app.store.read { reader in
      let resolution = try reader.resolve(text: text)
      let ids = resolution.houses.map { UInt32(truncatingIfNeeded: $0) }
        .filter { index.index.knows($0, .houses, scope: scope) }
      let rows = try reader.rows(of: .houses, ids: ids, columns: nil, asOf: asOf, scope: placed)
      let only = ids.count == 1 && resolution.namesHouse ? ids.first : nil
      let canonical = try only.flatMap { try reader.address(ofHouse: Int64($0)) } ?? address.canonical
      // A house that is there but not for this caller is the same as none: the reason must not tell them apart.
      // What the text itself is like says nothing of houses, so that it may be told.
      let ofText: AddressResolution.Reason? =
        [.unreadPart, .severalAddresses].contains(resolution.reason)
        ? resolution.reason : resolution.houses.isEmpty && address.canonical == nil ? .unreadable : nil
      return Answer(
        match: only != nil ? .one : ids.isEmpty ? .none : .many, houses: ids.compactMap { rows[$0] },
        canonical: resolution.unread.isEmpty ? canonical : nil, parsed: address,
        reason: (ofText ?? (ids.isEmpty ? .noSuchHouse : nil))?.rawValue, unread: resolution.unread)
    }
  }
}
