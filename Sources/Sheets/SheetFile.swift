import Kernel

/// Opens a CSV or XLSX file for reading; which one it is, its first bytes tell, not its name.
package enum SheetFile {
  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let emptyZip: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The rows of the file at `path`; of a workbook, those of the sheet named, or else of the first visible one.
  ///
  /// Throws `Problem`: `file_unreadable`, `file_empty`, `file_encrypted`, `old_format`, `not_a_sheet`, and what the
  /// readers throw.
  package static func open(path: String, sheet: String? = nil, limits: SheetLimits = SheetLimits()) throws
    -> any RowSource
  {
    let source = try ByteSource(path: path)
    var head = [UInt8](repeating: 0, count: 1024)
    head.removeLast(head.count - (try source.read(into: &head)))
    if head.isEmpty { throw Problem.sheet("file_empty", "文件是空的") }
    if head.starts(with: zip) {
      return try XLSXBook(Archive(path: path, limits: limits), limits: limits).rows(of: sheet)
    }
    if head.starts(with: emptyZip) { throw Problem.sheet("not_a_sheet", "压缩包是空的,不是 XLSX 表格") }
    if head.starts(with: compound) { throw try oldFormat(source) }
    try refuseForeign(head)
    try source.rewind(to: 0)
    return try CSVReader(source: source, limits: limits)
  }

  /// The rows of CSV text in memory.
  package static func open(csv bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws -> any RowSource {
    try CSVReader(source: ByteSource(bytes: bytes), limits: limits)
  }

  /// Opens a file that is in memory: nothing of it is laid down anywhere. Throws `Problem` as `open(path:)`.
  package static func book(_ bytes: [UInt8], limits: SheetLimits = SheetLimits()) throws -> SheetBook {
    if bytes.isEmpty { throw Problem.sheet("file_empty", "文件是空的") }
    if bytes.starts(with: zip) {
      return SheetBook(try XLSXBook(Archive(ArchiveMemory(bytes), limits: limits), limits: limits))
    }
    if bytes.starts(with: emptyZip) { throw Problem.sheet("not_a_sheet", "压缩包是空的,不是 XLSX 表格") }
    let source = ByteSource(bytes: bytes)
    if bytes.starts(with: compound) { throw try oldFormat(source) }
    try refuseForeign(Array(bytes.prefix(1024)))
    return SheetBook(source, limits)
  }

  /// Both .xls and a workbook with a password are OLE compound files; the latter names its stream EncryptedPackage.
  private static func oldFormat(_ source: ByteSource) throws -> Problem {
    let needle = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var window: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    try source.rewind(to: 0)
    while case let count = try source.read(into: &chunk), count > 0 {
      window += chunk[..<count]
      if window.firstRange(of: needle) != nil {
        return .sheet("file_encrypted", "文件设有打开密码,请在表格软件里去掉密码后另存为 XLSX")
      }
      window = Array(window.suffix(needle.count))
    }
    return .sheet("old_format", "这是旧的 .xls 格式,请用表格软件打开后另存为 XLSX 或 CSV")
  }

  /// Files that are often named .xls or .csv and are neither.
  private static func refuseForeign(_ head: [UInt8]) throws {
    let text = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let marks = [
      "<html", "<!doctype", "<!--", "<table", "<meta", "<?xml", "<?mso", "<head", "<style", "<workbook", "<body",
      "<div",
    ]
    if marks.contains(where: start.hasPrefix) || utf16(head).contains("<html") {
      throw Problem.sheet(
        "not_a_sheet", "这是网页或 XML 文件(有些系统导出时把它叫作 .xls),不是表格。请用 Excel 或 WPS 打开后另存为 XLSX,再导入")
    }
    if ["%pdf-", "{\\rtf", "rar!", "7z\u{FFFD}"].contains(where: start.hasPrefix) {
      throw Problem.sheet("not_a_sheet", "这不是表格文件,只接受 XLSX 和 CSV")
    }
  }

  /// A page written in UTF-16, for its first words.
  private static func utf16(_ head: [UInt8]) -> String {
    guard head.starts(with: [0xFF, 0xFE]) else { return "" }
    return String(decoding: head.filter { $0 != 0 }, as: UTF8.self).lowercased()
  }
}

/// A file of rows that is open: a workbook of several sheets, or one text. To be used by one task at a time.
package final class SheetBook {
  package struct Sheet: Sendable, Equatable {
    package let name: String
    package let isHidden: Bool
  }

  /// The sheets in their order; a text file has none.
  package let sheets: [Sheet]
  /// Whether the days of bare numbers count from 1904.
  package let from1904: Bool
  private let book: XLSXBook?
  private let text: ByteSource?
  private let limits: SheetLimits

  package init(_ book: XLSXBook) {
    sheets = book.workbook.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
    from1904 = book.workbook.from1904
    (self.book, text, limits) = (book, nil, book.limits)
  }

  package init(_ text: ByteSource, _ limits: SheetLimits) {
    (sheets, from1904, book, self.text, self.limits) = ([], false, nil, text, limits)
  }

  package var isText: Bool { book == nil }

  /// The rows of a sheet from its first on, as often as they are asked for; nil: of the first visible one.
  package func rows(of sheet: String?) throws -> any RowSource {
    if let book { return try book.rows(of: sheet) }
    guard let text else { throw Problem.sheet("file_unreadable", "打不开文件") }
    try text.rewind(to: 0)
    return try CSVReader(source: text, limits: limits)
  }
}
