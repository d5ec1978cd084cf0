import Foundation
import Kernel

/// Held by the one server of a database for as long as it runs, on `DATABASE.lock`. A second server would answer from an index
/// of its own and do every schedule twice.
///
/// The operating system ends it with the process, however that ends; the file itself stays and means nothing.
package final class DatabaseLock: Sendable {
  private let descriptor: Int32

  /// - Throws: `database_in_use` with the process that holds it; `lock_unwritable`.
  package init(path: String) throws(Problem) {
    let file = path + ".lock"
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Problem(.conflict, "lock_unwritable", "无法写入 \(file)：请检查文件夹的权限。")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor)
      close(descriptor)
      throw Problem(.conflict, "database_in_use", "已有一个 menpai serve\(holder)在使用这个数据库，请先停止它。")
    }
    let text = Array("\(getpid())\n".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)).map { "（进程 \($0)）" } ?? ""
  }

  deinit { close(descriptor) }
}
