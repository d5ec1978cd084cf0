import Domain

/// The shapes that routes name. Each feature adds its own in an extension beside its routes.
enum Schemas {
  static var all: [String: JSONValue] {
    [
      problem, searchBody, facets, SearchRoutes.rowSchemas, OccupancyRoutes.schemas, VisitRoutes.schemas,
      TagRoutes.schemas, TaggingRoutes.schemas, DatasetRoutes.schemas, RecordRoutes.schemas, AreaRoutes.schemas,
      AskRoutes.schemas, ChangeRoutes.schemas, CallerJSON.schemas, ImportRoutes.schemas,
      LedgerRoutes.schemas, RunRoutes.schemas, ExportRoutes.schemas, DutyRoutes.schemas, UnitRoutes.schemas,
      AdmissionRoutes.schemas,
      WorkOrderRoutes.schemas, AnalyticsRoutes.schemas, Open311Routes.schemas, DataRequestRoutes.schemas,
      ScheduleRoutes.schemas, ReminderRoutes.schemas, WebhookRoutes.schemas,
    ].reduce(into: [:]) { all, schemas in
      all.merge(schemas) { first, _ in first }
    }
  }

  static func ref(_ name: String) -> JSONValue { ["$ref": .string("#/components/schemas/\(name)")] }

  static func array(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  static func object(_ properties: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    [
      "type": "object", "properties": .object(properties.map { JSONValue.Member($0.0, $0.1) }),
      "required": .array(required.map { .string($0) }),
    ]
  }

  static let text: JSONValue = ["type": "string"]
  static let optionalText: JSONValue = ["type": ["string", "null"]]
  static let integer: JSONValue = ["type": "integer"]
  static let optionalInteger: JSONValue = ["type": ["integer", "null"]]
  static let number: JSONValue = ["type": ["number", "null"]]
  static let flag: JSONValue = ["type": "boolean"]
  static let day: JSONValue = ["type": ["string", "null"], "format": "date"]

  static func words(_ words: [String]) -> JSONValue {
    ["type": "string", "enum": .array(words.map { .string($0) })]
  }

  /// The same, refusing members that it does not name, at every depth. A schema without named members stays open.
  static func closed(_ schema: JSONValue) -> JSONValue {
    switch schema {
    case .object(let members):
      let inner = members.map { JSONValue.Member($0.name, closed($0.value)) }
      let isNamed = schema["type"] == "object" && schema["properties"] != nil
      return .object(inner + (isNamed ? [.init("additionalProperties", .bool(false))] : []))
    case .array(let values): return .array(values.map(closed))
    default: return schema
    }
  }

  /// The envelope of a list.
  static func page(_ items: JSONValue) -> JSONValue {
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
