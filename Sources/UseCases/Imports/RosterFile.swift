import Domain
import Foundation
import Sheets

/// The rows of an uploaded file. A workbook is read from a file of its owner's only, which is gone as soon as it is open.
final class RosterFile {
  private let source: any RowSource
  private let path: String?

  init(_ file: Data) throws {
    guard file.starts(with: [0x50, 0x4B]) || file.starts(with: [0xD0, 0xCF]) else {
      path = nil
      source = try SheetFile.open(csv: [UInt8](file))
      return
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)").path
    guard
      FileManager.default.createFile(atPath: path, contents: file, attributes: [.posixPermissions: 0o600])
    else { throw Problem(.conflict, "no_temporary_file", "无法在临时目录写文件，请检查磁盘空间。") }
    do {
      source = try SheetFile.open(path: path)
      self.path = path
    } catch {
      try? FileManager.default.removeItem(atPath: path)
      throw error
    }
  }

  func next() throws -> Sheets.Row? { try source.next() }

  /// The first rows, fewer where the file has fewer.
  func opening(_ count: Int) throws -> [Sheets.Row] {
    var rows: [Sheets.Row] = []
    while rows.count < count, let row = try source.next() { rows.append(row) }
    return rows
  }

  func close() {
    if let path { try? FileManager.default.removeItem(atPath: path) }
  }
}
