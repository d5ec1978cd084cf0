import Domain
import UseCases

/// 「说一句话」: ordinary Chinese in; filter, explanation and list out.
enum AskRoutes {
  static let routes: [Route] = [
    .call(.post, "/v1/ask", doc) { call, office in
      let body = try call.json()
      let (text, asOf) = (try body.text("text", limit: 400), try body.optionalDay("as_of"))
      let limit = try body.optionalInteger("limit")
      guard (1...500).contains(limit ?? 50) else { throw body.bad("limit", "「limit」应为 1 到 500 之间的整数。") }
      try body.finish()
      let answer = try await Ask.run(
        text, asOf: asOf, limit: limit.map { Int($0) }, caller: call.caller, office: office)
      return .json(Array(answer.json.utf8))
    }
  ]

  private static let doc = RouteDoc(
    tag: "ask", id: "ask",
    summary: "The rows that an ordinary Chinese sentence asks for; 422 ask_unrecognised names what was not understood.",
    body: Schemas.ref("AskBody"), answer: Schemas.ref("AskAnswer"))

  static let schemas: [String: JSONValue] = [
    "AskBody": Schemas.object(
      [
        ("text", ["type": "string", "maxLength": 400]), ("as_of", ["type": "string", "format": "date"]),
        ("limit", ["type": "integer", "minimum": 1, "maximum": 500]),
      ], required: ["text"]),
    "AskAnswer": Schemas.object(
      [
        ("subject", Schemas.words(["people", "houses", "buildings", "shops", "assets"])), ("where", Schemas.text),
        ("where_json", ["type": "object"]), ("explanation", Schemas.text), ("columns", Schemas.array(Schemas.text)),
        ("group_by", Schemas.array(Schemas.text)), ("sort", Schemas.optionalText),
        ("limit", Schemas.optionalInteger),
        ("total", Schemas.optionalInteger),
        (
          "groups",
          Schemas.array(
            Schemas.object(
              [("values", ["type": "object"]), ("count", Schemas.integer)], required: ["values", "count"]))
        ),
        ("items", Schemas.array(["type": "object"])),
        ("as_of", ["type": "string", "format": "date"]),
      ],
      required: [
        "subject", "where", "where_json", "explanation", "columns", "group_by", "sort", "total", "items", "as_of",
      ]),
  ]
}
