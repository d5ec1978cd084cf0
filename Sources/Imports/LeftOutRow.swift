import Identity

/// Rows of a sheet that are nobody's: they are counted as what they are, not as rejected people.
package enum LeftOutKind: String, Sendable, Codable, CaseIterable {
  case blank, totals
  case repeatedHeader = "repeated_header"
  case footnote
  /// The row of a template that shows how it is filled in.
  case example
}

/// What a sheet looked like when it was read, and what of the file was not.
package struct ImportLayout: Sendable, Equatable, Codable {
  package enum SheetUse: String, Sendable, Codable {
    case read, hidden, empty
    case notChosen = "not_chosen"
    case noHeader = "no_header"
  }

  package struct Sheet: Sendable, Equatable, Codable {
    package var name: String
    package var use: SheetUse

    package init(_ name: String, _ use: SheetUse) { (self.name, self.use) = (name, use) }
  }

  package struct LeftOut: Sendable, Equatable, Codable {
    package var kind: LeftOutKind
    package var count: Int
    /// The first of them, as the sheet numbers them.
    package var rows: [Int]
  }

  package static let shownRows = 50

  /// Of a workbook: every sheet, and what became of it.
  package var sheets: [Sheet] = []
  /// The header's last row, as the sheet numbers it.
  package var headerRow: Int?
  package var leftOut: [LeftOut] = []
  /// Columns with something in them and no name above, counted from 1.
  package var unnamedColumns: [Int] = []

  package init() {}

  package mutating func leaveOut(_ row: Int, _ kind: LeftOutKind) {
    guard let index = leftOut.firstIndex(where: { $0.kind == kind }) else {
      leftOut.append(LeftOut(kind: kind, count: 1, rows: [row]))
      return
    }
    leftOut[index].count += 1
    if leftOut[index].rows.count < Self.shownRows { leftOut[index].rows.append(row) }
  }

  package mutating func nameless(_ column: Int) {
    if !unnamedColumns.contains(column) { unnamedColumns = (unnamedColumns + [column]).sorted() }
  }

  private enum CodingKeys: String, CodingKey {
    case sheets
    case headerRow = "header_row"
    case leftOut = "left_out"
    case unnamedColumns = "unnamed_columns"
  }
}

extension LeftOutKind {
  /// What kind of row it is that holds no subject; nil for one that does, or may.
  package static func of(_ cells: [String], _ map: ColumnMap) -> LeftOutKind? {
    let filled = cells.indices.filter { !isBlank(cells[$0]) }
    guard !filled.isEmpty else { return .blank }
    if isHeader(cells, filled, map) { return .repeatedHeader }
    if let first = filled.first, cells[first].trimmingBlanks.hasPrefix(exampleMark) { return .example }
    let texts = filled.map { cells[$0].trimmingBlanks }
    if isTotals(cells, texts, map) { return .totals }
    if filled.count <= 2, let first = texts.first, footnotes.contains(where: first.hasPrefix) { return .footnote }
    return nil
  }

  /// What the first cell of an example begins with.
  package static let exampleMark = "【示例】"

  private static func isBlank(_ cell: String) -> Bool {
    cell.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || PlainText.isInvisible(scalar) || scalar.properties.generalCategory == .control
    }
  }

  private static func isHeader(_ cells: [String], _ filled: [Int], _ map: ColumnMap) -> Bool {
    filled.count > 1
      && filled.allSatisfy { map.headers.indices.contains($0) && ColumnMap.isSame(cells[$0], map.headers[$0]) }
  }

  /// 合计, 小计：12人 …: the word stands first, and whoever the subject is has no number and no place.
  private static func isTotals(_ cells: [String], _ texts: [String], _ map: ColumnMap) -> Bool {
    guard let word = texts.first(where: { text in !text.allSatisfy { $0.isNumber || $0.isPunctuation } }),
      totalWords.contains(where: word.replacing(" ", with: "").replacing("　", with: "").hasPrefix)
    else { return false }
    return [ImportField.idNumber, .address, .creditCode, .code].allSatisfy { field in
      guard let column = map.columns[field], column < cells.count else { return true }
      let text = cells[column].trimmingBlanks
      let digits = text.prefix { $0.isNumber && $0.isASCII }
      return text.isEmpty || text == word || digits.count < 8 && counters.contains(String(text[digits.endIndex...]))
    }
  }

  private static let counters: Set<String> = ["", "人", "户", "名", "个", "条", "家", "套", "间", "份"]
  private static let totalWords = ["合计", "总计", "小计", "共计", "总人数", "总户数", "汇总", "累计"]
  private static let footnotes = [
    "填表人", "填报人", "制表", "审核", "填表日期", "填报日期", "填表单位", "填报单位", "备注：", "备注:", "注：", "注:", "说明：", "说明:", "单位盖章", "负责人签字",
    "以下空白", "打印日期",
  ]
}
