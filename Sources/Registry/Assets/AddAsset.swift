import Kernel
import Platform

/// A new asset on a building or house. Who: a caller that may write, and in whose areas the place lies.
package enum AddAsset {
  /// - Returns: the new asset's id.
  /// - Throws: `not_found` for the place, `asset_code_taken`.
  package static func run(_ draft: AssetDraft, caller: Caller, app: AppContext) async throws -> Int64 {
    try caller.must(.write)
    return try await app.write(as: caller) { writer, access in
      switch draft.place {
      case .building(let id): try access.requireVisible(.buildings, id)
      case .house(let id): try access.requireVisible(.houses, id)
      }
      let id = try writer.insertAsset(draft)
      try writer.audit(caller, AuditEntry("assets.create", subject: .assets, id: id))
      return id
    }
  }
}
