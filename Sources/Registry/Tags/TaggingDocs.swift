import Kernel
import Server

extension TaggingRoutes {
  private static let kinds = Schemas.words(TagSubject.allCases.map(\.kind.rawValue))
  private static let date: JSONValue = ["type": "string", "format": "date"]

  package static let schemas: [String: JSONValue] = [
    "Tagging": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text), ("line", Schemas.text),
        ("kind", Schemas.words(["assigned", "computed"])), ("since", Schemas.day), ("until", Schemas.day),
        ("source", Schemas.optionalText), ("evidence", Schemas.optionalText), ("by", Schemas.optionalText),
        ("made_at", Schemas.optionalText), ("ended_by", Schemas.optionalText), ("explanation", Schemas.optionalText),
      ], required: ["code", "name", "kind"]),
    "TaggingBody": Schemas.object([
      ("since", date), ("until", date), ("source", Schemas.text), ("evidence", Schemas.text),
    ]),
    "TaggingBatch": Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object(
              [
                ("subject", kinds), ("id", Schemas.integer), ("tag", Schemas.text),
                ("action", Schemas.words(["assign", "end"])), ("since", date), ("until", date),
                ("source", Schemas.text), ("evidence", Schemas.text),
              ], required: ["subject", "id", "tag", "action"]))
        )
      ], required: ["items"]),
    "TaggingOutcomes": Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object(
              [
                ("index", Schemas.integer), ("status", Schemas.integer),
                ("tagging", ["anyOf": [Schemas.ref("Tagging"), ["type": "null"]]]),
                ("error", ["anyOf": [Schemas.ref("Problem"), ["type": "null"]]]),
              ], required: ["index", "status"]))
        )
      ], required: ["items"]),
  ]

  static func listDoc(_ subject: TagSubject) -> RouteDoc {
    RouteDoc(
      tag: "tags", id: "list_\(subject.rawValue)_tags",
      summary: "The tags that hold of a \(subject.rawValue): assigned, and computed on the day.",
      parameters: [
        .init(name: "history", about: "All assignments there ever were, instead.", schema: Schemas.flag),
        .init(name: "as_of", about: "The day; today.", schema: date),
      ], answer: Schemas.page(Schemas.ref("Tagging")))
  }

  static func assignDoc(_ subject: TagSubject) -> RouteDoc {
    RouteDoc(
      tag: "tags", id: "assign_\(subject.rawValue)_tag",
      summary:
        "Puts an assigned tag on a \(subject.rawValue): 201, or 200 where it holds already. The body may be left out.",
      body: Schemas.ref("TaggingBody"), bodyMayBeLeftOut: true, status: 201, alsoStatus: [200],
      answer: Schemas.ref("Tagging"), answersETag: false, answersLocation: false)
  }

  static func endDoc(_ subject: TagSubject) -> RouteDoc {
    RouteDoc(
      tag: "tags", id: "end_\(subject.rawValue)_tag",
      summary: "From today the \(subject.rawValue) has the tag no more; the assignment stays as history.", status: 204)
  }

  static let bulkDoc = RouteDoc(
    tag: "tags", id: "tag_in_bulk", summary: "Assigns and ends up to 1,000 tags, each with an outcome of its own.",
    body: Schemas.ref("TaggingBatch"), answer: Schemas.ref("TaggingOutcomes"))
}
