import Kernel
import Server

/// Stored fields in bodies of requests.
enum StoredFieldBody {
  /// What a new row is to have.
  static func values(of subject: SubjectKind, _ body: BodyReader) throws(Problem) -> StoredValues {
    var values: StoredValues = [:]
    for field in StoredField.of(subject) { values[field.name] = try value(of: field, body) }
    return values
  }

  /// What is to become of the fields of a row that is there.
  static func changes(of subject: SubjectKind, _ body: BodyReader) throws(Problem) -> StoredChanges {
    var changes: StoredChanges = [:]
    for field in StoredField.of(subject) {
      let change = try body.change(field.name) { _ throws(Problem) in try value(of: field, body) }
      if change != .keep { changes[field.name] = change }
    }
    return changes
  }

  /// Members of a body, each of which may be null.
  static func schemas(of subject: SubjectKind) -> [(String, JSONValue)] {
    StoredField.of(subject).map { ($0.name, schema(of: $0)) }
  }

  static func schema(of field: StoredField) -> JSONValue {
    switch field.kind {
    case .number(let bounds, let isWhole, _):
      [
        "type": [isWhole ? "integer" : "number", "null"], "minimum": .number(bounds.lowerBound),
        "maximum": .number(bounds.upperBound),
      ]
    case .word(let words):
      ["type": ["string", "null"], "enum": .array(words.map { .string($0.code) } + [.null])]
    }
  }

  private static func value(of field: StoredField, _ body: BodyReader) throws(Problem) -> StoredValue? {
    let value: StoredValue? =
      switch field.kind {
      case .number: try body.optionalNumber(field.name).map { .number($0) }
      case .word: try body.optionalText(field.name).map { .text($0) }
      }
    guard let value, let fault = field.fault(of: value) else { return value }
    throw body.bad(field.name, fault, suggestions: field.words.map(\.code))
  }
}
