import Kernel
import Server

extension ImportRoutes {
  private static let subjects = Schemas.words(ImportSubject.allCases.map(\.rawValue))
  private static let optionalFlag: JSONValue = ["type": ["boolean", "null"]]
  private static let statuses = Schemas.words(ImportRowStatus.allCases.map(\.rawValue))

  package static let schemas: [String: JSONValue] = [
    "Import": Schemas.object(
      [
        ("id", Schemas.integer), ("state", Schemas.words(ImportState.allCases.map(\.rawValue))),
        (
          "counts",
          Schemas.object(
            ["read", "created", "updated", "unchanged", "review", "rejected"].map { ($0, Schemas.integer) })
        ), ("mapping", ["type": "object", "additionalProperties": Schemas.text]),
        ("ignored_columns", Schemas.array(Schemas.text)), ("subject", subjects), ("file_name", Schemas.text),
        ("area", Schemas.text), ("source", Schemas.text), ("dry_run", Schemas.flag), ("as_of", Schemas.day),
        ("sheet", Schemas.text),
        (
          "sheets",
          Schemas.array(
            Schemas.object(
              [
                ("name", Schemas.text),
                ("use", Schemas.words(["read", "hidden", "empty", "not_chosen", "no_header"])),
              ], required: ["name", "use"]))
        ), ("header_row", Schemas.integer),
        (
          "left_out",
          Schemas.array(
            Schemas.object(
              [
                ("kind", Schemas.words(LeftOutKind.allCases.map(\.rawValue))), ("count", Schemas.integer),
                ("rows", Schemas.array(Schemas.integer)),
              ], required: ["kind", "count", "rows"]))
        ),
        (
          "reasons",
          Schemas.array(
            Schemas.object(
              [
                ("code", Schemas.text), ("column", Schemas.text), ("detail", Schemas.text), ("status", statuses),
                ("count", Schemas.integer), ("first_row", Schemas.integer),
              ], required: ["code", "detail", "status", "count", "first_row"]))
        ),
        ("caller", Schemas.text), ("problem", Schemas.text),
        ("undo", Schemas.ref("ImportUndo")), ("file_kept", Schemas.flag),
        ("made_at", Schemas.instant), ("updated_at", Schemas.instant),
      ], required: ["id", "state", "counts", "mapping", "subject", "undo", "file_kept"]),
    "ImportUndo": Schemas.object(
      [
        ("state", Schemas.words(["none", "running", "done", "stopped"])), ("possible", Schemas.flag),
        ("reason", Schemas.text), ("left", Schemas.integer), ("undone", Schemas.integer), ("checked", Schemas.integer),
        (
          "blocked",
          Schemas.array(
            Schemas.object(
              [
                ("row", Schemas.integer), ("code", Schemas.words(UndoObstacle.allCases.map(\.rawValue))),
                ("detail", Schemas.text),
              ], required: ["row", "code", "detail"]))
        ), ("blocked_count", Schemas.integer), ("caller", Schemas.text), ("asked_at", Schemas.instant),
        ("done_at", Schemas.instant),
      ], required: ["state", "possible", "left", "undone", "blocked", "blocked_count"]),
    "ImportRow": Schemas.object(
      [
        ("row", Schemas.integer), ("status", statuses), ("applied", Schemas.flag), ("subject_id", Schemas.integer),
        (
          "reasons",
          Schemas.array(
            Schemas.object(
              [("code", Schemas.text), ("column", Schemas.text), ("detail", Schemas.text)],
              required: ["code", "detail"]))
        ),
        ("candidates", Schemas.array(Schemas.object([("subject_id", Schemas.integer), ("name", Schemas.text)]))),
        ("decision", Schemas.ref("ImportDecision")),
        ("values", ["type": "object", "additionalProperties": Schemas.text]),
      ], required: ["row", "status", "applied", "reasons", "candidates", "values"]),
    "ImportDecision": Schemas.object(
      [("action", Schemas.words(["create", "merge", "skip"])), ("subject_id", Schemas.integer)], required: ["action"]),
  ]

