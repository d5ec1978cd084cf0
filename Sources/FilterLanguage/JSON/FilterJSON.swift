import Kernel

/// The question as JSON, which mirrors the text: `{"and":[{"tag":"独居老人"},{"field":"age","op":">=","value":80}]}`.
package enum FilterJSON {
  /// The expression of a JSON form, in normal form and checked like text; `{}` is everything.
  ///
  /// Throws one `.invalid` problem with the codes of `FilterParser`; its note has a JSON pointer, below `pointer` (where
  /// the filter stands in the body) and the nearest names. Members that the form does not have are errors.
  package static func decode(
    _ value: JSONValue, about subject: Subject, vocabulary: Vocabulary, pointer: String = ""
  ) throws(Problem) -> Expression {
    do throws(Fault) {
      let reading = FilterJSONReading(names: NameFinder(vocabulary: vocabulary))
      if value == .object([]) { return .everything }
      let expression = try reading.expression(value, about: subject, pointer, depth: 0)
      try FilterLimits.check(expression)
      let text = FilterPrinter.text(expression, vocabulary: vocabulary)
      if text.utf8.count > FilterLimits.characters, text.count > FilterLimits.characters { throw FilterLimits.tooLong }
      return expression
    } catch { throw error.problem(.pointer(error.pointer ?? pointer)) }
  }
}

struct FilterJSONReading {
  let names: NameFinder
  /// JSON objects inside each other: for one pair of parentheses there may be an `or`, an `and` and a `not`.
  private static let nesting = 4 * FilterLimits.depth

  func expression(
    _ value: JSONValue, about subject: Subject, _ pointer: String, depth: Int
  ) throws(Fault) -> Expression {
    guard depth < Self.nesting else { throw FilterLimits.tooDeep.at(pointer: pointer) }
    let object = try FilterObject(value, at: pointer)
    switch object.kind {
    case "and", "or":
      try object.allow([object.kind])
      let parts = try parts(of: object, about: subject, depth: depth)
      return object.kind == "and" ? .conjunction(parts) : .disjunction(parts)
    case "not":
      try object.allow(["not"])
      return .not(try expression(object.first, about: subject, object.pointer("not"), depth: depth + 1))
    case "tag":
      try object.allow(["tag"])
      let place = object.pointer("tag")
      let word = try object.string("tag")
      return .tag(code: try located(pointer: place) { () throws(Fault) in try names.tag(word, about: subject) })
    case "any", "all", "no":
      try object.allow([object.kind, "where"])
      let (relation, inner) = try related(object, about: subject, depth: depth)
      return .related(Quantifier(rawValue: object.kind) ?? .any, relation, inner)
    case "count": return try counted(object, about: subject, depth: depth)
    default: return try comparison(object, about: subject)
    }
  }

  private func parts(
    of object: FilterObject, about subject: Subject, depth: Int
  ) throws(Fault) -> [Expression] {
    let place = object.pointer(object.kind)
    guard case .array(let values) = object.first, !values.isEmpty else {
      throw Fault(.syntax, "“\(object.kind)”要一个不空的列表").at(pointer: place)
    }
    guard values.count <= FilterLimits.terms else { throw FilterLimits.tooMany.at(pointer: place) }
    var parts: [Expression] = []
    for (index, value) in values.enumerated() {
      parts.append(try expression(value, about: subject, "\(place)/\(index)", depth: depth + 1))
    }
    return parts
  }

  private func related(
    _ object: FilterObject, about subject: Subject, depth: Int
  ) throws(Fault) -> (Relation, Expression) {
    let word = try object.string(object.kind)
    let (relation, target) = try located(pointer: object.pointer(object.kind)) { () throws(Fault) in
      try names.relation(word, from: subject)
    }
    guard let inner = object.value["where"], inner != .object([]) else { return (relation, .everything) }
    return (relation, try expression(inner, about: target, object.pointer("where"), depth: depth + 1))
  }

