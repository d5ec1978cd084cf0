import Foundation
import Kernel

/// Held by the one server of a database for as long as it runs. A second server would answer from an index of its own and do
/// every schedule twice.
///
/// The lock is on the file itself, so that it holds whatever name the file is opened by: a link, another path. The process that
/// holds it stands in `DATABASE.lock`, for whoever is refused. The operating system ends it with the process, however that
/// ends.
package final class DatabaseLock: Sendable {
  private let descriptor: Int32

  /// To be taken once, by a process that ends with it: to close it takes SQLite's own locks on the file along.
  ///
  /// - Throws: `database_in_use` with the process that holds it; `lock_unwritable`.
  package init(path: String) throws(Problem) {
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unwritable(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw Self.inUse(path)
    }
    do {
      try Self.sign(path)
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit { close(descriptor) }

  /// Refuses a file with several names (hard links) that a server has open by another of them: SQLite keeps a log beside each
  /// name, and the two would tear the file apart. To be asked before it is opened.
  ///
  /// - Throws: `database_in_use`.
  package static func requireOneName(path: String) throws(Problem) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_nlink > 1, holder(path) == nil else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return }
    throw Problem(
      .conflict, "database_in_use", "\(path) 还有别的文件名（硬链接），而 menpai serve 正在使用它：请用服务所用的那个文件名。")
  }

  private static func sign(_ path: String) throws(Problem) {
    let file = open(noteFile(path), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw unwritable(noteFile(path)) }
    defer { close(file) }
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(file, 0)
    _ = pwrite(file, text, text.count, 0)
  }

  private static func unwritable(_ file: String) -> Problem {
    Problem(.conflict, "lock_unwritable", "无法写入 \(file)：请检查文件夹的权限。")
  }

  private static func inUse(_ path: String) -> Problem {
    let holder = holder(path).map { "（进程 \($0)）" } ?? ""
    return Problem(.conflict, "database_in_use", "已有一个 menpai serve\(holder)在使用这个数据库，请先停止它。")
  }

  /// The process that has signed for this name of the file, while it lives; nil by another hard link.
  private static func holder(_ path: String) -> Int32? {
    let text = (try? String(contentsOfFile: noteFile(path), encoding: .utf8)) ?? ""
    guard let process = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)), process > 0 else { return nil }
    return kill(process, 0) == 0 || errno == EPERM ? process : nil
  }

  /// Beside the file itself, where a symbolic link leads to.
  private static func noteFile(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path + ".lock"
  }
}
