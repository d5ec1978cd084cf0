import Kernel

/// The shapes that routes name. Each feature adds its own in an extension beside its routes.
package enum Schemas {
  /// A line of `components/schemas`.
  package typealias Entry = (name: String, schema: JSONValue)

  /// Shapes by their names.
  package static func entries(_ entries: Entry...) -> [String: JSONValue] {
    Dictionary(entries.map { ($0.name, $0.schema) }) { first, _ in first }
  }

  /// Everything that routes of these groups may name.
  package static func all(of groups: [RouteGroup]) -> [String: JSONValue] {
    groups.reduce(into: common) { all, group in all.merge(group.schemas) { first, _ in first } }
  }

  /// Those that no feature owns.
  static var common: [String: JSONValue] {
    problem.merging(searchBody) { first, _ in first }.merging(facets) { first, _ in first }
  }

  package static func ref(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

  package static func array(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  package static func object(_ properties: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    [
      "type": "object", "properties": .object(properties.map { JSONValue.Member($0.0, $0.1) }),
      "required": .array(required.map { .string($0) }),
    ]
  }

  /// The same for rows of which callers choose the columns.
  package static func partial(_ shape: JSONValue) -> JSONValue {
    guard case .object(let members) = shape else { return shape }
    return .object(members.filter { $0.name != "required" })
  }

  package static let text: JSONValue = ["type": "string"]
  package static let optionalText: JSONValue = ["type": ["string", "null"]]
  /// A text that may be longer than others.
  package static func longText(_ limit: Int, orNull: Bool = false) -> JSONValue {
    ["type": orNull ? ["string", "null"] : "string", "minLength": 1, "maxLength": .number(Double(limit))]
  }

  /// As `BodyReader.optionalText` reads it: not empty, no control characters but tab and new line.
  package static func plainText(_ limit: Int) -> JSONValue {
    ["type": "string", "minLength": 1, "maxLength": .number(Double(limit)), "pattern": .string(noControls)]
  }

  private static let noControls = #"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"#

  /// `limit` of a list.
  package static let pageSize: JSONValue = ["type": "integer", "minimum": .number(1), "maximum": .number(500)]
  package static let integer: JSONValue = ["type": "integer"]
  /// A place in the changes feed.
  package static let cursor: JSONValue = [
    "type": ["integer", "string"], "minimum": 0, "pattern": "^([0-9]+(-.+)?|latest)$",
  ]
  package static let optionalInteger: JSONValue = ["type": ["integer", "null"]]
  package static let number: JSONValue = ["type": ["number", "null"]]
  /// The bytes of a file.
  package static let binary: JSONValue = ["type": "string", "format": "binary"]
  package static let flag: JSONValue = ["type": "boolean"]
  package static let instant: JSONValue = ["type": "string", "format": "date-time"]
  package static let optionalInstant: JSONValue = ["type": ["string", "null"], "format": "date-time"]
  package static let day: JSONValue = ["type": ["string", "null"], "format": "date"]

  package static func words(_ words: [String]) -> JSONValue {
    ["type": "string", "enum": .array(words.map { .string($0) })]
  }

  /// The same as a body: refusing members that it does not name, at every depth, with the bounds that `BodyReader` sets for
  /// texts and ids. A schema without named members stays open.
  package static func closed(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let members):
      let inner = members.map { member in
        JSONValue.Member(member.name, isID(member) ? bounded(member.value) : closed(member.value))
      }
      let isNamed = schema["type"] == "object" && schema["properties"] != nil
      return .object(inner + (isNamed ? [.init("additionalProperties", .bool(false))] : []) + textBounds(schema))
    case .array(let values): return .array(values.map(closed))
    default: return schema
    }
  }

  /// The same for what is made or asked, where null says as much as absence: each member that may be left out may be null,
  /// at every depth.
  package static func nullable(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema, case .object(let properties)? = schema["properties"] else {
      guard case .object(let members) = schema, let items = schema["items"] else { return schema }
      return .object(members.map { $0.name == "items" ? .init($0.name, nullable(items)) : $0 })
    }
    let required: [JSONValue] = if case .array(let names)? = schema["required"] { names } else { [] }
    let open = properties.map { property in
      let inner = nullable(property.value)
      return JSONValue.Member(
        property.name, required.contains(.string(property.name)) ? inner : orNull(inner))
    }
    return .object(members.map { $0.name == "properties" ? .init($0.name, .object(open)) : $0 })
  }

  private static func orNull(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema, case .string(let type)? = schema["type"] else {
      // A list of types says already what it takes.
      return schema["type"] == nil ? ["anyOf": [schema, ["type": "null"]]] : schema
    }
    return .object(
      members.map { member in
        switch (member.name, member.value) {
        case ("type", _): .init("type", [.string(type), "null"])
        case ("enum", .array(let words)): .init("enum", .array(words + [.null]))
        default: member
        }
      })
  }

  private static func isID(_ member: JSONValue.Member) -> Bool {
    member.name.hasSuffix("_id") && (member.value == integer || member.value == optionalInteger)
  }

  /// Ids fit 32 bits: the index counts in them.
  private static func bounded(_ schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(members + [.init("minimum", .number(1)), .init("maximum", .number(Double(UInt32.max)))])
  }

  /// `BodyReader.optionalText`: not empty, at most 2,000 characters, no control characters but tab and new line.
  private static func textBounds(_ schema: JSONValue) -> [JSONValue.Member] {
    guard schema == text || schema == optionalText else { return [] }
    return [
      .init("minLength", .number(1)), .init("maxLength", .number(2000)),
      .init("pattern", .string(noControls)),
    ]
  }

  /// The envelope of a list.
  package static func page(_ items: JSONValue) -> JSONValue {
    object(
      [
        ("total", optionalInteger), ("items", array(items)), ("next_cursor", optionalText),
        ("as_of", ["type": "string", "format": "date"]),
      ], required: ["items", "next_cursor"])
  }

  private static let problem: [String: JSONValue] = [
    "Problem": object(
      [
        ("type", text), ("title", text), ("status", integer), ("detail", text), ("code", text),
        (
          "errors",
          array(
            object(
              [
                ("pointer", text), ("parameter", text), ("position", integer), ("length", integer),
                ("text", text), ("detail", text),
                ("suggestions", array(text)),
              ], required: ["detail"]))
        ),
        (
          "readings",
          array(
            object(
              [("subject", text), ("where", text), ("explanation", text), ("total", optionalInteger)],
              required: ["subject", "where", "explanation", "total"]))
        ),
      ], required: ["type", "title", "status", "detail", "code", "errors"])
  ]

  private static let searchBody: [String: JSONValue] = [
    "Filter": [
      "description": "A filter as text, or its JSON form.",
      "anyOf": [["type": "string", "maxLength": 4000], ["type": "object"]],
    ],
    "SearchBody": object([
      ("where", ref("Filter")), ("select", array(text)), ("sort", text), ("limit", pageSize), ("cursor", text),
      ("as_of", ["type": "string", "format": "date"]), ("count", words(["exact", "none"])),
    ]),
  ]

  private static let facets: [String: JSONValue] = [
    "Facets": object(
      [
        ("total", integer), ("as_of", ["type": "string", "format": "date"]),
        (
          "facets",
          ["type": "object", "additionalProperties": array(object([("value", text), ("count", integer)]))]
        ),
      ], required: ["total", "facets"])
  ]
}
