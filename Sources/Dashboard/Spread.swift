import Kernel
import Server

/// A figure, whole and by area.
package struct Spread: Sendable, Equatable {
  package let whole: Cell
  /// One for each of `DashboardAreas`, in their order.
  package let byArea: [Cell]

  /// - Parameters:
  ///   - counts: by the areas' codes; what is missing is none.
  ///   - rule: nil shows everything.
  init(_ total: Int, _ counts: [String: Int], _ areas: DashboardAreas, _ rule: SmallCells?) {
    let numbers = areas.list.map { counts[$0.code] ?? 0 }
    guard let rule else {
      (whole, byArea) = (.shown(total), numbers.map { .shown($0) })
      return
    }
    whole = rule.whole(total)
    var cells = numbers.map { _ in Cell.withheld }
    for group in areas.groups {
      let parts = rule.parts(group.members.map { numbers[$0] }, of: group.parent.map { cells[$0] } ?? whole)
      for (index, cell) in zip(group.members, parts) { cells[index] = cell }
    }
    byArea = cells
  }

  var json: JSONValue { .object(members) }
  var members: [JSONValue.Member] { [.init("count", Self.json(whole))] + Self.members(byArea) }

  static func json(_ cell: Cell) -> JSONValue { if case .shown(let count) = cell { .integer(count) } else { .null } }

  /// `by`, with null for what is hidden, and which of these are not small ones.
  static func members(_ cells: [Cell]) -> [JSONValue.Member] {
    [
      .init("by", .array(cells.map(json))),
      .init("withheld", .array(cells.indices.filter { cells[$0] == .withheld }.map { .integer($0) })),
    ]
  }
}
