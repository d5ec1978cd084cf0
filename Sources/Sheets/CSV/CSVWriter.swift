/// Writes CSV as spreadsheet programs in China open it rightly: UTF-8 with mark, CRLF, formulas defused.
package final class CSVWriter: SheetWriter {
  private static let chunk = 32 << 10
  private var footer: String?
  private let emit: ([UInt8]) throws -> Void
  private var buffer: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `emit` gets the file in chunks, in order.
  package init(emit: @escaping ([UInt8]) throws -> Void) {
    self.emit = emit
    buffer.reserveCapacity(CSVWriter.chunk + 4096)
  }

  /// With the names of the columns as its first row.
  package convenience init(layout: SheetLayout, emit: @escaping ([UInt8]) throws -> Void) throws {
    self.init(emit: emit)
    footer = layout.footer
    try write(layout.columns.map { .text($0.name) })
  }

  package func write(_ cells: [Cell]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      switch cell {
      case .empty: break
      case .text(var text): text.withUTF8 { CSVText.append($0, to: &buffer) }
      case .number, .date: buffer.append(contentsOf: cell.text.utf8)
      }
    }
    buffer.append(contentsOf: [13, 10])
    if buffer.count >= CSVWriter.chunk { try flush() }
  }

  package func heading(_ text: String) {}

  package func finish() throws {
    if let footer { try write([.text(footer)]) }
    footer = nil
    try flush()
  }

  private func flush() throws {
    guard !buffer.isEmpty else { return }
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
