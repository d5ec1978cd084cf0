import Crypto
import CryptoExtras
import Foundation
import TagIndex

/// scrypt (RFC 7914) over a password, as text: `$scrypt$ln=15,r=8,p=1$salt$hash`, salt and hash in Base64.
///
/// Takes 32 MiB and tens of milliseconds on purpose: never call it on a cooperative thread.
package enum PasswordHash {
  /// log2 of N. 15 with r = 8, p = 1 takes 32 MiB for each guess.
  package struct Cost: Sendable, Equatable {
    package let logN: Int
    package init(logN: Int) { self.logN = logN }
    package static let standard = Cost(logN: 15)
  }

  private static let (blockSize, parallelism, saltBytes, hashBytes) = (8, 1, 16, 32)

  /// Hashes under a fresh salt.
  package static func make(_ password: String, cost: Cost = .standard) throws -> String {
    let salt = SymmetricKey(size: .init(bitCount: saltBytes * 8)).withUnsafeBytes { Data($0) }
    return text(cost, salt, try derive(password, salt: salt, cost: cost).withUnsafeBytes { Data($0) })
  }

  /// Whether `password` is the one that was hashed; compared in constant time. False where the hash is not readable.
  package static func verify(_ password: String, against text: String) throws -> Bool {
    guard let (cost, salt, hash) = parse(text) else { return false }
    return try derive(password, salt: salt, cost: cost) == SymmetricKey(data: hash)
  }

  /// A hash that no password has, to spend the same time on names that nobody bears.
  package static func decoy(cost: Cost) -> String {
    text(cost, Data(repeating: 0, count: saltBytes), Data(repeating: 0, count: hashBytes))
  }

  private static func derive(_ password: String, salt: Data, cost: Cost) throws -> SymmetricKey {
    var bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
    // The library traps on an empty one; no password that the rules allow is this.
    if bytes.isEmpty { bytes = [0] }
    return try KDF.Scrypt.deriveKey(
      from: bytes, salt: salt, outputByteCount: hashBytes, rounds: 1 << cost.logN, blockSize: blockSize,
      parallelism: parallelism)
  }

  private static func text(_ cost: Cost, _ salt: Data, _ hash: Data) -> String {
    "$scrypt$ln=\(cost.logN),r=\(blockSize),p=\(parallelism)$\(salt.base64EncodedString())$\(hash.base64EncodedString())"
  }

  /// The bounds keep a row that somebody changed from taking all memory.
  private static func parse(_ text: String) -> (Cost, salt: Data, hash: Data)? {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", parts[2].hasPrefix("ln="),
      parts[2].hasSuffix(",r=\(blockSize),p=\(parallelism)"),
      let logN = Int(parts[2].dropFirst(3).prefix { $0 != "," }), (4...18).contains(logN),
      let salt = Data(base64Encoded: String(parts[3])), salt.count == saltBytes,
      let hash = Data(base64Encoded: String(parts[4])), hash.count == hashBytes
    else { return nil }
    return (Cost(logN: logN), salt, hash)
  }
}
