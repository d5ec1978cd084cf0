/// Writes sheets row by row. After `finish` nothing more may be written.
package protocol SheetWriter: AnyObject {
  func write(_ cells: [Cell]) throws
  func finish() throws
}

/// Writes CSV as spreadsheet programs in China open it rightly: UTF-8 with mark, CRLF, formulas defused.
package final class CSVWriter: SheetWriter {
  private static let chunk = 32 << 10
  private let emit: ([UInt8]) throws -> Void
  private var buffer: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// `emit` gets the file in chunks, in order.
  package init(emit: @escaping ([UInt8]) throws -> Void) { self.emit = emit }

  package func write(_ cells: [Cell]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      if case .text(let text) = cell {
        append(CSVText.defused(Array(text.utf8)))
      } else {
        append(Array(cell.text.utf8))
      }
    }
    buffer.append(contentsOf: [13, 10])
    if buffer.count >= CSVWriter.chunk { try flush() }
  }

  package func finish() throws { try flush() }

  private func flush() throws {
    guard !buffer.isEmpty else { return }
    try emit(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func append(_ field: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    // Other delimiters are quoted too: whoever guesses the delimiter shall not be misled.
    guard field.contains(where: { $0 == quote || $0 == 44 || $0 == 59 || $0 == 9 || $0 == 10 || $0 == 13 }) else {
      buffer += field
      return
    }
    buffer.append(quote)
    for byte in field {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }
}