  static let templateDoc = RouteDoc(
    tag: "imports", id: "get_import_template",
    summary:
      "An empty roster (XLSX) with the columns that can be read, choices, and an example row that is never read.",
    parameters: [.init(name: "subject", about: "What the rows are.", schema: subjects, isRequired: true)],
    answer: Schemas.binary, produces: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

  static let startDoc = RouteDoc(
    tag: "imports", id: "start_import", summary: "Takes a roster in, CSV or XLSX; the work goes on in the background.",
    parameters: [
      .init(name: "subject", about: "What the rows are.", schema: subjects, isRequired: true),
      .init(name: "area", about: "The code of the area that the roster is of.", schema: Schemas.text),
      .init(name: "dry_run", about: "Report only.", schema: Schemas.flag),
      .init(name: "apply", about: "Apply what is sure without being asked.", schema: Schemas.flag),
      .init(name: "file_name", about: "What the file is called.", schema: Schemas.text),
      .init(
        name: "source",
        about:
          "Who says it: police, tenancy, committee, register. Unsaid, people are as a committee's own book has them.",
        schema: Schemas.text),
      .init(
        name: "sheet", about: "The sheet of a workbook; unsaid, the only one that is a roster.", schema: Schemas.text),
      .init(
        name: "as_of", about: "The day that the roster is of; today.", schema: ["type": "string", "format": "date"]),
      .init(
        name: "mapping", about: "JSON object, header to field, before what synonyms say.", schema: Schemas.text),
    ], status: 202, answer: Schemas.ref("Import"))

  static let listDoc = RouteDoc(
    tag: "imports", id: "list_imports", summary: "Imports, the newest first.", parameters: RouteDoc.paging,
    answer: Schemas.page(Schemas.ref("Import")))

  static let getDoc = RouteDoc(
    tag: "imports", id: "get_import", summary: "How far an import is, and its counts.",
    parameters: [
      .init(
        name: "undo",
        about:
          "Look through its rows, at most 5,000 from the last on, for what would stand against taking them back.",
        schema: Schemas.flag)
    ], answer: Schemas.ref("Import"),
    answersETag: false)

  static let rowsDoc = RouteDoc(
    tag: "imports", id: "list_import_rows", summary: "The rows with reasons and candidates, masked.",
    parameters: [.init(name: "status", about: "Only these.", schema: statuses)] + RouteDoc.paging,
    answer: Schemas.page(Schemas.ref("ImportRow")))

  static let decideDoc = RouteDoc(
    tag: "imports", id: "decide_import_row", summary: "What is to become of a row in review.",
    body: Schemas.ref("ImportDecision"), answer: Schemas.ref("ImportRow"))

  static let correctDoc = RouteDoc(
    tag: "imports", id: "correct_import_row",
    summary: "Other values for a row that waits or was refused; it is judged again.",
    body: Schemas.object(
      [("values", ["type": "object", "additionalProperties": Schemas.optionalText])], required: ["values"]),
    answer: Schemas.ref("ImportRow"))

  static let decideManyDoc = RouteDoc(
    tag: "imports", id: "decide_import_rows",
    summary: "What is to become of all rows that wait, or of those that wait for one reason; 5,000 at most in one go.",
    body: Schemas.object(
      [("action", Schemas.words(["create", "merge", "skip"])), ("reason", Schemas.optionalText)], required: ["action"]),
    answer: Schemas.object(
      [("decided", Schemas.integer), ("left", Schemas.integer)], required: ["decided", "left"]))

  static let applyDoc = RouteDoc(
    tag: "imports", id: "apply_import", summary: "Applies what is sure and what has been decided.", status: 202,
    answer: Schemas.ref("Import"))

  static let rerunDoc = RouteDoc(
    tag: "imports", id: "rerun_import",
    summary:
      "Takes the file of a trial, or of an import that failed to understand it, in once more as another import; it is kept for 7 days.",
    body: Schemas.object(
      [
        (
          "mapping",
          ["type": ["object", "null"], "additionalProperties": Schemas.text]
        ), ("sheet", Schemas.optionalText), ("dry_run", optionalFlag), ("apply", optionalFlag),
      ]), status: 202, answer: Schemas.ref("Import"))

  static let undoDoc = RouteDoc(
    tag: "imports", id: "undo_import",
    summary:
      "Takes back what it has written, row by row, as far as nobody has built on it; the work goes on in the background.",
    status: 202, answer: Schemas.ref("Import"))

  static let cancelDoc = RouteDoc(
    tag: "imports", id: "cancel_import", summary: "Stops it; what has been applied stays.",
    answer: Schemas.ref("Import"))
}
