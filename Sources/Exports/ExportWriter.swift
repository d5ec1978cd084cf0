import Ledgers
import Sheets

/// Writes the rows of a run as one format. To be used by one task at a time.
protocol ExportWriter: AnyObject {
  func write(_ line: RunLine) throws
  func finish() throws
}

/// As a sheet: CSV, HTML, XLSX.
final class SheetExport: ExportWriter {
  private var sheet: ExportSheet
  private let writer: any SheetWriter

  init(_ sheet: ExportSheet, _ writer: any SheetWriter) { (self.sheet, self.writer) = (sheet, writer) }

  func write(_ line: RunLine) throws { try sheet.write(line, to: writer) }
  func finish() throws { try writer.finish() }
}

/// As one JSON document: `{…the run…,"rows":[…]}`, the rows as `RunLine` writes them.
final class JSONExport: ExportWriter {
  private let columns: [(index: Int, column: LedgerColumn)]
  private let notes: Set<String>
  private let emit: ([UInt8]) throws -> Void
  private var buffer: [UInt8]
  private var isFirst = true

  init(_ view: RunView, _ stamp: ExportStamp, _ wish: ExportInput, emit: @escaping ([UInt8]) throws -> Void) {
    let draft = view.row.draft
    let wanted = wish.columns.map(Set.init)
    columns = draft.columns.enumerated().filter { wanted?.contains($0.element.name) ?? true }.map { ($0, $1) }
    notes = Set(draft.notes.map(\.name).filter { wanted?.contains($0) ?? true })
    self.emit = emit
    buffer = Array(wish.describe(view).text.utf8.dropLast())
    buffer.append(contentsOf: ",\"export\":\(stamp.json.text),\"rows\":[".utf8)
  }

  func write(_ line: RunLine) throws {
    if !isFirst { buffer.append(UInt8(ascii: ",")) }
    isFirst = false
    let shown = RunLine(
      id: line.id, cells: columns.map { $0.index < line.cells.count ? line.cells[$0.index] : .empty },
      marks: line.marks.filter { notes.contains($0.note) })
    shown.write(columns.map(\.column), to: &buffer)
    if buffer.count > 32 << 10 { try flush() }
  }

  func finish() throws {
    buffer.append(contentsOf: "]}".utf8)
    try flush()
  }

  private func flush() throws {
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
