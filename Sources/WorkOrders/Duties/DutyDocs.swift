import Kernel
import Server
import TextClassifier

extension DutyRoutes {
  private static let writable: [(String, JSONValue)] = [
    ("category", Schemas.text), ("subcategory", Schemas.text), ("keywords", Schemas.array(Schemas.text)),
    ("unless", Schemas.array(Schemas.text)), ("unit", Schemas.text), ("co_units", Schemas.array(Schemas.text)),
    ("basis", Schemas.text), ("basis_kind", Schemas.words(Duty.BasisKind.allCases.map(\.rawValue))),
    ("level", Schemas.words(Duty.Level.allCases.map(\.rawValue))),
    ("deadline_workdays", ["type": "integer", "minimum": .number(0), "maximum": .number(365)]),
    ("urgent_hours", Schemas.optionalInteger),
  ]

  private static let shown: [(String, JSONValue)] =
    [("code", Schemas.text)] + writable + [
      ("kind", Schemas.words(Duty.Kind.allCases.map(\.rawValue))), ("since", ["type": "string", "format": "date"]),
      ("until", Schemas.day), ("by", Schemas.text),
    ]

  package static let schemas: [String: JSONValue] = [
    "DutyVersion": Schemas.object(shown, required: ["code", "category", "subcategory", "unit", "since"]),
    "Duty": Schemas.object(
      shown + [("version", Schemas.integer), ("versions", Schemas.array(Schemas.ref("DutyVersion")))],
      required: ["code", "category", "subcategory", "unit", "since", "version"]),
    "NewDuty": Schemas.object(
      [("code", ["type": "string", "pattern": "^[A-Z0-9_]{2,16}$"])] + writable + [("since", Schemas.day)],
      required: ["code", "category", "subcategory", "unit"]),
    "DutyPatch": Schemas.object(writable + [("since", Schemas.day)]),
  ]

  package static let asOf = RouteDoc.Parameter(
    name: "as_of", about: "The day whose list is meant; today.", schema: ["type": "string", "format": "date"])

  static let listDoc = RouteDoc(
    tag: "duties", id: "list_duties", summary: "The responsibility list as of a day, by code.",
    parameters: [
      .init(name: "category", about: "The category.", schema: Schemas.text),
      .init(name: "unit", about: "A unit that leads or helps.", schema: Schemas.text),
      .init(name: "q", about: "A text that stands somewhere in the duty.", schema: Schemas.text), asOf,
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Duty")))

  static let getDoc = RouteDoc(
    tag: "duties", id: "get_duty", summary: "One duty, with all its versions.", parameters: [asOf],
    answer: Schemas.ref("Duty"))

  static let addDoc = RouteDoc(
    tag: "duties", id: "add_duty", summary: "A new duty.", body: Schemas.ref("NewDuty"), status: 201,
    answer: Schemas.ref("Duty"))

  static let changeDoc = RouteDoc(
    tag: "duties", id: "change_duty", summary: "Ends the newest version of a duty and begins another.",
    body: Schemas.ref("DutyPatch"), answer: Schemas.ref("Duty"), needsIfMatch: true)

  static let endDoc = RouteDoc(
    tag: "duties", id: "end_duty", summary: "Ends a duty from today on.", status: 204, needsIfMatch: true)
}
