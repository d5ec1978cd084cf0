import Domain
import Foundation
import GRDB

extension Store {
  /// Copies the database into a new file, consistent also while others write. The key is not in it.
  ///
  /// - Throws: `file_exists` when the target is there.
  package func backup(to path: String) async throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw Problem(.conflict, "file_exists", "\(path) 已存在，请换一个文件名。")
    }
    try await pool.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [path])
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FeedEpoch.renew(inCopy: path)
  }
}
