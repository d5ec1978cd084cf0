import Kernel

extension Masking {
  /// The same for every text in a JSON value; names of members stay.
  package static func numbers(in value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(numbers(in: text))
    case .array(let values): .array(values.map { numbers(in: $0) })
    case .object(let members): .object(members.map { JSONValue.Member($0.name, numbers(in: $0.value)) })
    case .null, .bool, .number: value
    }
  }
}
