import Kernel
import Platform
import TagIndex

/// Which requests exist for a caller: the work orders that it may see, and those that it has posted itself. Who may not
/// read sees only the latter.
struct PublicRequestAccessPolicy: Sendable {
  private let caller: Caller
  private let rows: Bitmap?
  private let within: Set<UInt32>?

  /// - Parameter jurisdiction: a code that bounds it further.
  /// - Throws: `unknown_jurisdiction`.
  init(_ caller: Caller, jurisdiction: String?, _ app: AppContext) throws {
    self.caller = caller
    within = try Jurisdiction.areas(jurisdiction, app: app)
    if caller.role.seesAllAreas || !caller.may(.read) {
      rows = nil
    } else {
      let index = try app.index
      rows = index.index.universe(.workOrders, asOf: app.clock.today, scope: index.scope(of: caller))
    }
  }

  func sees(_ id: Int64, area: UInt32, pushedBy: Int64?) -> Bool {
    guard within?.contains(area) ?? true else { return false }
    if caller.role.seesAllAreas || (caller.id != nil && caller.id == pushedBy) { return true }
    return rows?.contains(UInt32(truncatingIfNeeded: id)) ?? false
  }
}
