import Kernel
import Platform
import TagIndex

/// Which places exist for a caller: a text may name one that does not.
struct KnownPlaces: Sendable {
  private let policy: AccessPolicy
  /// Committees and grids; nil for all.
  let areas: [UInt32]?
  /// The tickets that exist for the caller.
  let tickets: Bitmap

  init(_ caller: Caller, _ app: AppContext) throws(Problem) {
    policy = try AccessPolicy(caller, app)
    areas = policy.placed?.sorted()
    tickets = policy.everyone(.workOrders)
  }

  func shops(_ ids: [UInt32]) -> [UInt32] { ids.filter { policy.exists(.shops, Int64($0)) } }
  func houses(_ ids: [UInt32]) -> [UInt32] { ids.filter { policy.exists(.houses, Int64($0)) } }
  func buildings(_ ids: [UInt32]) -> [UInt32] { ids.filter { policy.exists(.buildings, Int64($0)) } }
}

extension AppContext {
  /// What a category is called: a duty by its title.
  package func title(ofCategory book: TicketBook, _ number: UInt16) -> String {
    let word = book.categories[Int(number)]
    guard let duty = dispatchService.duty(word) else { return word.isEmpty ? "未分类" : word }
    return duty.subcategory.isEmpty ? duty.category : duty.subcategory
  }
}
