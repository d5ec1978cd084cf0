import Domain
import Foundation
import Store

/// Makes a database of a backup. Only the operator at the console calls it.
package enum RestoreBackup {
  /// - Throws: `file_exists`, `file_missing`, `wrong_key`, `backup_broken`: then nothing is left at the target.
  package static func run(from backup: String, to target: String) async throws {
    let files = FileManager.default
    guard files.fileExists(atPath: backup) else { throw Problem(.notFound, "file_missing", "找不到备份 \(backup)。") }
    guard !files.fileExists(atPath: target) else {
      throw Problem(.conflict, "file_exists", "\(target) 已存在。请先移走它，再恢复。")
    }
    try files.copyItem(atPath: backup, toPath: target)
    do {
      let keys = try KeyRing.load(forDatabase: target, databaseIsNew: false)
      let store = try Store(path: target, keys: keys)
      let faults = try await store.read { try $0.integrityFaults() }
      let chain = try await store.read { try $0.auditChain() }
      // Followers of the feed are to notice.
      try await store.write { try $0.renewFeedEpoch() }
      try store.close()
      guard faults.isEmpty, chain.firstBroken == nil else {
        throw Problem(.conflict, "backup_broken", "备份已损坏：\(faults.first ?? "审计记录不连续")。")
      }
    } catch {
      for suffix in ["", "-wal", "-shm"] { try? files.removeItem(atPath: target + suffix) }
      throw error
    }
  }
}
