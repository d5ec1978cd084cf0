import Foundation
import Glibc
import Kernel

/// A file that never has a name while anything is in it: bodies of requests and workbooks on their way in are plain, and
/// when the process dies nothing of them stays behind.
package final class UnnamedFile: Sendable {
  private let descriptor: Int32

  /// - Throws: `no_temporary_file`.
  package init() throws(Problem) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("menpai-\(UUID().uuidString)").path
    let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0, unlink(path) == 0 else {
      if opened >= 0 { close(opened) }
      throw Self.noSpace
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  /// By which this process opens it, as long as this object lives.
  package var path: String { "/proc/self/fd/\(descriptor)" }

  /// Appends. - Throws: `no_temporary_file` when the disk is full.
  package func write(_ bytes: some ContiguousBytes) throws(Problem) {
    let isWritten = bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> Bool in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    guard isWritten else { throw Self.noSpace }
  }

  private static let noSpace = Problem(.noRoom, "no_temporary_file", "服务器无法在临时目录写文件，请检查磁盘空间。")

  /// Removes what versions before this one have left in the temporary folder when they died: plain files of this user by
  /// the names that those gave, untouched for an hour.
  package static func sweep(_ folder: String = FileManager.default.temporaryDirectory.path) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix("menpai-") {
      var status = stat()
      let path = folder + "/" + name
      guard UUID(uuidString: String(name.dropFirst("menpai-".count))) != nil, lstat(path, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid(), status.st_mtim.tv_sec < time(nil) - 3600
      else { continue }
      try? files.removeItem(atPath: path)
    }
  }
}
