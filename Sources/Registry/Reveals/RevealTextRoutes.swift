import Kernel
import Server

/// What was typed in full, where numbers of people are starred out.
package enum RevealTextRoutes {
  package static let routes: [Route] = [
    .call(.post, "/v1/texts/reveal", revealDoc, keepsAnswer: false) { call, app in
      let body = try call.json()
      let words = SubjectKind.allCases.map(\.rawValue)
      guard let kind = try body.optionalChoice("subject", words).flatMap(SubjectKind.init) else {
        throw body.bad("subject", "缺少「subject」。", suggestions: words)
      }
      let (id, reason) = (try body.integer("id"), try body.optionalText("reason", limit: 500) ?? "")
      try body.finish()
      let texts = try await RevealTexts.run(kind, id, reason: reason, caller: call.caller, app: app)
      return .json([
        "subject": .string(kind.rawValue), "id": .integer(id),
        "texts": .object(texts.map { .init($0.field, .string($0.text)) }),
      ])
    }
  ]

  private static let revealDoc = RouteDoc(
    tag: "reveals", id: "reveal_texts",
    summary: "The texts of a row (visits, records, taggings …) whose numbers are starred out, in full, for a reason.",
    body: Schemas.object(
      [
        ("subject", Schemas.words(SubjectKind.allCases.map(\.rawValue))), ("id", Schemas.integer),
        ("reason", ["type": "string", "minLength": 4, "maxLength": 500]),
      ], required: ["subject", "id", "reason"]),
    answer: Schemas.object(
      [
        ("subject", Schemas.text), ("id", Schemas.integer),
        ("texts", ["type": "object", "additionalProperties": ["type": "string"]]),
      ], required: ["subject", "id", "texts"]))
}
