/// The cells of one row, by field.
package struct RowCells: Sendable {
  package let map: ColumnMap
  package let cells: [String]

  package init(map: ColumnMap, cells: [String]) {
    self.map = map
    self.cells = cells
  }

  /// The cell without the spaces around it; nil where it says nothing: empty, or a word for nothing (无, 不详, -).
  package subscript(_ field: ImportField) -> String? {
    guard let text = raw(field), !Self.nothing.contains(text) else { return nil }
    return text
  }

  /// The cell as it is but for the spaces around it; nil where it is empty.
  package func raw(_ field: ImportField) -> String? {
    guard let column = map.columns[field], column < cells.count else { return nil }
    let scalars = cells[column].unicodeScalars
    guard let first = scalars.firstIndex(where: { !Self.isSpace($0) }),
      let last = scalars.lastIndex(where: { !Self.isSpace($0) })
    else { return nil }
    return String(scalars[first...last])
  }

  package func header(_ field: ImportField) -> String { map.header(field) }

  private static let nothing: Set<String> = [
    "无", "-", "--", "—", "——", "/", "\\", "不详", "不明", "未知", "暂无", "没有", "null", "NULL", "N/A", "n/a", "#N/A", "空", ".",
    "0",
  ]

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }
}
