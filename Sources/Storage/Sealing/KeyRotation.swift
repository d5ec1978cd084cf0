import Crypto
import Foundation
import GRDB
import Kernel

extension Store {
  /// Changes the key, while others read and write: a new secret is put beside the old one, every write from then on uses
  /// it, what is there is sealed anew, and at last the old secret leaves the file. Whoever dies in between calls this again:
  /// it goes on with the same new key.
  ///
  /// - Parameter progress: told what is worked on.
  /// - Returns: where the old secret lies now, for backups that were made with it; nil where it came from the environment.
  /// - Throws: `key_not_given` where the key is in the environment and no new one with it; `wrong_key` when some values do
  ///   not open: then both secrets stay.
  package func rotateKey(by caller: Caller, progress: @escaping @Sendable (String) -> Void) async throws -> String? {
    let file = KeyFile(database: path)
    let target = try target(file)
    try await beginRotation(to: target, caller)
    let bad = try await reseal(progress)
    guard bad == 0 else {
      throw Problem(.conflict, "wrong_key", "有 \(bad) 项密文解不开，新旧密钥均已保留。请先运行 menpai check 查明，再重新执行。")
    }
    try await endRotation(caller)
    return try leave(file, target)
  }

  /// The secret to change to: one that was begun with, or a new one.
  private func target(_ file: KeyFile) throws -> KeyRing.Key {
    try keys.takeInNewKeys()
    let secrets = try file.secrets().map(KeyRing.Key.init)
    if let newest = secrets.first, newest.mark != keys.currentMark || secrets.count > 1 { return newest }
    guard !KeyFile.isInEnvironment else {
      throw Problem(
        .invalid, "key_not_given", "密钥来自 MENPAI_KEY。请把新密钥放进 MENPAI_KEY、旧密钥放进 MENPAI_KEY_PREVIOUS，再执行一次。")
    }
    let new = KeyRing.Key(SymmetricKey(size: .bits256))
    try file.write([new.secret] + secrets.map(\.secret))
    try keys.takeInNewKeys()
    return new
  }

  /// From here on every write, of whatever process, seals with the new key.
  private func beginRotation(to key: KeyRing.Key, _ caller: Caller) async throws {
    guard keys.currentMark != key.mark else { return }
    try await write { writer in
      try writer.execute("UPDATE settings SET value = ? WHERE name = 'key_mark'", [key.mark])
      try writer.keys.keepUp(writer.db)
      try writer.keys.beginAuditKey(writer.db)
      try writer.audit(caller, AuditEntry("key.rotate", reason: "开始更换密钥"))
    }
  }

  private func reseal(_ progress: @escaping @Sendable (String) -> Void) async throws -> Int {
    var bad = 0
    let sealer = Resealing(keys: keys)
    for column in SealedColumns.all {
      progress("\(column.table).\(column.column)")
      var key: [DatabaseValue]?
      while let (next, failed) = try await write({ [key] writer in try sealer.batch(column, after: key, writer.db) }) {
        key = next
        bad += failed
      }
    }
    progress("files")
    return try bad + files.reseal()
  }

  private func endRotation(_ caller: Caller) async throws {
    try await write { writer in try writer.audit(caller, AuditEntry("key.rotated", reason: "密钥更换完成")) }
  }

  private func leave(_ file: KeyFile, _ key: KeyRing.Key) throws -> String? {
    guard !KeyFile.isInEnvironment else { return nil }
    let old = try file.secrets().map(KeyRing.Key.init).filter { $0.id != key.id }
    guard !old.isEmpty else { return nil }
    let place = file.path + ".old-" + now.day.description
    let aside = KeyFile(path: place)
    let kept = FileManager.default.fileExists(atPath: place) ? try aside.secrets() : []
    try aside.write(old.map(\.secret) + kept)
    try file.write([key.secret])
    return place
  }

  private var now: Instant { clock.now() }
}
