import ChineseQuery
import FilterLanguage
import Kernel
import Server

/// 「说一句话」: ordinary Chinese in; filter, explanation and list out.
package enum AskRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/ask", doc) { call, app in
      let body = try call.json()
      let (text, asOf) = (try body.text("text", limit: 400), try body.optionalDay("as_of"))
      let limit = try body.optionalInteger("limit")
      guard (1...500).contains(limit ?? 50) else { throw body.bad("limit", "「limit」应为 1 到 500 之间的整数。") }
      try body.finish()
      let answer = try await Ask.run(
        text, asOf: asOf, limit: limit.map { Int($0) }, caller: call.caller, app: app)
      return .json(Array(answer.json.utf8))
    },
    .call(.post, "/v1/ask/policy", policyDoc) { call, app in
      let body = try call.json()
      let (text, asOf) = (try body.text("text", limit: 4000), try body.optionalDay("as_of"))
      try body.finish()
      let answer = try await AskPolicy.run(text, asOf: asOf, caller: call.caller, app: app)
      return .json(Array(answer.json.text.utf8))
    },
  ]

  private static let doc = RouteDoc(
    tag: "ask", id: "ask",
    summary: "The rows that an ordinary Chinese sentence asks for; 422 ask_unrecognised names what was not understood.",
    body: Schemas.ref("AskBody"), answer: Schemas.ref("AskAnswer"), refuses: [422])

  private static let policyDoc = RouteDoc(
    tag: "ask", id: "ask_policy",
    summary: """
      Whom a passage of a policy may be for, clause by clause: what was understood as a filter with its count, what a \
      person must judge, and how many lack one condition. A lead to be checked, no decision.
      """,
    body: Schemas.ref("AskPolicyBody"), answer: Schemas.ref("AskPolicyAnswer"), refuses: [422])

  private static let clausePlace: [(String, JSONValue)] = [
    ("text", Schemas.text), ("position", Schemas.integer), ("length", Schemas.integer),
  ]

  private static let policyAnswer = Schemas.object(
    [
      ("subject", Schemas.words(Subject.searchable.map(\.word))), ("where", Schemas.optionalText),
      ("explanation", Schemas.optionalText), ("total", Schemas.optionalInteger), ("refusal", Schemas.optionalText),
      ("doubts", Schemas.array(Schemas.text)),
      (
        "clauses",
        Schemas.array(
          Schemas.object(
            clausePlace + [
              ("kind", Schemas.words(PolicyClause.Kind.allCases.map(\.rawValue))), ("where", Schemas.optionalText),
              ("explanation", Schemas.optionalText), ("detail", Schemas.optionalText),
            ], required: ["text", "position", "length", "kind", "where", "explanation", "detail"]))
      ),
      (
        "to_judge",
        Schemas.array(
          Schemas.object(
            clausePlace + [("detail", Schemas.text), ("suggestions", Schemas.array(Schemas.text))],
            required: ["text", "position", "length", "detail", "suggestions"]))
      ),
      (
        "near",
        Schemas.array(
          Schemas.object(
            [
              ("missing", Schemas.text), ("clauses", Schemas.array(Schemas.integer)), ("where", Schemas.text),
              ("explanation", Schemas.text), ("total", Schemas.optionalInteger),
            ], required: ["missing", "clauses", "where", "explanation", "total"]))
      ),
      ("note", Schemas.text), ("as_of", ["type": "string", "format": "date"]),
    ],
    required: [
      "subject", "where", "explanation", "total", "refusal", "doubts", "clauses", "to_judge", "near", "note", "as_of",
    ])

  package static let schemas: [String: JSONValue] = [
    "AskPolicyBody": Schemas.object(
      [("text", ["type": "string", "maxLength": 4000]), ("as_of", ["type": "string", "format": "date"])],
      required: ["text"]),
    "AskPolicyAnswer": policyAnswer,
    "AskBody": Schemas.object(
      [
        ("text", ["type": "string", "maxLength": 400]), ("as_of", ["type": "string", "format": "date"]),
        ("limit", ["type": "integer", "minimum": 1, "maximum": 500]),
      ], required: ["text"]),
    "AskAnswer": Schemas.object(
      [
        ("subject", Schemas.words(["people", "houses", "buildings", "shops", "assets", "work_orders"])),
        ("where", Schemas.text), ("where_json", ["type": "object"]), ("explanation", Schemas.text),
        ("columns", Schemas.array(Schemas.text)),
        ("group_by", Schemas.array(Schemas.text)), ("sort", Schemas.optionalText),
        ("limit", Schemas.optionalInteger),
        ("warnings", Schemas.array(Schemas.text)),
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
        "subject", "where", "where_json", "explanation", "columns", "group_by", "sort", "warnings", "total", "items",
        "as_of",
      ]),
  ]
}
