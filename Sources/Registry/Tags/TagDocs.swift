import Kernel
import Server

extension TagRoutes {
  private static let subjects = Schemas.words(TagSubject.allCases.map(\.rawValue))
  private static let kinds = Schemas.words(Kind.allCases.map(\.rawValue))
  private static let levelWords = Schemas.words(levels.map(\.rawValue))
  private static let sensitivities = Schemas.words(["no", "yes", "restricted"])

  /// Why the rule of a computed tag cannot be asked any more; null for a sound one.
  private static let broken: JSONValue = [
    "type": ["object", "null"], "properties": ["code": Schemas.text, "detail": Schemas.text],
    "required": ["code", "detail"],
  ]

  package static let schemas: [String: JSONValue] = [
    "Tag": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text), ("aliases", Schemas.array(Schemas.text)),
        ("line", Schemas.text), ("subject", subjects), ("level", levelWords), ("kind", kinds),
        ("rule", Schemas.optionalText), ("explanation", Schemas.optionalText), ("broken", broken),
        ("sensitivity", sensitivities),
        ("valid_days", Schemas.optionalInteger), ("about", Schemas.text), ("retired", Schemas.flag),
        ("area", Schemas.optionalText), ("version", Schemas.integer),
      ], required: ["code", "name", "subject", "level", "kind", "version"]),
    "TagName": Schemas.object([("code", Schemas.text), ("name", Schemas.text)], required: ["code", "name"]),
    "NewTag": Schemas.object(
      [
        ("code", ["type": "string", "pattern": "^[A-Z0-9_]{2,16}$"]), ("name", Schemas.text),
        ("aliases", Schemas.array(Schemas.text)), ("line", Schemas.text), ("subject", subjects),
        ("level", levelWords), ("kind", kinds), ("rule", Schemas.longText(4000, orNull: true)),
        ("sensitivity", sensitivities), ("valid_days", Schemas.optionalInteger), ("about", Schemas.optionalText),
        ("area", Schemas.optionalText),
      ], required: ["code", "name", "line", "subject", "level"]),
    "TagPatch": Schemas.object([
      ("name", Schemas.text), ("aliases", Schemas.array(Schemas.text)), ("rule", Schemas.longText(4000)),
      ("about", Schemas.optionalText), ("valid_days", Schemas.optionalInteger), ("retired", Schemas.flag),
    ]),
  ]

  static let listDoc = RouteDoc(
    tag: "tags", id: "list_tags", summary: "The catalogue of tags, by code.",
    parameters: [
      .init(name: "subject", about: "What the tag is put on.", schema: subjects),
      .init(name: "line", about: "The line of work (条线).", schema: Schemas.text),
      .init(name: "kind", about: "Assigned by somebody, or computed by a rule.", schema: kinds),
      .init(name: "retired", about: "Whether retired tags are wanted too.", schema: Schemas.flag),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Tag")))

  static let getDoc = RouteDoc(tag: "tags", id: "get_tag", summary: "One tag.", answer: Schemas.ref("Tag"))

  static let addDoc = RouteDoc(
    tag: "tags", id: "add_tag",
    summary:
      "A new tag of an area (the caller's own); with a rule it is computed, without one assigned. It exists in, below and above its area.",
    body: Schemas.ref("NewTag"), status: 201, answer: Schemas.ref("Tag"))

  static let changeDoc = RouteDoc(
    tag: "tags", id: "change_tag",
    summary: "New values for some fields of a tag; by who is bound to its area or above, by admin where it has none.",
    body: Schemas.ref("TagPatch"),
    answer: Schemas.ref("Tag"), needsIfMatch: true)
}
