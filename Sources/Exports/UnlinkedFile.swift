import Foundation
import Kernel

/// A finished file that has no name any more: it is gone with the last who holds it, even when the process dies.
package final class UnlinkedFile: Sendable {
  /// In bytes.
  package let size: Int
  private let descriptor: Int32

  /// Takes the file at `path` over. Throws `Problem` `file_unwritable`.
  init(taking path: String) throws(Problem) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, unlink(path) == 0, fstat(descriptor, &status) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw Problem(.conflict, "file_unwritable", "服务器无法暂存文件。")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Up to 64 KB from `offset` on; empty at the end. Throws when the disk cannot read.
  package func read(at offset: Int) throws(Problem) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
    guard count >= 0 else { throw Problem(.conflict, "file_unreadable", "暂存的文件读不出来。") }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

/// Where files stand while they are made: a folder beside the database that nobody else may enter.
enum ExportFolder {
  static func path(_ database: String) -> String { database + "-exports" }

  /// A path in it that nothing has yet.
  static func newFile(_ database: String) throws -> String {
    let folder = path(database)
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder + "/" + UUID().uuidString
  }

  /// Removes what a process has left half made.
  static func clear(_ database: String) { try? FileManager.default.removeItem(atPath: path(database)) }
}