  private func counted(_ object: FilterObject, about subject: Subject, depth: Int) throws(Fault) -> Expression {
    try object.allow(["count", "where", "op", "value"])
    let (relation, inner) = try related(object, about: subject, depth: depth)
    let op = try object.op()
    guard op != .matches else { throw Fault(.syntax, "count 不能用 ~").at(pointer: object.pointer("op")) }
    guard case .number(let number)? = object.value["value"], let count = Int(exactly: number),
      (0..<1_000_000).contains(count)
    else { throw Fault(.value, "count 要和一个整数比较").at(pointer: object.pointer("value")) }
    return .count(relation, inner, op, count)
  }

  private func comparison(_ object: FilterObject, about subject: Subject) throws(Fault) -> Expression {
    try object.allow(object.value["in"] == nil ? ["field", "arg", "op", "value"] : ["field", "arg", "in"])
    let word = try object.string("field")
    let argument = try object.argument()
    let entry = try located(pointer: object.pointer("field")) { () throws(Fault) in
      try names.field(word, argument: argument, of: subject)
    }
    if let choice = object.value["in"] {
      return .field(entry.field, try membership(choice, of: entry, object.pointer("in")))
    }
    let op = try object.op()
    try located(pointer: object.pointer("op")) { () throws(Fault) in try entry.check(op) }
    guard let written = object.value["value"] else {
      throw Fault(.syntax, "缺少“value”").at(pointer: object.pointer)
    }
    return .field(entry.field, .compare(op, try value(written, for: entry, object.pointer("value"))))
  }

  private func membership(_ choice: JSONValue, of entry: FieldEntry, _ pointer: String) throws(Fault) -> Test {
    switch choice {
    case .string(let text):
      return try located(pointer: pointer) { () throws(Fault) in
        guard let period = ValueReader.period(text) else {
          throw Fault(
            .value, "“\(text)”不是时段，可用 this-、next-、last- 加 week、month、quarter、year",
            suggestions: ["this-month", "next-month", "last-month"])
        }
        return try entry.period(period)
      }
    case .array(let written):
      guard written.count <= FilterLimits.terms else { throw FilterLimits.tooMany.at(pointer: pointer) }
      var values: [Value] = []
      for (index, one) in written.enumerated() {
        values.append(try value(one, for: entry, "\(pointer)/\(index)"))
      }
      return try located(pointer: pointer) { () throws(Fault) in try entry.list(values) }
    case .object:
      let object = try FilterObject(choice, at: pointer)
      try object.allow(["from", "to"])
      var ends: [Value?] = []
      for name in ["from", "to"] {
        let end = object.value[name]
        ends.append(try end.map { end throws(Fault) in try value(end, for: entry, object.pointer(name)) })
      }
      return try located(pointer: pointer) { () throws(Fault) in try entry.range(ends[0], ends[1]) }
    default: throw Fault(.syntax, "“in”要一个列表、{\"from\",\"to\"} 或时段").at(pointer: pointer)
    }
  }

  private func value(_ written: JSONValue, for entry: FieldEntry, _ pointer: String) throws(Fault) -> Value {
    try located(pointer: pointer) { () throws(Fault) in
      switch (entry.type, written) {
      case (.number, .number(let number)) where ValueReader.isWritable(number): return .number(number)
      case (.flag, .bool(let flag)): return .flag(flag)
      case (.number, _): throw Fault(.value, "“\(entry.name)”（\(entry.title)）要一个数，最多12位整数、4位小数")
      case (.flag, _): throw Fault(.value, "“\(entry.name)”（\(entry.title)）只能是 true 或 false")
      case (_, .string(let text)):
        guard text.utf8.count <= FilterLimits.characters else { throw FilterLimits.tooLong }
        return try ValueReader.read(FilterLexer.composed(text.utf8), for: entry)
      default: throw Fault(.value, "“\(entry.name)”（\(entry.title)）的值要写在引号里")
      }
    }
  }
}
