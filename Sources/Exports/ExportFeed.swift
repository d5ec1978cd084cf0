import Ledgers
import Sheets

/// The bytes of an export, made as they are asked for: whoever reads slowly makes nothing pile up.
package actor ExportFeed {
  private let rows: RunRowReader
  private let writer: any ExportWriter
  private let box: Box
  /// Rows that have been read while those before them were written.
  private var ahead: [RunLine]?
  private var isAtEnd = false

  private final class Box {
    var bytes: [UInt8] = []
  }

  init(_ rows: RunRowReader, _ sheet: ExportSheet, _ wish: ExportInput) throws {
    let box = Box()
    let emit: ([UInt8]) throws -> Void = { box.bytes += $0 }
    self.rows = rows
    self.box = box
    writer =
      switch wish.format {
      case .json: JSONExport(rows.view, rows.stamp, wish, emit: emit)
      case .html: SheetExport(sheet, HTMLWriter(layout: sheet.layout, emit: emit))
      case .csv, .xlsx: SheetExport(sheet, try CSVWriter(layout: sheet.layout, emit: emit))
      }
  }

  /// The next bytes; nil at the end.
  package func next() async throws -> [UInt8]? {
    while !isAtEnd, box.bytes.isEmpty {
      let read = if let ahead { ahead } else { try await rows.next() }
      guard let lines = read else {
        try writer.finish()
        isAtEnd = true
        break
      }
      async let following = rows.next()
      for line in lines { try writer.write(line) }
      ahead = try await following
      isAtEnd = ahead == nil
      if isAtEnd { try writer.finish() }
    }
    defer { box.bytes.removeAll() }
    return box.bytes.isEmpty ? nil : box.bytes
  }
}
