import Kernel
import Platform

/// A new shop at a house. Who: a caller that may write, and in whose areas the house lies.
package enum AddShop {
  /// - Parameter since: when it moved in; nil: not known.
  /// - Returns: the new shop's id.
  /// - Throws: `not_found` for the house, `bad_identifier`, `credit_code_taken`.
  package static func run(
    _ draft: ShopDraft, house: Int64, since: Day?, caller: Caller, app: AppContext
  ) async throws -> Int64 {
    try caller.must(.write)
    let draft = try ShopRules.checked(draft)
    return try await app.write(as: caller) { writer, access in
      try access.requireVisible(.houses, house)
      let id = try writer.insertShop(draft)
      _ = try writer.insertOccupancy(
        OccupancyDraft(house: house, subject: .shop(id), role: "operator", since: since, source: draft.source))
      // Nothing is left behind that its maker could not see.
      try access.requireVisible(.shops, id)
      try writer.audit(caller, AuditEntry("shops.create", subject: .shops, id: id))
      return id
    }
  }
}
