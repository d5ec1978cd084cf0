import Crypto
import Foundation

/// A keyed hash (HMAC-SHA-256) of bytes that come piece by piece. Whoever has the database alone cannot try guesses
/// against it.
package struct KeyedDigest: Sendable {
  private var code: HMAC<SHA256>

  package init(key: SymmetricKey) { code = HMAC(key: key) }

  package mutating func add(_ bytes: some DataProtocol) { code.update(data: bytes) }

  /// Adds a text in such a way that no two rows of texts hash alike.
  package mutating func add(_ text: String) {
    add(Data("\(text.utf8.count):".utf8))
    add(Data(text.utf8))
  }

  /// 32 bytes.
  package func finish() -> Data { Data(code.finalize()) }
}
