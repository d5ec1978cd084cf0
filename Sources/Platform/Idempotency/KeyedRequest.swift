import Foundation
import Kernel
import Storage

/// A request that bears a key, as far as it decides whether two are the same.
package struct KeyedRequest: Sendable {
  package enum Body: Sendable {
    case none
    case bytes([UInt8])
    case file(path: String)
  }

  package let callerID: Int64
  package let key: String
  package let hash: Data

  /// - Parameters:
  ///   - key: 1 to 128 visible ASCII characters.
  ///   - parts: whatever makes two requests different beside the body: method, path, query.
  /// - Throws: `invalid` (`bad_idempotency_key`).
  package init(caller: Int64, key: String, parts: [String], body: Body, in app: AppContext) throws {
    guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw Problem(
        .invalid, "bad_idempotency_key", "Idempotency-Key 应为 1 至 128 个可见的 ASCII 字符。",
        notes: [.init(.parameter("Idempotency-Key"), "1 至 128 个可见的 ASCII 字符。")])
    }
    (callerID, self.key) = (caller, key)
    var digest = app.store.keys.digest()
    for part in parts { digest.add(part) }
    switch body {
    case .none: break
    case .bytes(let bytes): digest.add(bytes)
    case .file(let path): try Self.add(file: path, to: &digest)
    }
    hash = digest.finish()
  }

  private static func add(file path: String, to digest: inout KeyedDigest) throws {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty { digest.add(bytes) }
  }
}
