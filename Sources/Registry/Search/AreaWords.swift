import FilterLanguage
import Kernel
import Platform
import TagIndex

/// Areas that a question names. One that does not exist for the caller is refused in the same words as one that does not
/// exist at all.
package enum AreaWords {
  /// - Throws: `unknown_area` with near names among those that the caller knows.
  package static func check(_ expression: Expression, _ caller: Caller, _ tree: AreaTree) throws(Problem) {
    // Who is bound to a unit alone works in all areas, which are no secret.
    guard !caller.role.seesAllAreas, !(caller.areas.isEmpty && caller.unit != nil) else { return }
    let named = all(in: expression)
    guard !named.isEmpty else { return }
    let visible = tree.visible(to: caller).compactMap { tree.byID[$0] }
    for (level, name) in named {
      let bare = AreaName.bare(name, level)
      let known = visible.filter { $0.level == level }
      if known.contains(where: { $0.code == name || AreaName.bare($0.name, level) == bare }) { continue }
      let names = Set(known.map { AreaName.bare($0.name, level) }).sorted()
      throw Problem(
        .invalid, "unknown_area", "没有区划「\(name)」。",
        notes: [.init(.parameter("where"), "没有区划「\(name)」。", suggestions: Nearest.first(5, to: bare, among: names))])
    }
  }

  private static func all(in expression: Expression) -> [(AreaFacts.Level, String)] {
    switch expression {
    case .everything, .tag: []
    case .and(let parts), .or(let parts): parts.flatMap(all)
    case .not(let inner), .related(_, _, let inner), .count(_, let inner, _, _): all(in: inner)
    case .field(let field, let test): level(field).map { level in names(test).map { (level, $0) } } ?? []
    }
  }

  private static func level(_ field: Field) -> AreaFacts.Level? {
    switch field {
    case .committee: .committee
    case .grid: .grid
    case .subdistrict: .subdistrict
    case .district: .district
    default: nil
    }
  }

  private static func names(_ test: Test) -> [String] {
    let values: [Value] =
      switch test {
      case .compare(_, let value): [value]
      case .list(let list): list
      case .range, .period: []
      }
    return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
  }
}
