import Identity
import Sheets

/// The cells of one row, by field.
package struct RowCells: Sendable {
  package let map: ColumnMap
  package let cells: [String]
  /// By column from 0.
  package let notes: [Int: CellNote]

  package init(map: ColumnMap, cells: [String], notes: [Int: CellNote] = [:]) {
    self.map = map
    self.cells = cells
    self.notes = notes
  }

  /// The cell without the spaces around it; nil where it says nothing: empty, or a word for nothing (无, 不详, -).
  package subscript(_ field: ImportField) -> String? {
    guard let text = raw(field), !Self.nothing.contains(text) else { return nil }
    return text
  }

  /// The cell as it is but for the spaces around it; nil where it is empty.
  package func raw(_ field: ImportField) -> String? {
    guard let column = map.columns[field], column < cells.count else { return nil }
    return Self.trimmed(cells[column])
  }

  package func note(_ field: ImportField) -> CellNote? { map.columns[field].flatMap { notes[$0] } }

  package func header(_ field: ImportField) -> String { map.header(field) }

  /// What the notes of the columns that are read say against the row.
  package var findings: RowFindings {
    var findings = RowFindings()
    for (field, column) in map.columns.sorted(by: { $0.value < $1.value }) {
      guard let note = notes[column] else { continue }
      findings.add(.review, note.rawValue, header(field), note.detail)
    }
    return findings
  }

  /// Without blanks and invisible signs at the ends; nil where nothing is left.
  package static func trimmed(_ cell: String) -> String? {
    let scalars = cell.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return nil }
    return String(scalars[first...last])
  }

  private static let nothing: Set<String> = [
    "无", "-", "--", "—", "——", "/", "\\", "不详", "不明", "未知", "暂无", "没有", "null", "NULL", "N/A", "n/a", "#N/A", "空", ".",
    "0",
  ]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || PlainText.isInvisible(scalar)
  }
}
