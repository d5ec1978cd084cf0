// Which tests a type of field takes. The text and the JSON form ask here, so that they agree.

extension FieldType {
  /// The operators that a field of this type takes.
  package var operators: [Operator] {
    switch self {
    case .text, .address: [.equal, .notEqual, .matches]
    case .word, .area: [.equal, .notEqual]
    case .sealed, .flag: [.equal]
    case .number, .day, .time: [.equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual]
    }
  }

  /// Whether `in a..b` makes sense.
  package var hasOrder: Bool {
    switch self {
    case .number, .day, .time: true
    case .text, .word, .sealed, .address, .area, .flag: false
    }
  }

  /// Whether `in [a, b]` makes sense.
  package var takesLists: Bool {
    switch self {
    case .sealed, .flag: false
    case .text, .word, .address, .area, .number, .day, .time: true
    }
  }
}

extension FieldEntry {
  package func check(_ op: Operator) throws(Fault) {
    let allowed = type.operators
    guard !allowed.contains(op) else { return }
    throw Fault(
      .syntax, "“\(name)”（\(title)）不能用 \(op.rawValue)，可用：\(allowed.map(\.rawValue).joined(separator: " "))",
      suggestions: allowed.map { "\(name) \($0.rawValue)" })
  }

  /// Builds `in a..b`; not both ends open, and the start not after the end.
  package func range(_ from: Value?, _ to: Value?) throws(Fault) -> Test {
    guard type.hasOrder else { throw Fault(.syntax, "“\(name)”（\(title)）没有先后大小，不能用范围") }
    guard from != nil || to != nil else { throw Fault(.syntax, "范围至少要写一头，例如 60.. 或 ..60") }
    if let from, let to, from.isSurelyAfter(to) {
      throw Fault(.value, "范围的开头在结尾之后，永远没有结果", suggestions: ["\(to.text)..\(from.text)"])
    }
    return .range(from, to)
  }

  package func period(_ period: Period) throws(Fault) -> Test {
    guard type == .day else { throw Fault(.syntax, "“\(name)”（\(title)）不是日期，不能用 \(period.text)") }
    return .period(period)
  }

  package func list(_ values: [Value]) throws(Fault) -> Test {
    guard type.takesLists else { throw Fault(.syntax, "“\(name)”（\(title)）不能用列表，只能用 =") }
    guard !values.isEmpty else { throw Fault(.syntax, "列表里至少要有一个值") }
    return .list(values)
  }
}

extension Value {
  /// True only when it is so on every day; two relative days compare when they count in the same unit.
  fileprivate func isSurelyAfter(_ other: Value) -> Bool {
    if let left = magnitude, let right = other.magnitude { return left > right }
    guard case .day(let left) = self, case .day(let right) = other else { return false }
    switch (left, right) {
    case (.on(let left), .on(let right)): return left > right
    case (.today(let left, let leftUnit), .today(let right, let rightUnit)):
      return left > right && (leftUnit == rightUnit || left == 0 || right == 0)
    default: return false
    }
  }
}
