import Kernel
import Platform
import Storage

/// New values for some fields of a house, building, shop or asset. Who: a caller that may write, and in whose areas the
/// row lies. People have rules of their own (`ChangePerson`).
package enum ChangeRow {
  package enum Patch: Sendable {
    case house(HousePatch)
    case building(BuildingPatch)
    case shop(ShopPatch)
    case asset(AssetPatch)

    package var kind: SubjectKind {
      switch self {
      case .house: .houses
      case .building: .buildings
      case .shop: .shops
      case .asset: .assets
      }
    }
  }

  /// - Parameter version: what the caller last saw; nil writes whatever is there.
  /// - Throws: `not_found`, `version_conflict`, `credit_code_taken`, `bad_identifier`, what `RevealQuota` throws.
  package static func run(
    _ id: Int64, _ patch: Patch, version: Int64?, caller: Caller, app: AppContext
  ) async throws {
    try caller.must(.write)
    let checked = try check(patch)
    try await app.write(as: caller) { writer, access in
      try access.requireVisible(checked.kind, id)
      let changes =
        switch checked {
        case .house(let patch): try writer.updateHouse(id, patch, version: version)
        case .building(let patch): try writer.updateBuilding(id, patch, version: version)
        case .shop(let patch): try change(id, patch, version: version, caller, app, writer)
        case .asset(let patch): try writer.updateAsset(id, patch, version: version)
        }
      guard !changes.isEmpty else { return }
      try writer.audit(
        caller, AuditEntry("\(checked.kind.rawValue).update", subject: checked.kind, id: id, changes: changes))
    }
  }

  private static func change(
    _ id: Int64, _ patch: ShopPatch, version: Int64?, _ caller: Caller, _ app: AppContext, _ writer: Writer
  ) throws -> [AuditEntry.Change] {
    if let held = try writer.read.shop(id) { try NameTrial.count(patch, of: held, caller, app, writer) }
    return try writer.updateShop(id, patch, version: version)
  }

  private static func check(_ patch: Patch) throws(Problem) -> Patch {
    guard case .shop(let patch) = patch else { return patch }
    return .shop(try ShopRules.checked(patch))
  }
}
