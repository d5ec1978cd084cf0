import Foundation
import Kernel
import Storage

/// Makes a database of a backup, with the attachments that lie beside it. Only the operator at the console calls it.
package enum RestoreBackup {
  /// - Returns: how many files of attachments the backup lacks: the orders that name them say so when asked.
  /// - Throws: `file_exists`, `file_missing`, `wrong_key`, `backup_broken`: then nothing is left at the target.
  @discardableResult
  package static func run(from backup: String, to target: String) async throws -> Int {
    let files = FileManager.default
    for taken in [target, target + ".files"] where files.fileExists(atPath: taken) {
      throw Problem(.conflict, "file_exists", "\(taken) 已存在。请先移走它，再恢复。")
    }
    try BackupFile(backup).check()
    try files.copyItem(atPath: backup, toPath: target)
    do {
      let missing = try Store.restoreFiles(from: backup, to: target)
      let store = try Store(path: target)
      let faults = try await store.read { try $0.integrityFaults() }
      let chain = try await store.read { try $0.auditChain() }
      // Followers of the feed are to notice.
      try await store.write { try $0.renewFeedEpoch() }
      try store.close()
      guard faults.isEmpty, chain.firstBroken == nil else {
        throw BackupFile.broken(faults.first ?? "审计记录不连续")
      }
      return missing
    } catch {
      for suffix in ["", "-wal", "-shm", ".files"] { try? files.removeItem(atPath: target + suffix) }
      throw error is Problem ? error : BackupFile.broken("无法读取")
    }
  }
}
