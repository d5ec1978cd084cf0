import Crypto
import Foundation
import Kernel

/// Where the secrets are: in `MENPAI_KEY`, with `MENPAI_KEY_PREVIOUS` while the key is being changed; else in the file
/// `DATABASE.key`, one a line, the newest first.
package struct KeyFile: Sendable {
  package let path: String

  init(database: String) { path = database + ".key" }
  init(path: String) { self.path = path }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the secrets come from the environment, which no command can change.
  static var isInEnvironment: Bool { variable("MENPAI_KEY") != nil }

  /// - Throws: `Problem` when the file is missing, readable by others, or no key.
  func secrets() throws -> [SymmetricKey] {
    if Self.isInEnvironment {
      return try ["MENPAI_KEY", "MENPAI_KEY_PREVIOUS"].compactMap { name in
        try Self.variable(name).map { try Self.decode($0, from: name) }
      }
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Problem(.conflict, "key_missing", "找不到密钥文件 \(path)。请把它放回数据库旁，或设置环境变量 MENPAI_KEY。")
    }
    let lines = try contents().split(whereSeparator: \.isNewline)
    guard !lines.isEmpty else { throw Problem(.conflict, "key_unreadable", "\(path) 是空的。") }
    return try lines.map { try Self.decode(String($0), from: path) }
  }

  /// Makes the first key of a new database.
  package func make() throws { try write([SymmetricKey(size: .bits256)]) }

  /// Puts the secrets there, whole or not at all, and on the disk when this returns.
  package func write(_ secrets: [SymmetricKey]) throws {
    let text = secrets.map { secret in secret.withUnsafeBytes { Data($0).base64EncodedString() } + "\n" }.joined()
    let part = path + ".part"
    let problem = Problem(.conflict, "key_unwritable", "无法写入密钥文件 \(path)。")
    try? FileManager.default.removeItem(atPath: part)
    guard
      FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: part)
    else { throw problem }
    do {
      try file.write(contentsOf: Data(text.utf8))
      try file.synchronize()
      try file.close()
    } catch { throw problem }
    guard rename(part, path) == 0 else { throw problem }
  }

  private func contents() throws -> String {
    // A mounted secret is a link: what counts is the file that it leads to.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    let mode = (attributes[.posixPermissions] as? Int) ?? 0
    guard mode & 0o077 == 0 else {
      throw Problem(.conflict, "key_open", "密钥文件 \(path) 可被他人读取。请执行 chmod 600 \(target)。")
    }
    return try String(contentsOfFile: target, encoding: .utf8)
  }

  private static func decode(_ text: String, from place: String) throws -> SymmetricKey {
    guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), data.count == 32
    else { throw Problem(.conflict, "key_unreadable", "\(place) 不是 32 字节的 Base64 密钥。") }
    return SymmetricKey(data: data)
  }
}

extension KeyRing {
  /// The keys of a database: from `MENPAI_KEY`, else from `<database>.key`, which is made when the database is new.
  ///
  /// - Throws: `Problem` when the file is readable by others, is not a key, or is missing beside an old database.
  package static func load(forDatabase path: String, databaseIsNew: Bool) throws -> KeyRing {
    let file = KeyFile(database: path)
    if databaseIsNew, !KeyFile.isInEnvironment, !FileManager.default.fileExists(atPath: file.path) { try file.make() }
    return KeyRing(try file.secrets()) { try file.secrets() }
  }
}
