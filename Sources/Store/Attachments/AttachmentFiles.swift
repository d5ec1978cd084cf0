import Domain
import Foundation

/// The folder beside the database, `DATABASE.files`, with the content of attachments: each sealed with the database's
/// key, readable by its owner only, under a keyed hash of the content, so that the same photo lies there once and nobody
/// can tell by a name what is inside.
package struct AttachmentFiles: Sendable {
  package let folder: String
  private let keys: KeyRing

  init(database: String, keys: KeyRing) { (folder, self.keys) = (database + ".files", keys) }

  /// The name under which this content lies: 64 hexadecimal digits.
  package func name(of content: Data) -> String {
    var digest = keys.digest()
    digest.add(content)
    return digest.finish().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Puts content there, whole or not at all, and on the disk when this returns.
  package func put(_ content: Data, as name: String) async throws {
    try await aside {
      let files = FileManager.default
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let (target, part) = (folder + "/" + name, folder + "/" + UUID().uuidString + ".part")
      guard !files.fileExists(atPath: target) else { return }
      guard files.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
        let file = FileHandle(forWritingAtPath: part)
      else { throw Problem(.conflict, "no_space", "服务器无法保存文件。") }
      do {
        try file.write(contentsOf: try keys.seal(content))
        try file.synchronize()
        try file.close()
        try files.moveItem(atPath: part, toPath: target)
      } catch {
        try? files.removeItem(atPath: part)
        // Two at once with the same content: the other one was first.
        guard files.fileExists(atPath: target) else { throw error }
      }
    }
  }

  /// - Throws: `file_missing` when the folder lacks it, `wrong_key` when it was changed.
  package func get(_ name: String) async throws -> Data {
    try await aside {
      guard let sealed = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw Problem(.notFound, "file_missing", "附件文件不在服务器上，请联系管理员核对备份。")
      }
      return try keys.open(sealed)
    }
  }

  /// Removes what no row names: files of uploads that a crash has cut off.
  ///
  /// - Returns: how many.
  @discardableResult
  package func sweep(keeping names: Set<String>) async throws -> Int {
    try await aside {
      let files = FileManager.default
      guard files.fileExists(atPath: folder) else { return 0 }
      let orphans = try files.contentsOfDirectory(atPath: folder).filter { !names.contains($0) }
      for name in orphans { try files.removeItem(atPath: folder + "/" + name) }
      return orphans.count
    }
  }

  /// Files are read and written where nobody waits for a thread.
  private func aside<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
    }
  }
}

extension Store {
  package var files: AttachmentFiles { AttachmentFiles(database: path, keys: keys) }
}
