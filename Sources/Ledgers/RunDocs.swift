import Kernel
import Server

extension RunRoutes {
  static let onceDoc = RouteDoc(
    tag: "ledgers", id: "run_once",
    summary: "Asks once and freezes the answer, without a ledger to keep; its rows are deleted after 30 days.",
    body: Schemas.ref("RunOnceBody"), status: 201, alsoStatus: [202], answer: Schemas.ref("Run"),
    answersETag: false)

  static let getDoc = RouteDoc(
    tag: "ledgers", id: "get_run", summary: "What was asked, how far it is, and how many rows each group has.",
    answer: Schemas.ref("Run"), answersETag: false)

  static let deleteDoc = RouteDoc(
    tag: "ledgers", id: "delete_run",
    summary: "Deletes a run and its rows. Ticks that later runs look up stay, as does what they wrote back.",
    status: 204)

  static let rowsDoc = RouteDoc(
    tag: "ledgers", id: "list_run_rows", summary: "The frozen rows in their order, masked.",
    parameters: RouteDoc.paging, answer: Schemas.page(Schemas.ref("RunLine")))

  static let cancelDoc = RouteDoc(
    tag: "ledgers", id: "cancel_run", summary: "Ends the making of a large run; what was frozen goes.",
    answer: Schemas.ref("Run"))

  static let diffDoc = RouteDoc(
    tag: "ledgers", id: "diff_runs", summary: "Who came, who left and why, and what changed since another run.",
    parameters: [
      .init(name: "against", about: "The older run; the one before.", schema: Schemas.integer),
      .init(name: "limit", about: "Rows listed of each kind.", schema: Schemas.pageSize),
    ], answer: Schemas.ref("RunDiff"), refuses: [409])

  static let markDoc = RouteDoc(
    tag: "ledgers", id: "mark_run_row",
    summary: "Ticks and remarks on a row, by the notes' names; null or false takes away.",
    body: notes, answer: Schemas.ref("RunMarked"))

  static let marksDoc = RouteDoc(
    tag: "ledgers", id: "mark_run_rows", summary: "The same for up to 1,000 rows, item by item.",
    body: Schemas.object([("items", Schemas.array(notes))], required: ["items"]),
    answer: Schemas.object(
      [
        (
          "items",
          Schemas.array(
            Schemas.object([
              ("index", Schemas.integer), ("status", Schemas.integer),
              ("row", ["anyOf": [Schemas.ref("RunMarked"), ["type": "null"]]]),
              ("error", ["anyOf": [Schemas.ref("Problem"), ["type": "null"]]]),
            ]))
        )
      ], required: ["items"]))

  /// Open, because the notes are the ledger's own.
  private static let notes: JSONValue = [
    "type": "object", "additionalProperties": ["type": ["boolean", "string", "integer", "null"]],
  ]

  package static let schemas: [String: JSONValue] = [
    "RunLine": [
      "type": "object", "required": ["id", "marks"],
      "description": "The run's columns by name; marks has what was noted, by note.",
      "properties": [
        "id": Schemas.integer,
        "marks": ["type": "object", "additionalProperties": Schemas.ref("RunMark")],
      ], "additionalProperties": .object([]),
    ],
    "RunMarked": Schemas.object(
      [
        ("id", Schemas.integer), ("marks", ["type": "object", "additionalProperties": Schemas.ref("RunMark")]),
      ], required: ["id", "marks"]),
    "RunDiff": Schemas.object(
      [
        ("run_id", Schemas.integer), ("against", Schemas.integer), ("as_of", Schemas.text),
        ("against_as_of", Schemas.text), ("added", rows), ("left", rows), ("changed", rows),
      ], required: ["run_id", "against", "added", "left", "changed"]),
    "RunMark": Schemas.object(
      [
        ("value", ["type": ["boolean", "string"]]), ("by", Schemas.text), ("at", Schemas.text),
        ("carried", Schemas.flag),
        ("ended", ["type": "boolean", "description": "The tag that the tick stands for has been ended since."]),
      ], required: ["value", "by", "at", "carried"]),
  ]

  private static let rows: JSONValue = Schemas.object(
    [("total", Schemas.integer), ("items", Schemas.array(["type": "object"]))], required: ["total", "items"])
}
