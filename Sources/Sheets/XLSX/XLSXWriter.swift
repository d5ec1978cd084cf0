import CXlsxwriter
import Foundation
import Kernel

/// Writes an XLSX file row by row in constant memory: the header stands frozen, texts stay texts (identity numbers keep
/// their digits), days are days. Rows that no longer fit on a sheet go on in the next one.
package final class XLSXWriter: SheetWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let layout: SheetLayout
  private let styles: XLSXStyles
  private let rowLimit: UInt32
  private var sheet: XLSXSheet
  private var full: [XLSXSheet] = []
  private var finished = false

  /// The file at `path` is whole after `finish`, not before; nobody but its owner can read it. What is written until then
  /// waits in a nameless file in the same folder. Throws `Problem` `file_unwritable`.
  package convenience init(path: String, layout: SheetLayout) throws {
    try self.init(path: path, layout: layout, rowLimit: XLSXSheet.limit)
  }

  package init(path: String, layout: SheetLayout, rowLimit: UInt32) throws {
    let file = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw XLSXWriter.failed(String(cString: strerror(errno))) }
    close(file)
    guard let book = XLSXWriter.book(path) else { throw XLSXWriter.failed("内存不足") }
    // Without a moment given the library takes that of the machine's clock.
    var properties = lxw_doc_properties()
    properties.created = time_t((layout.madeAt?.milliseconds ?? XLSXWriter.beforeAll) / 1000)
    _ = workbook_set_properties(book, &properties)
    if let mark = layout.mark { _ = workbook_set_custom_property_string(book, "menpai-export", mark) }
    let styles = XLSXStyles(book, dateFormat: layout.dateFormat)
    do {
      sheet = try XLSXSheet(book, name: layout.tab(1), layout, styles)
    } catch {
      lxw_workbook_free(book)
      throw error
    }
    (self.book, self.layout, self.styles, self.rowLimit) = (book, layout, styles, rowLimit)
  }

  /// 2000-01-01T00:00:00Z.
  private static let beforeAll: Int64 = 946_684_800_000

  private static func book(_ path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var folderBytes = Array(folder.utf8CString)
    return folderBytes.withUnsafeMutableBufferPointer { folder in
      var options = lxw_workbook_options()
      options.constant_memory = UInt8(LXW_TRUE.rawValue)
      options.tmpdir = folder.baseAddress
      return workbook_new_opt(path, &options)
    }
  }

  deinit {
    guard !finished else { return }
    for sheet in full + [sheet] { sheet.abandon() }
    lxw_workbook_free(book)
  }

  package func write(_ cells: [Cell]) throws {
    try makeRoom()
    try sheet.write(cells)
  }

  package func heading(_ text: String) throws {
    try makeRoom()
    try sheet.line(text, styles.heading)
  }

  package func finish() throws {
    guard !finished else { return }
    try sheet.close()
    finished = true
    try XLSXWriter.check(workbook_close(book))
  }

  private func makeRoom() throws {
    guard sheet.isFull(at: rowLimit) else { return }
    try sheet.close()
    full.append(sheet)
    sheet = try XLSXSheet(book, name: layout.tab(full.count + 1), layout, styles)
  }

  package static func check(_ code: lxw_error) throws {
    guard code == LXW_NO_ERROR else {
      throw XLSXWriter.failed(lxw_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)")
    }
  }

  package static func failed(_ why: String) -> Problem { Problem(.invalid, "file_unwritable", "写不出 XLSX 文件：\(why)") }
}

extension SheetLayout {
  /// The name of the n-th tab: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end.
  fileprivate func tab(_ number: Int) -> String {
    let name = sheet.filter { !"[]:*?/\\'".contains($0) && $0 >= " " }
    let suffix = number == 1 ? "" : " (\(number))"
    // Spreadsheets count UTF-16.
    var short = name.isEmpty ? "Sheet" : name
    while short.utf16.count + suffix.utf16.count > 31 { short.removeLast() }
    return short + suffix
  }
}
