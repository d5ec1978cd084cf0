import CXlsxwriter
import Domain

/// Writes an XLSX file row by row in constant memory: the header stands frozen, texts stay texts (identity numbers keep
/// their digits), days are days.
package final class XLSXWriter: SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let dateFormat: UnsafeMutablePointer<lxw_format>?
  private var row: UInt32 = 0
  private var finished = false

  /// The file at `path` is there after `finish`, not before. Throws `Problem` `file_unwritable`.
  package init(path: String, layout: SheetLayout) throws {
    var options = lxw_workbook_options()
    options.constant_memory = UInt8(LXW_TRUE.rawValue)
    guard let book = workbook_new_opt(path, &options) else { throw XLSXWriter.failed("内存不足") }
    guard let sheet = workbook_add_worksheet(book, layout.sheet) else {
      lxw_workbook_free(book)
      throw XLSXWriter.failed("工作表名不可用:\(layout.sheet)")
    }
    (self.book, self.sheet) = (book, sheet)
    dateFormat = workbook_add_format(book)
    format_set_num_format(dateFormat, layout.dateFormat)
    try writeHead(layout)
  }

  deinit { if !finished { lxw_workbook_free(book) } }

  package func write(_ cells: [Cell]) throws {
    for (column, cell) in cells.enumerated() { try write(cell, UInt16(clamping: column)) }
    row += 1
  }

  package func finish() throws {
    guard !finished else { return }
    finished = true
    try check(workbook_close(book))
  }

  private func write(_ cell: Cell, _ column: UInt16) throws {
    switch cell {
    case .empty: return
    case .text(let text): try check(worksheet_write_string(sheet, row, column, XLSXText.escaping(text), nil))
    case .number(let number): try check(worksheet_write_number(sheet, row, column, number, nil))
    case .date(let day):
      // Spreadsheets have no days before 1900, and count wrongly before March of that year.
      let serial = Int(day.number) + 25_569
      if serial > 60 {
        try check(worksheet_write_number(sheet, row, column, Double(serial), dateFormat))
      } else {
        try check(worksheet_write_string(sheet, row, column, day.description, nil))
      }
    }
  }

  private func writeHead(_ layout: SheetLayout) throws {
    for (index, column) in layout.columns.enumerated() {
      try check(worksheet_set_column(sheet, UInt16(clamping: index), UInt16(clamping: index), column.width, nil))
    }
    worksheet_set_paper(sheet, 9)  // A4
    worksheet_fit_to_pages(sheet, 1, 0)
    if layout.landscape { worksheet_set_landscape(sheet) }
    let bold = workbook_add_format(book)
    format_set_bold(bold)
    if let title = layout.title {
      try check(worksheet_write_string(sheet, 0, 0, title, bold))
      row += 1
    }
    for (index, column) in layout.columns.enumerated() {
      try check(worksheet_write_string(sheet, row, UInt16(clamping: index), column.name, bold))
    }
    try check(worksheet_repeat_rows(sheet, 0, row))
    row += 1
    worksheet_freeze_panes(sheet, row, 0)
  }

  private func check(_ code: lxw_error) throws {
    guard code == LXW_NO_ERROR else {
      throw XLSXWriter.failed(lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)")
    }
  }

  private static func failed(_ why: String) -> Problem { Problem(.invalid, "file_unwritable", "写不出 XLSX 文件:\(why)") }
}
