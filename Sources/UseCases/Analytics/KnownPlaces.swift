import Domain
import Insight
import TagIndex

/// Which places exist for a caller: a text may name one that does not.
struct KnownPlaces: Sendable {
  private let index: LiveIndex
  private let scope: Scope
  /// Committees and grids; nil for all.
  let areas: [UInt32]?

  init(_ caller: Caller, _ office: Office) throws(Problem) {
    index = try office.index
    (scope, areas) = (index.scope(of: caller), index.placedScope(of: caller))
  }

  func shops(_ ids: [UInt32]) -> [UInt32] { ids.filter { index.index.knows($0, .shops, scope: scope) } }
  func houses(_ ids: [UInt32]) -> [UInt32] { ids.filter { index.index.knows($0, .houses, scope: scope) } }
  func buildings(_ ids: [UInt32]) -> [UInt32] { ids.filter { index.index.knows($0, .buildings, scope: scope) } }
}

extension Office {
  /// What a category is called: a duty by its title.
  func title(ofCategory book: TicketBook, _ number: UInt16) -> String {
    let word = book.categories[Int(number)]
    guard let duty = desk.duty(word) else { return word.isEmpty ? "未分类" : word }
    return duty.subcategory.isEmpty ? duty.category : duty.subcategory
  }
}
