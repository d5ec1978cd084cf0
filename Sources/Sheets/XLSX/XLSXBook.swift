/// An XLSX workbook: what all of its sheets share, read once.
package final class XLSXBook {
  let archive: Archive
  let workbook: Workbook
  let values: CellValue
  let limits: SheetLimits

  init(_ archive: Archive, limits: SheetLimits) throws {
    (self.archive, self.limits) = (archive, limits)
    workbook = try Workbook(archive)
    let sharedText = SharedText(limits: limits)
    if let part = workbook.sharedText { try archive.parse(part, sharedText) }
    let formats = NumberFormats()
    if let part = workbook.styles { try archive.parse(part, formats) }
    values = CellValue(sharedText: sharedText, formats: formats, from1904: workbook.from1904)
  }

  /// The rows of the sheet named, or of the first visible one.
  func rows(of sheet: String?) throws -> any RowSource { try XLSXReader(self, sheet: workbook.path(sheet)) }
}
