import Domain
import Foundation
import Sheets

/// The rows of an uploaded file. A workbook is read from a file without a name, which is gone with this object.
final class RosterFile {
  private let source: any RowSource
  private let spool: UnnamedFile?

  init(_ file: Data) throws {
    guard file.starts(with: [0x50, 0x4B]) || file.starts(with: [0xD0, 0xCF]) else {
      spool = nil
      source = try SheetFile.open(csv: [UInt8](file))
      return
    }
    let spool = try UnnamedFile()
    try spool.write(file)
    source = try SheetFile.open(path: spool.path)
    self.spool = spool
  }

  func next() throws -> Sheets.Row? { try source.next() }

  /// The first rows, fewer where the file has fewer.
  func opening(_ count: Int) throws -> [Sheets.Row] {
    var rows: [Sheets.Row] = []
    while rows.count < count, let row = try source.next() { rows.append(row) }
    return rows
  }
}
