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
    guard let text = raw(field), !Self.nothing.contains(text), !Self.isError(text) else { return nil }
    return text
  }

  /// The cell as it is but for the spaces around it; nil where it is empty.
  package func raw(_ field: ImportField) -> String? {
    guard let column = map.columns[field], column < cells.count else { return nil }
    return Self.trimmed(cells[column])
  }

  package func note(_ field: ImportField) -> CellNote? { map.columns[field].flatMap { notes[$0] } }

  package func header(_ field: ImportField) -> String { map.header(field) }

  /// What the notes of the columns that are read say against the row, errors that a program wrote out as text, and columns
  /// of one name that say different things.
  package var findings: RowFindings {
    var findings = RowFindings()
    for (field, column) in map.columns.sorted(by: { $0.value < $1.value }) {
      if let note = notes[column] {
        findings.add(.review, note.rawValue, header(field), note.detail)
      } else if let text = raw(field), Self.isError(text) {
        findings.add(.review, CellNote.formulaError.rawValue, header(field), CellNote.formulaError.detail)
      }
      let others = map.twins(of: column).compactMap { $0 < cells.count ? Self.trimmed(cells[$0]) : nil }
      if others.contains(where: { $0 != raw(field) }) {
        findings.add(.review, "column_twice", header(field), "文件里有几列都叫这个名字或说的是同一项，而内容不同：请核对以哪一列为准")
      }
    }
    return findings
  }

  /// `#N/A`, `#REF!` and the like, as spreadsheets save them into text files.
  private static func isError(_ text: String) -> Bool { errors.contains(text.uppercased()) }

  private static let errors: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA", "#FIELD!",
    "ERR:502", "ERR:508", "ERR:522",
  ]

  /// Without blanks and invisible signs at the ends; nil where nothing is left.
  package static func trimmed(_ cell: String) -> String? {
    let scalars = cell.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return nil }
    return String(scalars[first...last])
  }

  private static let nothing: Set<String> = [
    "无", "-", "--", "—", "——", "/", "\\", "不详", "不明", "未知", "暂无", "没有", "null", "NULL", "N/A", "n/a", "空", ".",
    "0",
  ]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || PlainText.isInvisible(scalar)
  }
}
