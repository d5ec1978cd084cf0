import Foundation
import Kernel

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
        try file.write(contentsOf: try keys.seal(content, at: Self.place(name)))
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
        throw Problem(.internalFault, "file_missing", "附件文件不在服务器上，请联系管理员核对备份。")
      }
      return try keys.open(sealed, at: Self.place(name))
    }
  }

  private static func place(_ name: String) -> SealedPlace { SealedPlace("attachments", "file", key: name) }

  /// Whether a file is there and sealed with the current key.
  package func isCurrent(_ name: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: folder + "/" + name) else { return false }
    defer { try? file.close() }
    return (try? file.read(upToCount: 64)).map(keys.isCurrent) ?? false
  }

  /// What is wrong with a file that a row names: not there, does not open, or of another size; nil when nothing is.
  package func fault(_ name: String, size: Int) -> String? {
    guard let sealed = FileManager.default.contents(atPath: folder + "/" + name) else { return "is missing" }
    guard let content = try? keys.open(sealed, at: Self.place(name)) else { return "does not open" }
    guard content.count == size else { return "has \(content.count) bytes instead of \(size)" }
    return nil
  }

  /// Seals anew what is not sealed with the current key; each file whole or not at all.
  ///
  /// - Returns: how many did not open; they are as they were.
  package func reseal() throws -> Int {
    let files = FileManager.default
    guard files.fileExists(atPath: folder) else { return 0 }
    var bad = 0
    for name in try files.contentsOfDirectory(atPath: folder) where !name.hasSuffix(".part") && !isCurrent(name) {
      let path = folder + "/" + name
      guard let sealed = files.contents(atPath: path), let plain = try? keys.open(sealed, at: Self.place(name)) else {
        bad += 1
        continue
      }
      let part = folder + "/" + UUID().uuidString + ".part"
      guard
        files.createFile(
          atPath: part, contents: try keys.seal(plain, at: Self.place(name)), attributes: [.posixPermissions: 0o600]),
        let file = FileHandle(forWritingAtPath: part)
      else { throw Problem(.conflict, "no_space", "服务器无法保存文件。") }
      try file.synchronize()
      try file.close()
      guard rename(part, path) == 0 else { throw Problem(.conflict, "no_space", "服务器无法保存文件。") }
    }
    return bad
  }

  /// Copies the files of these names, sealed as they are, for a backup.
  ///
  /// - Returns: the names of those that are not there.
  func copy(_ names: some Sequence<String>, to target: String) throws -> [String] {
    let files = FileManager.default
    var missing: [String] = []
    for name in names {
      let path = folder + "/" + name
      guard files.fileExists(atPath: path) else {
        missing.append(name)
        continue
      }
      try files.createDirectory(
        atPath: target, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      guard !files.fileExists(atPath: target + "/" + name) else { continue }
      try files.copyItem(atPath: path, toPath: target + "/" + name)
    }
    return missing
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
