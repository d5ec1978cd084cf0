import Kernel

/// How one kind of value goes over the wire: what is written of it, how it is read, and how both are described.
///
/// `Value` is what the program has: a text, a day, a word of an enumeration, another shape's value.
package struct Codec<Value: Sendable>: Sendable {
  /// Of a value that is answered.
  package let answered: JSONValue
  /// Of a value that is sent: the same with the bounds that `read` sets.
  package let sent: JSONValue
  package let write: @Sendable (Value) -> JSONValue
  /// The value under a name; nil where it is absent or null. Throws with the place of the fault.
  package let read: @Sendable (BodyReader, String) throws(Problem) -> Value?

  /// What to say to who leaves it out.
  private(set) var suggestions: [String] = []

  package init(
    answered: JSONValue, sent: JSONValue? = nil, write: @escaping @Sendable (Value) -> JSONValue,
    read: @escaping @Sendable (BodyReader, String) throws(Problem) -> Value?
  ) {
    (self.answered, self.sent, self.write, self.read) = (answered, sent ?? answered, write, read)
  }

  /// The same where another type stands for the value.
  package func map<Other: Sendable>(
    to: @escaping @Sendable (Value) -> Other, from: @escaping @Sendable (Other) -> Value
  ) -> Codec<Other> {
    let (write, read) = (write, read)
    return Codec<Other>(
      answered: answered, sent: sent, write: { write(from($0)) },
      read: { body, name throws(Problem) in try read(body, name).map(to) })
  }

  /// The same with a sentence about it.
  package func about(_ text: String) -> Codec {
    let about = JSONValue.Member("description", .string(text))
    return Codec(answered: answered.with(about), sent: sent.with(about), write: write, read: read)
  }
}

extension Codec where Value == String {
  /// The same where the rules take some words only.
  package func described(as words: [String]) -> Codec {
    Codec(answered: Schemas.words(words), sent: Schemas.words(words), write: write, read: read)
  }

  /// The same with a format that makers of clients know.
  package func format(_ name: String) -> Codec {
    let format = JSONValue.Member("format", .string(name))
    return Codec(answered: answered.with(format), sent: sent.with(format), write: write, read: read)
  }

  /// A text that is not empty and has no control characters.
  package static func text(_ limit: Int = 2000) -> Codec {
    Codec(
      answered: Schemas.text, sent: Schemas.plainText(limit), write: { .string($0) },
      read: { body, name throws(Problem) in try body.optionalText(name, limit: limit) })
  }

  /// A text that everybody sees wherever the thing is named: without anybody's number.
  package static func thing(_ limit: Int = 2000) -> Codec {
    Codec(
      answered: Schemas.text, sent: Schemas.plainText(limit), write: { .string($0) },
      read: { body, name throws(Problem) in try body.optionalThing(name, limit: limit) })
  }

  /// Capitals, digits and underscores; what exactly, the rules say.
  package static let code = Codec(
    answered: Schemas.text, sent: ["type": "string", "pattern": "^[A-Z0-9_]{2,16}$"], write: { .string($0) },
    read: { body, name throws(Problem) in try body.optionalThing(name, limit: 16) })

  /// A word of a closed list that no type stands for.
  package static func word(of words: [String]) -> Codec {
    Codec(
      answered: Schemas.words(words), write: { .string($0) },
      read: { body, name throws(Problem) in try body.optionalChoice(name, words) })
  }

  /// A moment as it is stored: RFC 3339 in Shanghai.
  package static let instant = Codec(
    answered: Schemas.instant, write: { .string($0) },
    read: { body, name throws(Problem) in try body.optionalText(name) })
}

extension Codec where Value == [String] {
  /// Texts in an array, each at most `limit` characters long.
  package static let texts = Codec(
    answered: Schemas.array(Schemas.text), sent: Schemas.array(["type": "string", "minLength": 1]),
    write: { .texts($0) }, read: { body, name throws(Problem) in try body.optionalWords(name) })

  /// The same of texts that everybody sees.
  package static let things = Codec(
    answered: Schemas.array(Schemas.text), sent: Schemas.array(["type": "string", "minLength": 1]),
    write: { .texts($0) }, read: { body, name throws(Problem) in try body.optionalThings(name) })
}

extension Codec where Value == Instant {
  /// RFC 3339 in Shanghai. It is answered only.
  package static let moment = Codec(
    answered: Schemas.instant, write: { .string($0.description) }, read: { _, _ throws(Problem) in nil })
}

extension Codec where Value == Day {
  package static let day = Codec(
    answered: ["type": "string", "format": "date"], write: { .string($0.description) },
    read: { body, name throws(Problem) in try body.optionalDay(name) })
}

