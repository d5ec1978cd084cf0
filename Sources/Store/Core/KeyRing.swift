import Crypto
import Domain
import Foundation

/// The keys that close personal data: one to seal (AES-256-GCM), one to find by equality (HMAC-SHA-256).
///
/// Both are derived (HKDF) from one secret of 32 bytes that lives outside the database: in `MENPAI_KEY` (base64) or in
/// a file beside it, readable by its owner only. Whoever has the database alone reads no identity number and no phone.
package struct KeyRing: Sendable {
  private let sealing: SymmetricKey
  let finding: SymmetricKey

  package init(secret: SymmetricKey) {
    sealing = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, info: Data("menpai sealing".utf8), outputByteCount: 32)
    finding = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, info: Data("menpai finding".utf8), outputByteCount: 32)
  }

  /// Seals bytes under a fresh nonce: nonce, ciphertext, tag.
  package func seal(_ plain: some DataProtocol) throws -> Data {
    let box = try AES.GCM.seal(plain, using: sealing)
    guard let combined = box.combined else {
      throw Problem(.invalid, "seal_failed", "无法加密数据。")
    }
    return combined
  }

  package func seal(_ text: String) throws -> Data { try seal(Data(text.utf8)) }

  /// Opens what `seal` closed; throws where the key is another one or the bytes were changed.
  package func open(_ sealed: Data) throws -> Data {
    do {
      return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealing)
    } catch {
      throw Problem(.conflict, "wrong_key", "密文无法解开：密钥与数据库不符，或数据已损坏。")
    }
  }

  package func openText(_ sealed: Data) throws -> String { String(decoding: try open(sealed), as: UTF8.self) }

  /// Seals bytes for one purpose so that equal bytes look alike: the nonce is a keyed hash of them. For what callers are to
  /// bring back, never for rows.
  package func sealAlike(_ plain: Data, for context: String) throws -> Data {
    var hash = digest()
    hash.add(context)
    hash.add(plain)
    let nonce = try AES.GCM.Nonce(data: hash.finish().prefix(12))
    let box = try AES.GCM.seal(plain, using: sealing, nonce: nonce, authenticating: Data(context.utf8))
    guard let combined = box.combined else { throw Problem(.invalid, "seal_failed", "无法加密数据。") }
    return combined
  }

  /// Opens what `sealAlike` closed for the same purpose; throws for anything else.
  package func openAlike(_ sealed: Data, for context: String) throws -> Data {
    try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: sealing, authenticating: Data(context.utf8))
  }

  /// What equal values have in common: 16 bytes of a keyed hash over the field's name and the value.
  package func findingKey(_ field: String, _ value: String) -> Data {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(field)\u{0}\(value)".utf8), using: finding)
    return Data(code.prefix(16))
  }
}

extension KeyRing {
  /// The key of a database: from `MENPAI_KEY`, else from `<database>.key`, which is made when the database is new.
  ///
  /// - Throws: `Problem` when the file is readable by others, is not a key, or is missing beside an old database.
  package static func load(forDatabase path: String, databaseIsNew: Bool) throws -> KeyRing {
    if let text = ProcessInfo.processInfo.environment["MENPAI_KEY"], !text.isEmpty {
      return try decode(text, from: "MENPAI_KEY")
    }
    let file = path + ".key"
    if FileManager.default.fileExists(atPath: file) { return try decode(try contents(of: file), from: file) }
    guard databaseIsNew else {
      throw Problem(.conflict, "key_missing", "找不到密钥文件 \(file)。请把它放回数据库旁，或设置环境变量 MENPAI_KEY。")
    }
    let secret = SymmetricKey(size: .bits256)
    let text = secret.withUnsafeBytes { Data($0).base64EncodedString() }
    guard
      FileManager.default.createFile(
        atPath: file, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
    else { throw Problem(.conflict, "key_unwritable", "无法写入密钥文件 \(file)。") }
    return KeyRing(secret: secret)
  }

  private static func contents(of file: String) throws -> String {
    // Of what a link leads to: secrets are mounted into containers as links that everybody may read.
    let target = URL(fileURLWithPath: file).resolvingSymlinksInPath().path
    let attributes = try FileManager.default.attributesOfItem(atPath: target)
    let mode = (attributes[.posixPermissions] as? Int) ?? 0
    guard mode & 0o077 == 0 else {
      throw Problem(.conflict, "key_open", "密钥文件 \(file) 可被他人读取。请执行 chmod 600 \(file)。")
    }
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private static func decode(_ text: String, from place: String) throws -> KeyRing {
    guard let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), data.count == 32
    else { throw Problem(.conflict, "key_unreadable", "\(place) 不是 32 字节的 Base64 密钥。") }
    return KeyRing(secret: SymmetricKey(data: data))
  }
}
