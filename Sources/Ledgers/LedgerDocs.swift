import FilterLanguage
import Kernel
import Server

extension LedgerRoutes {
  static let addDoc = RouteDoc(
    tag: "ledgers", id: "add_ledger",
    summary: "A new ledger, from exactly one of where (with subject), where_json, sentence or template.",
    body: Schemas.ref("LedgerBody"), status: 201, answer: Schemas.ref("Ledger"))

  static let listDoc = RouteDoc(
    tag: "ledgers", id: "list_ledgers", summary: "The ledgers, the newest first.",
    parameters: RouteDoc.paging + [
      .init(name: "with_retired", about: "true: also those out of use.", schema: Schemas.flag)
    ], answer: Schemas.page(Schemas.ref("Ledger")))

  static let templatesDoc = RouteDoc(
    tag: "ledgers", id: "list_ledger_templates", summary: "The templates that ledgers can be made from.",
    answer: Schemas.page(Schemas.ref("LedgerTemplate")))

  static let getDoc = RouteDoc(
    tag: "ledgers", id: "get_ledger", summary: "One ledger.", answer: Schemas.ref("Ledger"))

  static let changeDoc = RouteDoc(
    tag: "ledgers", id: "change_ledger", summary: "What is another from the next run on; runs that were made stay.",
    body: Schemas.ref("LedgerBody"), answer: Schemas.ref("Ledger"), needsIfMatch: true)

  static let retireDoc = RouteDoc(
    tag: "ledgers", id: "retire_ledger", summary: "Takes a ledger out of use; its runs stay.", status: 204,
    needsIfMatch: true)

  static let runDoc = RouteDoc(
    tag: "ledgers", id: "run_ledger",
    summary: "Freezes the answer of a day. 201: it is there; 202: it is large and being made, see its state.",
    body: Schemas.object([("as_of", ["type": "string", "format": "date"])]), bodyMayBeLeftOut: true, status: 201,
    alsoStatus: [202], answer: Schemas.ref("Run"), answersETag: false)

  static let listRunsDoc = RouteDoc(
    tag: "ledgers", id: "list_runs", summary: "The runs of a ledger, the newest first.", parameters: RouteDoc.paging,
    answer: Schemas.page(Schemas.ref("Run")))

  package static let schemas: [String: JSONValue] = [
    "LedgerBody": Schemas.object(wish),
    "RunOnceBody": Schemas.object(wish + [("as_of", ["type": ["string", "null"], "format": "date"])]),
    "LedgerColumn": Schemas.object(
      [
        ("name", Schemas.text), ("title", Schemas.optionalText), ("width", Schemas.optionalInteger),
        ("kind", Schemas.text),
      ], required: ["name"]),
    "LedgerNote": Schemas.object(
      [
        ("name", Schemas.text), ("title", Schemas.text),
        ("kind", Schemas.words(noteKinds)), ("carry", ["type": ["boolean", "null"]]),
        ("writes", ["type": ["object", "null"]]),
      ], required: ["name", "title"]),
    "LedgerTemplate": Schemas.object(
      [
        ("code", Schemas.text), ("name", Schemas.text), ("line", Schemas.text), ("subject", Schemas.text),
        ("sentence", Schemas.text), ("where", Schemas.text), ("columns", Schemas.array(Schemas.text)),
        ("notes", Schemas.array(["type": "object"])), ("sort", Schemas.text), ("group_by", Schemas.array(Schemas.text)),
        ("asked_by", Schemas.text), ("schedule", Schemas.optionalText), ("about", Schemas.text),
      ], required: ["code", "name", "subject", "where"]),
    "Ledger": Schemas.object(
      question + [
        ("about", Schemas.text), ("sentence", Schemas.optionalText), ("template", Schemas.optionalText),
        ("area", Schemas.optionalText), ("areas", areas), ("keep_days", Schemas.optionalInteger),
        ("seen_by", Schemas.words(LedgerAudience.allCases.map(\.rawValue))),
        ("owner", Schemas.text), ("retired_at", Schemas.optionalText), ("version", Schemas.integer),
        ("updated_at", Schemas.text),
      ], required: ["id", "name", "subject", "where", "columns", "notes", "version"]),
    "Run": Schemas.object(
      question + [
        ("ledger_id", Schemas.integer), ("as_of", ["type": "string", "format": "date"]),
        ("finished_at", Schemas.optionalText), ("caller", Schemas.text),
        ("state", Schemas.words(RunState.allCases.map(\.rawValue))), ("total", Schemas.optionalInteger),
        ("progress", Schemas.number),
        ("groups", Schemas.array(Schemas.object([("values", ["type": "object"]), ("total", Schemas.integer)]))),
        ("previous_run_id", Schemas.optionalInteger), ("kept_until", Schemas.day),
        ("kind", Schemas.words(LedgerKind.allCases.map(\.rawValue))),
      ], required: ["id", "ledger_id", "name", "subject", "where", "columns", "notes", "as_of", "state"]),
  ]

  /// What somebody wants of a ledger.
  private static let wish: [(String, JSONValue)] = [
    ("name", ["type": "string", "maxLength": 64]), ("about", Schemas.optionalText),
    ("subject", Schemas.words(Subject.searchable.map(\.word))), ("where", ["type": "string", "maxLength": 4000]),
    ("where_json", ["type": "object"]), ("sentence", ["type": "string", "maxLength": 400]),
    ("template", Schemas.text),
    ("columns", ["type": ["array", "null"], "items": ["anyOf": [Schemas.text, Schemas.ref("LedgerColumn")]]]),
    ("notes", ["type": ["array", "null"], "items": Schemas.ref("LedgerNote")]), ("sort", Schemas.optionalText),
    ("group_by", ["anyOf": [Schemas.text, Schemas.array(Schemas.text), ["type": "null"]]]),
    ("seen_by", Schemas.words(LedgerAudience.allCases.map(\.rawValue))), ("area", Schemas.optionalText),
    ("areas", areas),
    ("limit", ["type": ["integer", "null"], "minimum": 1, "maximum": 100_000]),
    ("keep_days", ["type": ["integer", "null"], "minimum": 1, "maximum": 3650]),
  ]

  private static let areas: JSONValue = ["type": ["array", "null"], "items": Schemas.text]

  /// Why a question no longer reads.
  package static let questionError: JSONValue = [
    "type": ["object", "null"], "required": ["code", "detail", "remedy"],
    "properties": ["code": Schemas.text, "detail": Schemas.text, "remedy": Schemas.text],
  ]

  /// visit is a tick that notes a visit at the row's house.
  static let noteKinds = ["tick", "text", "visit"]

  /// What a ledger and a run of it both say.
  private static let question: [(String, JSONValue)] = [
    ("id", Schemas.integer), ("name", Schemas.text), ("subject", Schemas.words(Subject.searchable.map(\.word))),
    ("where", Schemas.text), ("where_json", ["type": "object"]), ("explanation", Schemas.text),
    ("question_error", questionError), ("limit", Schemas.optionalInteger),
    ("columns", Schemas.array(Schemas.ref("LedgerColumn"))), ("notes", Schemas.array(Schemas.ref("LedgerNote"))),
    ("sort", Schemas.optionalText), ("group_by", Schemas.array(Schemas.text)), ("made_at", Schemas.text),
  ]
}