extension Codec where Value == Bool {
  package static let flag = Codec(
    answered: Schemas.flag, write: { .bool($0) },
    read: { body, name throws(Problem) in try body.optionalFlag(name) })
}

extension Codec where Value == Double {
  package static let number = Codec(
    answered: ["type": "number"], write: { .number($0) },
    read: { body, name throws(Problem) in try body.optionalNumber(name) })
}

extension Codec where Value == Int64 {
  /// A row's number: what is above 32 bits is nobody's.
  package static let id = wholeNumber(in: 1...Int64(UInt32.max))
  /// Of a row, growing with every change.
  package static let version = wholeNumber(in: nil)
}

extension Codec where Value == Int {
  package static let count = wholeNumber(in: nil)

  /// The bounds are described here and kept by the rules, which say why.
  package static func integer(in bounds: ClosedRange<Int64>) -> Codec { wholeNumber(in: bounds) }
}

extension Codec where Value: FixedWidthInteger {
  fileprivate static func wholeNumber(in bounds: ClosedRange<Int64>?) -> Codec {
    var sent: [JSONValue.Member] = [.init("type", "integer")]
    if let bounds {
      sent.append(.init("minimum", .number(Double(bounds.lowerBound))))
      sent.append(.init("maximum", .number(Double(bounds.upperBound))))
    }
    return Codec(
      answered: Schemas.integer, sent: .object(sent), write: { .integer($0) },
      read: { body, name throws(Problem) in
        guard let number = try body.optionalInteger(name) else { return nil }
        guard let value = Value(exactly: number) else { throw body.bad(name, "「\(name)」太大。") }
        return value
      })
  }
}

extension Codec where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  /// A word of a closed list.
  ///
  /// - Parameter sendable: those that callers are told to send, where they are fewer; the rules refuse the others.
  package static func word(_ sendable: [Value] = Array(Value.allCases)) -> Codec {
    let all = Value.allCases.map(\.rawValue)
    var codec = Codec(
      answered: Schemas.words(all), sent: Schemas.words(sendable.map(\.rawValue)), write: { .string($0.rawValue) },
      read: { body, name throws(Problem) in try body.optionalChoice(name, all).flatMap(Value.init) })
    codec.suggestions = sendable.map(\.rawValue)
    return codec
  }
}

extension Codec where Value == JSONValue {
  /// Whatever JSON has.
  package static func json(_ schema: JSONValue = .object([])) -> Codec {
    Codec(answered: schema, write: { $0 }, read: { body, name throws(Problem) in body.value(name) })
  }
}

extension Codec {
  /// Values of another shape, in an array. They are answered only.
  package static func list<Item>(of shape: Shape<Item>) -> Codec where Value == [Item] {
    Codec(
      answered: Schemas.array(shape.schema), write: { .array($0.map(shape.json)) },
      read: { _, _ throws(Problem) in nil })
  }

  /// The same, sent as well.
  package static func list<Item>(
    of shape: Shape<Item>, sent: Input<Item>, into blank: Item
  ) -> Codec where Value == [Item] {
    Codec(
      answered: Schemas.array(shape.schema), sent: Schemas.array(sent.schema), write: { .array($0.map(shape.json)) },
      read: { body, name throws(Problem) in
        guard let value = body.value(name), value != .null else { return nil }
        guard case .array(let values) = value else { throw body.bad(name, "「\(name)」应为数组。") }
        var items: [Item] = []
        for (index, value) in values.enumerated() {
          items.append(try sent.read(BodyReader(value, at: body.place(of: name) + "/\(index)"), into: blank).value)
        }
        return items
      })
  }

  /// A value of another shape. It is answered only.
  package static func one(of shape: Shape<Value>) -> Codec {
    Codec(answered: shape.schema, write: shape.json, read: { _, _ throws(Problem) in nil })
  }
}

extension JSONValue {
  /// The same schema for values that may be null as well.
  package var orNull: JSONValue {
    guard case .object(let members) = self else { return self }
    if let type = self["type"], case .string = type {
      return .object(
        members.map { member in
          switch member.name {
          case "type": .init("type", [type, "null"])
          case "enum": .init("enum", member.value.with(.null))
          default: member
          }
        })
    }
    return ["anyOf": [self, ["type": "null"]]]
  }

  private func with(_ value: JSONValue) -> JSONValue {
    if case .array(let values) = self { .array(values + [value]) } else { self }
  }

  fileprivate func with(_ keyword: Member) -> JSONValue {
    if case .object(let members) = self { .object(members + [keyword]) } else { self }
  }
}
