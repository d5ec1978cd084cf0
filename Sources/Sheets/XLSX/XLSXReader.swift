import Domain

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

  init(path: String, sheet name: String?, limits: SheetLimits) throws {
    let archive = try Archive(path: path, limits: limits)
    let workbook = try Workbook(archive, sheet: name)
    let sharedText = SharedText(limits: limits)
    if let part = workbook.sharedText { try archive.parse(part, sharedText) }
    let formats = NumberFormats()
    if let part = workbook.styles { try archive.parse(part, formats) }
    guard let part = try archive.part(workbook.sheet),
      let merged = try archive.part(workbook.sheet, counts: false).map({ try MergedCells($0) })
    else {
      throw Problem.sheet("file_broken", "文件已损坏:没有 \(workbook.sheet)")
    }
    self.part = part
    let values = CellValue(sharedText: sharedText, formats: formats, from1904: workbook.from1904)
    sheet = SheetParser(values: values, merged: merged, limits: limits)
    parser = try XMLPush(sheet, name: workbook.sheet)
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
