import Kernel
import Ledgers

/// What the rows of a run leave as.
package enum ExportFormat: String, Sendable, CaseIterable {
  case xlsx, csv, html, json

  package var mediaType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .csv: "text/csv; charset=utf-8"
    case .html: "text/html; charset=utf-8"
    case .json: "application/json; charset=utf-8"
    }
  }
}

/// What somebody wants of a run.
package struct ExportInput: Sendable {
  package var run: Int64
  package var format: ExportFormat
  /// Names of the run's columns and notes, in this order; nil for all.
  package var columns: [String]?
  /// Names and numbers to be shown in full; nil for none.
  package var reveal: RunReveal?
  /// What a JSON document says of the run beside its rows: an object.
  package var describe: @Sendable (RunView) -> JSONValue

  package init(
    run: Int64, format: ExportFormat, columns: [String]? = nil, reveal: RunReveal? = nil,
    describe: @escaping @Sendable (RunView) -> JSONValue = { ["id": .number(Double($0.row.id))] }
  ) {
    (self.run, self.format, self.columns, self.reveal) = (run, format, columns, reveal)
    self.describe = describe
  }
}
