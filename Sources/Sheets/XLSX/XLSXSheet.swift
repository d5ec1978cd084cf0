import CXlsxwriter
import Foundation

/// One sheet of a workbook that is being written: its head, where the next row goes, and how it is printed.
struct XLSXSheet {
  /// Rows of a sheet (ECMA-376).
  static let limit: UInt32 = 1_048_576

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let layout: SheetLayout
  private let styles: XLSXStyles
  private var head: UInt32 = 0
  private var row: UInt32 = 0

  private var lastColumn: UInt16 { UInt16(clamping: max(layout.columns.count, 1) - 1) }
  func isFull(at limit: UInt32) -> Bool { row >= limit }

  init(_ book: UnsafeMutablePointer<lxw_workbook>, name: String, _ layout: SheetLayout, _ styles: XLSXStyles) throws {
    guard let sheet = workbook_add_worksheet(book, name) else { throw XLSXWriter.failed("工作表名不可用：\(name)") }
    (self.sheet, self.layout, self.styles) = (sheet, layout, styles)
    try writeHead()
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_center_horizontally(sheet)
    if layout.isLandscape { worksheet_set_landscape(sheet) }
    try check(worksheet_set_footer(sheet, "&C第 &P 页 共 &N 页"))
    try check(worksheet_repeat_rows(sheet, 0, head))
    worksheet_freeze_panes(sheet, head + 1, 0)
    for (index, column) in layout.columns.enumerated() where !column.choices.isEmpty {
      try offer(column.choices, UInt16(clamping: index))
    }
  }

  /// So many rows below the header offer what can be chosen.
  private static let offered: UInt32 = 5_000

  private func offer(_ choices: [String], _ column: UInt16) throws {
    guard choices.joined(separator: ",").utf16.count <= 255 else { return }
    var texts: [UnsafeMutablePointer<CChar>?] = choices.map { strdup($0) } + [nil]
    defer { for text in texts { free(text) } }
    try texts.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
      try check(worksheet_data_validation_range(sheet, head + 1, column, head + Self.offered, column, &validation))
    }
  }

  private mutating func writeHead() throws {
    for (index, column) in layout.columns.enumerated() {
      try check(worksheet_set_column(sheet, UInt16(clamping: index), UInt16(clamping: index), column.width, nil))
    }
    if let title = layout.title {
      try check(worksheet_set_row(sheet, row, 27, nil))
      try line(title, styles.title)
    }
    if let subtitle = layout.subtitle {
      try check(worksheet_write_string(sheet, row, 0, XLSXText.escaping(subtitle), styles.subtitle))
      row += 1
    }
    head = row
    for (index, column) in layout.columns.enumerated() {
      try text(column.name, UInt16(clamping: index), styles.header)
    }
    row += 1
  }

  mutating func write(_ cells: [Cell]) throws {
    for (index, column) in layout.columns.enumerated() {
      let cell = cells.indices.contains(index) ? cells[index] : .empty
      try write(cell, UInt16(clamping: index), column.kind)
    }
    row += 1
  }

  /// A text in the first cell, the others of the row empty and alike.
  mutating func line(_ text: String, _ format: XLSXStyles.Format) throws {
    try self.text(text, 0, format)
    for column in 0..<lastColumn { try check(worksheet_write_blank(sheet, row, column + 1, format)) }
    row += 1
  }

  /// What is known only when the last row stands.
  func close() throws {
    try check(worksheet_print_area(sheet, 0, 0, max(row, 1) - 1, lastColumn))
    if layout.hasFilter, row > head { try check(worksheet_autofilter(sheet, head, 0, row - 1, lastColumn)) }
  }

  /// Lets the temporary file go that `lxw_workbook_free` forgets.
  func abandon() {
    guard let file = sheet.pointee.optimize_tmpfile else { return }
    fclose(file)
    sheet.pointee.optimize_tmpfile = nil
  }

  private func write(_ cell: Cell, _ column: UInt16, _ kind: SheetLayout.Column.Kind) throws {
    let format = styles.body(kind)
    switch cell {
    case .empty: try check(worksheet_write_blank(sheet, row, column, format))
    case .text(let text): try self.text(text, column, format)
    case .number(let number):
      try check(worksheet_write_number(sheet, row, column, number, kind.isText ? styles.body(.number) : format))
    case .date(let day):
      // Spreadsheets have no days before 1900, and count wrongly before March of that year.
      let serial = Int(day.number) + 25_569
      guard serial > 60 else { return try text(day.description, column, format) }
      try check(worksheet_write_number(sheet, row, column, Double(serial), styles.body(.date)))
    }
  }

  private func text(_ text: String, _ column: UInt16, _ format: XLSXStyles.Format) throws {
    try check(worksheet_write_string(sheet, row, column, XLSXText.escaping(text), format))
  }

  private func check(_ code: lxw_error) throws { try XLSXWriter.check(code) }
}

extension SheetLayout.Column.Kind {
  fileprivate var isText: Bool {
    switch self {
    case .text, .code, .note, .tick: true
    case .number, .date: false
    }
  }
}
