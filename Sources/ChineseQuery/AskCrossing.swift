import FilterLanguage

/// The way from one subject to another through the relations.
struct AskCrossing {
  let steps: [Relation]

  static func path(from: Subject, to: Subject) -> AskCrossing? {
    switch (from, to) {
    case (.houses, .people): AskCrossing(steps: [.residents])
    case (.buildings, .people): AskCrossing(steps: [.houses, .residents])
    case (.people, .houses), (.shops, .houses): AskCrossing(steps: [.house])
    case (.people, .buildings), (.shops, .buildings): AskCrossing(steps: [.house, .building])
    case (.houses, .buildings), (.assets, .buildings): AskCrossing(steps: [.building])
    case (.buildings, .houses): AskCrossing(steps: [.houses])
    case (.houses, .shops): AskCrossing(steps: [.shops])
    case (.buildings, .shops): AskCrossing(steps: [.houses, .shops])
    case (.buildings, .assets): AskCrossing(steps: [.assets])
    case (.houses, .assets): AskCrossing(steps: [.building, .assets])
    case (.people, .assets): AskCrossing(steps: [.house, .building, .assets])
    case (.workOrders, .people): AskCrossing(steps: [.people])
    case (.workOrders, .shops): AskCrossing(steps: [.shop])
    case (.workOrders, .houses): AskCrossing(steps: [.house])
    case (.workOrders, .buildings): AskCrossing(steps: [.house, .building])
    case (.shops, .workOrders), (.houses, .workOrders), (.buildings, .workOrders): AskCrossing(steps: [.workOrders])
    default: nil
    }
  }

  /// There is one at the end of the way for which `expression` holds.
  func any(_ expression: Expression) -> Expression {
    steps.reversed().reduce(expression) { .related(.any, $1, $0) }
  }

  /// The same of work orders: 长乐路上酒吧的投诉 are themselves on that road.
  func anyHere(_ expression: Expression) -> Expression {
    guard steps == [.shop], case .and(let parts) = expression else { return any(expression) }
    let places = parts.filter(\.isPlace)
    let rest = parts.filter { !$0.isPlace }
    return places.isEmpty || rest.isEmpty ? any(expression) : .conjunction(places + [any(.conjunction(rest))])
  }

  /// There is none.
  func none(_ expression: Expression) -> Expression {
    guard let first = steps.first else { return .not(expression) }
    let rest = AskCrossing(steps: Array(steps.dropFirst())).any(expression)
    return steps.count == 1 ? .related(.no, first, rest) : .not(.related(.any, first, rest))
  }
}

extension Expression {
  /// Where something is.
  fileprivate var isPlace: Bool {
    guard case .field(let field, _) = self else { return false }
    return [.road, .compound, .committee, .grid, .subdistrict, .district].contains(field)
  }
}
