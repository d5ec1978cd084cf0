import Kernel

extension FilterJSON {
  /// The JSON form of a question; `decode` reads it back to the same expression. Tags stand by name as in the text.
  package static func encode(_ expression: Expression, vocabulary: Vocabulary) -> JSONValue {
    switch expression {
    case .everything: [:]
    case .and(let parts): ["and": .array(parts.map { encode($0, vocabulary: vocabulary) })]
    case .or(let parts): ["or": .array(parts.map { encode($0, vocabulary: vocabulary) })]
    case .not(let inner): ["not": encode(inner, vocabulary: vocabulary)]
    case .tag(let code): ["tag": .string(FilterPrinter.tagWord(code, vocabulary))]
    case .field(let field, let test): .object(encode(field) + encode(test))
    case .related(let quantifier, let relation, let inner):
      .object([.init(quantifier.rawValue, .string(relation.name))] + encode(where: inner, vocabulary))
    case .count(let relation, let inner, let op, let number):
      .object(
        [.init("count", .string(relation.name))] + encode(where: inner, vocabulary) + [
          .init("op", .string(op.rawValue)), .init("value", .number(Double(number))),
        ])
    }
  }

  private static func encode(where inner: Expression, _ vocabulary: Vocabulary) -> [JSONValue.Member] {
    inner == .everything ? [] : [.init("where", encode(inner, vocabulary: vocabulary))]
  }

  private static func encode(_ field: Field) -> [JSONValue.Member] {
    guard case .turns(let years) = field else { return [.init("field", .string(field.text))] }
    return [.init("field", "turns"), .init("arg", .number(Double(years)))]
  }

  private static func encode(_ test: Test) -> [JSONValue.Member] {
    switch test {
    case .compare(let op, let value): [.init("op", .string(op.rawValue)), .init("value", encode(value))]
    case .range(let from, let to):
      [
        .init(
          "in", .object([("from", from), ("to", to)].compactMap { name, end in end.map { .init(name, encode($0)) } }))
      ]
    case .period(let period): [.init("in", .string(period.text))]
    case .list(let values): [.init("in", .array(values.map(encode)))]
    }
  }

  private static func encode(_ value: Value) -> JSONValue {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .bool(flag)
    case .day, .time: .string(value.text)
    }
  }
}
