import Kernel

extension JSONValue {
  /// A text, or null.
  package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// A whole number, or null. Ids and counts are far below 2^53, so that no digit is lost.
  package static func integer(_ number: (some BinaryInteger)?) -> JSONValue {
    number.map { .number(Double($0)) } ?? .null
  }

  package static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension Response {
  /// The envelope of a list.
  package static func list(_ items: [JSONValue], total: Int?, next: String?, asOf: Day) -> Response {
    .json([
      "total": .integer(total), "items": .array(items), "next_cursor": .optional(next),
      "as_of": .string(asOf.description),
    ])
  }
}
