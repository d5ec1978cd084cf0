import Foundation
import GRDB
import Kernel

/// A backup as it lies on a disk, perhaps after a bad one: read with care, and every fault in plain words.
package struct BackupFile {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// The files that its attachments name.
  ///
  /// - Throws: `file_missing`, `backup_broken`.
  package func attachmentNames() throws -> [String] {
    try reading { db in try String.fetchAll(db, sql: "SELECT DISTINCT hash FROM attachments ORDER BY hash") }
  }

  /// - Throws: `file_missing`; `backup_broken` for what is no database of Menpai's, or a damaged one.
  package func check() throws {
    let faults = try reading { db in
      try String.fetchAll(db, sql: "PRAGMA quick_check(3)").filter { $0 != "ok" }
        + (db.tableExists("people") && db.tableExists("audit") ? [] : ["不是 Menpai 的数据库"])
    }
    if let first = faults.first { throw Self.broken(first) }
  }

  private func reading<T>(_ body: (Database) throws -> T) throws -> T {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem(.notFound, "file_missing", "找不到备份 \(path)。")
    }
    do {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.read(body)
    } catch let error as DatabaseError {
      throw Self.broken(Self.words(error))
    }
  }

  package static func broken(_ why: String) -> Problem {
    Problem(.conflict, "backup_broken", "备份已损坏或不完整：\(why)。请换一份备份再恢复。")
  }

  /// What SQLite says, for people.
  package static func words(_ error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_NOTADB: "不是数据库文件"
    case .SQLITE_CORRUPT: "文件内容已损坏"
    case .SQLITE_CANTOPEN, .SQLITE_IOERR: "文件打不开或读不出"
    default: "无法读取（\(error.resultCode.rawValue)）"
    }
  }
}

extension Store {
  /// Copies a backup's files to where a database's lie.
  ///
  /// - Returns: how many that its rows name were not there.
  package static func restoreFiles(from backup: String, to database: String) throws -> Int {
    let names = try BackupFile(database).attachmentNames()
    let source = AttachmentFiles(database: backup, keys: try KeyRing.load(forDatabase: database, databaseIsNew: false))
    return try source.copy(names, to: database + ".files").count
  }
}
