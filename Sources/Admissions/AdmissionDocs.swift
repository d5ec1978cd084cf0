import Kernel
import Server

extension AdmissionRoutes {
  private static let verdicts = Schemas.words(Verdict.allCases.map(\.rawValue))
  private static let decisions = Schemas.words(Admission.Decision.allCases.map(\.rawValue))
  private static let kinds = Schemas.words(Matter.Kind.allCases.map(\.rawValue))

  package static let schemas: [String: JSONValue] = [
    "Admission": Schemas.object(
      [
        ("id", Schemas.integer), ("title", Schemas.text), ("text", Schemas.text), ("from_unit", Schemas.text),
        ("proposed_unit", Schemas.optionalText), ("basis", Schemas.optionalText), ("verdict", verdicts),
        ("matches", Schemas.array(Schemas.ref("AdmissionMatch"))), ("advice", Schemas.text),
        ("decision", Schemas.optionalText), ("reason", Schemas.optionalText), ("decided_by", Schemas.optionalText),
        ("decided_at", Schemas.optionalText), ("by", Schemas.text), ("made_at", Schemas.text),
        ("version", Schemas.integer),
      ], required: ["id", "title", "text", "from_unit", "verdict", "matches", "advice", "decision", "version"]),
    "AdmissionMatch": Schemas.object(
      [
        ("duty", Schemas.text), ("subcategory", Schemas.text),
        ("kind", Schemas.words(["own", "assisted", "forbidden", "elsewhere"])), ("unit", Schemas.optionalText),
        ("basis", Schemas.text), ("reasons", Schemas.array(Schemas.text)),
      ], required: ["duty", "subcategory", "kind", "basis", "reasons"]),
    "NewAdmission": Schemas.object(
      [
        ("title", Schemas.text), ("text", Schemas.longText(4000)), ("from_unit", Schemas.text),
        ("proposed_unit", Schemas.optionalText), ("basis", Schemas.optionalText),
      ], required: ["title", "text", "from_unit"]),
    "Matter": Schemas.object(
      [
        ("code", Schemas.text), ("kind", kinds), ("name", Schemas.text), ("keywords", Schemas.array(Schemas.text)),
        ("source", Schemas.text),
      ], required: ["code", "kind", "name", "source"]),
  ]

  static let listDoc = RouteDoc(
    tag: "admissions", id: "list_admissions",
    summary: "Tasks that were held against the lists, newest first: all for the street office, else one's own.",
    parameters: [
      .init(name: "verdict", about: "What the lists said.", schema: verdicts),
      .init(
        name: "state", about: "Whether somebody has decided.", schema: Schemas.words(State.allCases.map(\.rawValue))),
    ] + RouteDoc.paging, answer: Schemas.page(Schemas.ref("Admission")))

  static let getDoc = RouteDoc(
    tag: "admissions", id: "get_admission", summary: "One of them.", answer: Schemas.ref("Admission"))

  static let addDoc = RouteDoc(
    tag: "admissions", id: "add_admission", summary: "Holds a task against the lists, and keeps what they say.",
    body: Schemas.ref("NewAdmission"), status: 201, answer: Schemas.ref("Admission"))

  static let decideDoc = RouteDoc(
    tag: "admissions", id: "decide_admission", summary: "Takes a task on or refuses it, once.",
    body: Schemas.object([("decision", decisions), ("reason", Schemas.text)], required: ["decision"]),
    answer: Schemas.ref("Admission"), answersETag: true)

  static let mattersDoc = RouteDoc(
    tag: "admissions", id: "list_matters",
    summary: "What a street and its committees do, help with, and must not be asked for, with the sources.",
    parameters: [.init(name: "kind", about: "own, assisted or forbidden.", schema: kinds)],
    answer: Schemas.page(Schemas.ref("Matter")))
}
