/// How large a question may be. A question that a person reads stays far below; the limits keep a hostile one cheap.
package enum FilterLimits {
  package static let characters = 4000
  /// Tags, comparisons, relations and counts; every value of a list counts.
  package static let terms = 200
  /// Parentheses and relations inside each other.
  package static let depth = 16

  static let tooLong = Fault(.limit, "筛选条件太长，最多\(characters)个字符")
  static let tooMany = Fault(.limit, "筛选条件太多，最多\(terms)项")
  static let tooDeep = Fault(.limit, "筛选条件嵌套太深，最多\(depth)层")

  /// Holds an expression that did not come from text to the same limits, so that it can be printed and read again.
  package static func check(_ expression: Expression) throws(Fault) {
    var size = Size()
    size.measure(expression, inside: .query, depth: 0)
    if size.depth > depth { throw tooDeep }
    if size.terms > terms { throw tooMany }
  }
}

/// Measures an expression as its text with the fewest parentheses would be.
private struct Size {
  package var terms = 0
  package var depth = 0

  package mutating func measure(_ expression: Expression, inside context: FilterPrinter.Context, depth: Int) {
    let depth = depth + (FilterPrinter.needsParentheses(expression, inside: context) ? 1 : 0)
    self.depth = max(self.depth, depth)
    switch expression {
    case .everything: break
    case .and(let parts): for part in parts { measure(part, inside: .and, depth: depth) }
    case .or(let parts): for part in parts { measure(part, inside: .or, depth: depth) }
    case .not(let inner): measure(inner, inside: .not, depth: depth)
    case .tag: terms += 1
    case .field(_, .list(let values)): terms += max(1, values.count)
    case .field: terms += 1
    case .related(_, _, let inner), .count(_, let inner, _, _):
      terms += 1
      measure(inner, inside: .query, depth: depth + 1)
    }
    self.depth = max(self.depth, depth)
  }
}
