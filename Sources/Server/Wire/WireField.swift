import Kernel

/// A member of JSON objects by its name: declared once for all shapes that have it.
package struct WireField<Value: Sendable>: Sendable {
  package let name: String
  package let codec: Codec<Value>

  package init(_ name: String, _ codec: Codec<Value>) { (self.name, self.codec) = (name, codec) }

  /// In an answer.
  package func from<Whole>(_ value: @escaping @Sendable (Whole) -> Value) -> Shape<Whole>.Member {
    let write = codec.write
    return .init(name: name, schema: codec.answered) { write(value($0)) }
  }

  /// In an answer that has it only where there is something to say.
  package func from<Whole>(leftOut value: @escaping @Sendable (Whole) -> Value?) -> Shape<Whole>.Member {
    let write = codec.write
    return .init(name: name, schema: codec.answered, isAlways: false) { value($0).map(write) }
  }

  /// In an answer, null where there is none.
  package func from<Whole>(orNull value: @escaping @Sendable (Whole) -> Value?) -> Shape<Whole>.Member {
    let write = codec.write
    return .init(name: name, schema: codec.answered.orNull) { value($0).map(write) ?? .null }
  }
}

/// The shape of an answer: what is written of a value, and how that is described. Members are always there, null where
/// there is nothing to say, but for those that say otherwise.
package struct Shape<Whole>: Sendable {
  package struct Member: Sendable {
    let name: String
    let schema: JSONValue
    var isAlways = true
    let write: @Sendable (Whole) -> JSONValue?
  }

  private let name: String
  private let members: [Member]

  /// - Parameter name: in `components/schemas`.
  package init(_ name: String, _ members: [Member]) { (self.name, self.members) = (name, members) }

  /// The same and more, under another name.
  package func with(_ name: String, _ more: [Member]) -> Shape { Shape(name, members + more) }

  /// The members of another shape, of a part of this one's value.
  package func of<Other>(_ part: @escaping @Sendable (Other) -> Whole) -> [Shape<Other>.Member] {
    members.map { member in
      .init(name: member.name, schema: member.schema, isAlways: member.isAlways) { member.write(part($0)) }
    }
  }

  package func json(_ value: Whole) -> JSONValue {
    .object(members.compactMap { member in member.write(value).map { .init(member.name, $0) } })
  }

  /// By reference.
  package var schema: JSONValue { Schemas.ref(name) }

  package var entry: Schemas.Entry {
    (name, Schemas.object(members.map { ($0.name, $0.schema) }, required: members.filter(\.isAlways).map(\.name)))
  }
}
