import Addresses

/// A unit (单位) that orders, duties and helpers can name. Committees are units by themselves and are not on the list.
package struct UnitRow: Sendable, Equatable {
  package let id: Int64
  package let name: String
  /// What it was called before; these names still find it.
  package let former: [String]
  /// Nothing new goes to it.
  package let isRetired: Bool
  package let version: Int64

  /// Whether a name that somebody wrote is this unit's, now or before.
  package func isCalled(_ text: String) -> Bool {
    let wanted = Self.folded(text)
    return Self.folded(name) == wanted || former.contains { Self.folded($0) == wanted }
  }

  /// Blanks, widths and brackets are no part of a name: `城管中队 ` and `社区平安办（信访）` are on the list.
  package static func folded(_ name: String) -> String {
    String(AddressFolding.fold(name).filter { !$0.isWhitespace })
  }
}
