import Kernel
import Server

extension ExportRoutes {
  static func fileDoc(_ format: ExportFormat) -> RouteDoc {
    RouteDoc(
      tag: "ledgers", id: "export_run_\(format.rawValue)", summary: summary(format),
      parameters: [
        .init(name: "columns", about: "Names of columns and notes, comma-separated; all.", schema: Schemas.text),
        .init(
          name: "reveal", about: "Columns with names and numbers to show in full, comma-separated; with reason.",
          schema: Schemas.text),
        .init(name: "reason", about: "Why, 4 to 500 characters; kept in the audit log.", schema: Schemas.text),
      ], answer: format == .json ? ["type": "object"] : format == .xlsx ? Schemas.binary : Schemas.text,
      produces: mediaType(format))
  }

  private static func mediaType(_ format: ExportFormat) -> String { String(format.mediaType.prefix { $0 != ";" }) }

  private static func summary(_ format: ExportFormat) -> String {
    switch format {
    case .xlsx: "The run as a workbook: title, frozen header, real dates, empty columns to fill in, ready to print."
    case .csv: "The run as CSV: UTF-8 with mark, formulas defused."
    case .html: "The run as a page that prints on A4, its header on each sheet."
    case .json: "The run with all its rows, in one document."
    }
  }

  static let beginDoc = RouteDoc(
    tag: "ledgers", id: "begin_export", summary: "Begins to make the file of a large run in the background.",
    body: Schemas.ref("ExportBody"), status: 202, answer: Schemas.ref("Export"))

  static let getDoc = RouteDoc(
    tag: "ledgers", id: "get_export", summary: "How far an export is. Only for whoever began it; kept for an hour.",
    answer: Schemas.ref("Export"), answersETag: false)

  static let fetchDoc = RouteDoc(
    tag: "ledgers", id: "fetch_export", summary: "The file of a finished export.", answer: Schemas.binary,
    produces: mediaType(.xlsx), alsoProduces: [mediaType(.csv), mediaType(.html), mediaType(.json)])

  static let cancelDoc = RouteDoc(
    tag: "ledgers", id: "cancel_export", summary: "Ends an export; what was written of it goes.",
    answer: Schemas.ref("Export"))

  package static let schemas: [String: JSONValue] = [
    "ExportBody": Schemas.object(
      [
        ("format", Schemas.words(ExportFormat.allCases.map(\.rawValue))),
        ("columns", ["type": ["array", "null"], "items": Schemas.text]),
        ("reveal", ["type": ["array", "null"], "items": Schemas.text]),
        ("reason", ["type": ["string", "null"], "maxLength": 500]),
      ], required: ["format"]),
    "Export": Schemas.object(
      [
        ("id", Schemas.text), ("run_id", Schemas.integer),
        ("format", Schemas.words(ExportFormat.allCases.map(\.rawValue))),
        ("state", Schemas.words(ExportJob.State.allCases.map(\.rawValue))), ("done", Schemas.integer),
        ("total", Schemas.integer), ("file_name", Schemas.text),
      ], required: ["id", "run_id", "format", "state", "done", "total", "file_name"]),
  ]
}
