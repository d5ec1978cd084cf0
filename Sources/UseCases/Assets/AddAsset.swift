import Domain
import Store

/// A new asset on a building or house. Who: a caller that may write, and in whose areas the place lies.
package enum AddAsset {
  /// - Returns: the new asset's id.
  /// - Throws: `not_found` for the place, `asset_code_taken`.
  package static func run(_ draft: AssetDraft, caller: Caller, office: Office) async throws -> Int64 {
    try caller.must(.write)
    switch draft.place {
    case .building(let id): try await office.mustSee(.buildings, id, caller)
    case .house(let id): try await office.mustSee(.houses, id, caller)
    }
    return try await office.store.write { writer in
      let id = try writer.insertAsset(draft)
      try writer.audit(caller, AuditEntry("assets.create", subject: .assets, id: id))
      return id
    }
  }
}
