extension Expression {
  /// The same question with its parts in one order and each said once, so that two that differ in that alone are equal.
  package var canonical: Expression {
    switch self {
    case .everything, .tag, .field: self
    case .and(let parts): Self.sorted(parts) { .and($0) }
    case .or(let parts): Self.sorted(parts) { .or($0) }
    case .not(let inner): .not(inner.canonical)
    case .related(let quantifier, let relation, let inner): .related(quantifier, relation, inner.canonical)
    case .count(let relation, let inner, let op, let number): .count(relation, inner.canonical, op, number)
    }
  }

  private static func sorted(_ parts: [Expression], _ join: ([Expression]) -> Expression) -> Expression {
    let words = Vocabulary(tags: [], datasets: [])
    let named = Dictionary(
      parts.map(\.canonical).map { (FilterPrinter.text($0, vocabulary: words), $0) }, uniquingKeysWith: { $1 })
    let sorted = named.sorted { $0.key < $1.key }.map(\.value)
    return sorted.count == 1 ? sorted[0] : join(sorted)
  }
}
