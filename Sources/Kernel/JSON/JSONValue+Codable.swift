// So that a JSON value can be part of a `Codable` body. `JSONReader` is the stricter way in.

extension JSONValue: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    guard decoder.codingPath.count <= JSONReader.depth else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "nested too deeply"))
    }
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      self = .object(try keyed.allKeys.map { Member($0.stringValue, try keyed.decode(JSONValue.self, forKey: $0)) })
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !list.isAtEnd { values.append(try list.decode(JSONValue.self)) }
      self = .array(values)
    } else {
      let single = try decoder.singleValueContainer()
      if single.decodeNil() {
        self = .null
      } else if let flag = try? single.decode(Bool.self) {
        self = .bool(flag)
      } else if let number = try? single.decode(Double.self) {
        self = .number(number)
      } else {
        self = .string(try single.decode(String.self))
      }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .array(let values):
      var list = encoder.unkeyedContainer()
      for value in values { try list.encode(value) }
    case .object(let members):
      var keyed = encoder.container(keyedBy: Key.self)
      for member in members { try keyed.encode(member.value, forKey: Key(stringValue: member.name)) }
    case .null: try single(encoder) { try $0.encodeNil() }
    case .bool(let flag): try single(encoder) { try $0.encode(flag) }
    case .number(let number): try single(encoder) { try $0.encode(number) }
    case .string(let text): try single(encoder) { try $0.encode(text) }
    }
  }

  private func single(
    _ encoder: any Encoder, _ write: (inout any SingleValueEncodingContainer) throws -> Void
  ) rethrows {
    var container = encoder.singleValueContainer()
    try write(&container)
  }
}
