import Foundation
import Kernel
import Platform
import Storage

/// What a browser or phone keeps after a right password and shows with the next: it has been here before. It opens nothing;
/// it only tells the owner's device from whoever else tries passwords from the same office (OWASP's device cookies).
///
/// The text says whose it is by a keyed hash, so that nothing of it need be kept here.
enum LogInDevice {
  /// A new device of this name.
  static func make(_ name: String, keys: KeyRing, now: Instant) -> String {
    let number = TokenText.random(bytes: 12)
    let until = String(now.adding(seconds: LogInSource.knownFor).milliseconds / 1000, radix: 36)
    return [number, until, proof(name, number, until, keys)].joined(separator: ".")
  }

  /// The device as a source of this name; nil for what is no device of it, or one whose time is over.
  static func source(_ text: String?, of name: String, keys: KeyRing, now: Instant) -> String? {
    guard let text, text.utf8.count <= 128 else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let until = Int64(parts[1], radix: 36), now.milliseconds / 1000 < until,
      parts[2] == proof(name, parts[0], parts[1], keys)
    else { return nil }
    return "device:\(parts[0])"
  }

  private static func proof(_ name: String, _ number: String, _ until: String, _ keys: KeyRing) -> String {
    keys.findingKey("login device", [name, number, until].joined(separator: "\u{0}"))
      .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
