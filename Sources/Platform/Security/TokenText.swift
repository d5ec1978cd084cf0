import Crypto
import Foundation

/// What a caller shows: `mp_` and 32 random bytes in base64url. Only the SHA-256 of it is kept; a slow hash would add
/// nothing, because 256 random bits cannot be guessed.
package enum TokenText {
  private static let mark = "mp_"
  private static let length = 46

  /// A new one, and the hash to keep of it.
  package static func make() -> (text: String, hash: Data) {
    let text = mark + random(bytes: 32)
    return (text, digest(text))
  }

  /// A password to print once: 16 characters of base64url, 96 random bits.
  package static func password() -> String { random(bytes: 12) }

  /// The key of a token's row; nil for what cannot be a token.
  package static func hash(_ text: String) -> Data? {
    guard text.utf8.count == length, text.hasPrefix(mark) else { return nil }
    return digest(text)
  }

  private static func digest(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }

  /// So many random bytes in base64url.
  package static func random(bytes: Int) -> String {
    let data = SymmetricKey(size: .init(bitCount: bytes * 8)).withUnsafeBytes { Data($0) }
    return data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
