import Foundation
import GRDB
import Kernel

extension Store {
  /// Copies the database into a new file, consistent also while others write, and the files of attachments into the folder
  /// `PATH.files`, sealed as they are. The key is not in it.
  ///
  /// - Returns: how many files of attachments were copied, and how many that rows name were not there.
  /// - Throws: `file_exists` when the target is there; `backup_broken` when the copy does not read: then nothing is left.
  package func backup(to path: String) async throws -> (files: Int, missing: Int) {
    let folder = path + ".files"
    let place = (path as NSString).deletingLastPathComponent
    guard FileManager.default.isWritableFile(atPath: place.isEmpty ? "." : place) else {
      throw Problem(.notFound, "folder_missing", "不能在 \(place) 里写文件：没有这个文件夹，或没有写入权限。")
    }
    for taken in [path, folder] where FileManager.default.fileExists(atPath: taken) {
      throw Problem(.conflict, "file_exists", "\(taken) 已存在，请换一个文件名。")
    }
    do {
      try await copy(to: path)
      // Whatever the copied rows name was on the disk before its row, and stays there.
      let names = try BackupFile(path).attachmentNames()
      let missing = try files.copy(names, to: folder)
      return (names.count - missing.count, missing.count)
    } catch {
      for left in [path, folder] { try? FileManager.default.removeItem(atPath: left) }
      throw StoreHealth.fault(of: error)?.problem ?? error
    }
  }

  /// Copies a database as it stands, without opening it as an office: nothing in it changes, not even an old schema.
  ///
  /// The copy has no attachments, and needs the original's key.
  package static func copy(_ original: String, to path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: original, configuration: configuration)
    try database.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  private func copy(to path: String) async throws {
    try await pool.writeWithoutTransaction { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [path])
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try FeedEpoch.renew(inCopy: path)
  }
}
