import FilterLanguage

/// How far from a row an expression looks: after a commit only rows within that distance of what changed can have another
/// answer. One step of distance is one link of person, house, shop, building, asset or order.
struct Reach: Equatable {
  var length = 0
  /// Whether rows of places decide too, so that the answer differs by the asker's scope.
  var dependsOnScope = false

  private static let own = Reach()

  private mutating func add(_ other: Reach, after steps: Int = 0) {
    length = max(length, other.length + steps)
    dependsOnScope = dependsOnScope || other.dependsOnScope
  }

  /// Of a computed tag it is known already (`RuleTable`): how often rules name rules does not matter.
  static func of(_ expression: Expression, _ subject: Subject, _ rules: RuleTable) -> Reach {
    switch expression {
    case .everything: return own
    case .and(let parts), .or(let parts):
      return parts.reduce(into: own) { $0.add(of($1, subject, rules)) }
    case .not(let inner): return of(inner, subject, rules)
    case .tag(let code): return rules.reaches[code] ?? own
    case .field(let field, _): return of(field, subject)
    case .related(_, let relation, let inner), .count(let relation, let inner, _, _):
      guard let target = relation.target(from: subject),
        let step = Step(relation, from: subject, dataset: { _ in 0 })
      else { return own }
      var reach = Reach(length: step.length, dependsOnScope: step.length > 0 || relation == .visits)
      reach.add(of(inner, target, rules), after: step.length)
      return reach
    }
  }

  private static func of(_ field: Field, _ subject: Subject) -> Reach {
    if subject == .workOrders { return ofOrder(field) }
    let toHouse = subject == .houses || subject == .buildings ? 0 : 1
    switch field {
    case .address, .committee, .grid, .subdistrict, .district:
      return Reach(length: toHouse, dependsOnScope: toHouse > 0)
    case .road, .compound:
      return Reach(length: toHouse + (subject == .buildings ? 0 : 1), dependsOnScope: subject != .buildings)
    case .residents: return Reach(length: 1, dependsOnScope: true)
    case .use: return Reach(length: 1)
    case .lastVisited, .elevators: return Reach(length: 1, dependsOnScope: true)
    case .role, .since, .until: return Reach(length: 0, dependsOnScope: true)
    default: return own
    }
  }

  /// An order's areas are its own; its address is that of its house or building, whoever asks.
  private static func ofOrder(_ field: Field) -> Reach {
    switch field {
    case .address: Reach(length: 1)
    case .road, .compound: Reach(length: 2)
    default: own
    }
  }
}
