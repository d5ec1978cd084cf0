import Kernel

/// A member that a request may or must have, and where in the value that is made of it it goes.
package struct InputField<Whole>: Sendable {
  let name: String
  let schema: JSONValue
  let isNeeded: Bool
  /// What was sent under the name, put into its place.
  let read: @Sendable (BodyReader, inout Whole) throws(Problem) -> (any Sendable)?
}

/// The shape of a request: which members it may have and must have. What it does not name is refused.
///
/// Absence and null mean the same where something is made. Where something is changed absence leaves what is there, and null takes
/// it away; of a field that is `kept` null is no value.
package struct Input<Whole: Sendable>: Sendable {
  private let name: String
  private let fields: [InputField<Whole>]

  /// - Parameter name: in `components/schemas`.
  package init(_ name: String, _ fields: [InputField<Whole>]) { (self.name, self.fields) = (name, fields) }

  package var schema: JSONValue { Schemas.ref(name) }

  package var entry: Schemas.Entry {
    (name, Schemas.object(fields.map { ($0.name, $0.schema) }, required: fields.filter(\.isNeeded).map(\.name)))
  }

  /// Reads all members in their order, and refuses others.
  ///
  /// - Parameter blank: what is made of a request without members.
  package func read(_ body: BodyReader, into blank: Whole) throws(Problem) -> Sent {
    var (whole, values) = (blank, [String: any Sendable]())
    for field in fields { values[field.name] = try field.read(body, &whole) }
    try body.finish()
    return Sent(value: whole, values: values)
  }

  package struct Sent: Sendable {
    package let value: Whole
    fileprivate let values: [String: any Sendable]

    /// Of a field that has no place in the value; nil where it is absent or null.
    package subscript<Value>(field: WireField<Value>) -> Value? { values[field.name] as? Value }
  }
}

/// In requests.
extension WireField {
  /// It must be there.
  package func needed<Whole>(_ place: WritableKeyPath<Whole, Value> & Sendable) -> InputField<Whole> {
    input(isNeeded: true, sent: codec.sent) { whole, _, value in value.map { whole[keyPath: place] = $0 } }
  }

  package func needed<Whole>() -> InputField<Whole> { input(isNeeded: true, sent: codec.sent) { _, _, _ in } }

  /// It may be left out, which leaves what the blank value has.
  package func optional<Whole>(_ place: WritableKeyPath<Whole, Value> & Sendable) -> InputField<Whole> {
    input(sent: codec.sent.orNull) { whole, _, value in value.map { whole[keyPath: place] = $0 } }
  }

  package func optional<Whole>(_ place: WritableKeyPath<Whole, Value?> & Sendable) -> InputField<Whole> {
    input(sent: codec.sent.orNull) { whole, _, value in whole[keyPath: place] = value }
  }

  /// - Parameter empty: what takes away what is there: null is sent for it.
  package func optional<Whole>(
    _ place: WritableKeyPath<Whole, Value?> & Sendable, empty: Value
  ) -> InputField<Whole> {
    input(sent: codec.sent.orNull) { whole, isThere, value in
      if isThere { whole[keyPath: place] = value ?? empty }
    }
  }

  package func optional<Whole>() -> InputField<Whole> { input(sent: codec.sent.orNull) { _, _, _ in } }

  /// For a patch: absence leaves what is there, null takes it away.
  ///
  /// - Parameter empty: what stands for nothing, where that is a value as well.
  package func optional<Whole>(
    _ place: WritableKeyPath<Whole, FieldChange<Value>> & Sendable, empty: Value? = nil
  ) -> InputField<Whole> where Value: Equatable {
    input(sent: codec.sent.orNull) { whole, isThere, value in
      if isThere { whole[keyPath: place] = .set(value ?? empty) }
    }
  }

  /// For a patch of what there must always be: absence leaves what is there, null is refused.
  package func kept<Whole>(
    _ place: WritableKeyPath<Whole, FieldChange<Value>> & Sendable
  ) -> InputField<Whole> where Value: Equatable {
    let (name, read, suggestions) = (name, codec.read, codec.suggestions)
    return InputField(name: name, schema: codec.sent, isNeeded: false) { body, whole throws(Problem) in
      guard body.value(name) != nil else { return nil }
      guard let value = try read(body, name) else { throw body.bad(name, "缺少「\(name)」。", suggestions: suggestions) }
      whole[keyPath: place] = .set(value)
      return value
    }
  }

  private func input<Whole>(
    isNeeded: Bool = false, sent: JSONValue, _ put: @escaping @Sendable (inout Whole, Bool, Value?) -> Void
  ) -> InputField<Whole> {
    let (name, read, suggestions) = (name, codec.read, codec.suggestions)
    return InputField(name: name, schema: sent, isNeeded: isNeeded) { body, whole throws(Problem) in
      let isThere = body.has(name)
      let value = try read(body, name)
      if isNeeded, value == nil { throw body.bad(name, "缺少「\(name)」。", suggestions: suggestions) }
      put(&whole, isThere, value)
      return value
    }
  }
}
