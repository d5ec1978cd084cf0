import Kernel

/// Reads one sheet of an XLSX workbook; its XML is unpacked and parsed only as far as rows are asked for.
///
/// Formulas give the value that was last calculated; what a cell shows by its style decides whether a number is a day.
final class XLSXReader: RowSource {
  private let sheet: SheetParser
  private let parser: XMLPush
  private let part: ArchivePart
  private var buffer = [UInt8](repeating: 0, count: 32 << 10)
  private var taken = 0
  private var atEnd = false

  init(_ book: XLSXBook, sheet path: String) throws {
    guard let part = try book.archive.part(path),
      let merged = try book.archive.part(path, counts: false).map({ try MergedCells($0) })
    else {
      throw Problem.sheet("file_broken", "文件已损坏:没有 \(path)")
    }
    self.part = part
    sheet = SheetParser(values: book.values, merged: merged, limits: book.limits)
    parser = try XMLPush(sheet, name: path)
  }

  func next() throws -> Row? {
    while taken == sheet.rows.count {
      sheet.rows.removeAll(keepingCapacity: true)
      taken = 0
      guard !atEnd else { return nil }
      do {
        let count = try part.read(into: &buffer)
        atEnd = count == 0
        try parser.feed(buffer, count: count, last: atEnd)
      } catch {
        atEnd = true
        sheet.rows.removeAll()
        throw error
      }
    }
    defer { taken += 1 }
    return sheet.rows[taken]
  }
}
