import Foundation
import Kernel
import Storage

/// Seals what a cursor must hold and a caller must not read: where a row stands among rows that others see, values that sort it.
/// A cursor is for what `context` names alone, and the same place has the same text, before and after a restart.
package struct SealedCursor: Sendable {
  private let context: String
  private let keys: KeyRing

  package init(for context: String, _ keys: KeyRing) { (self.context, self.keys) = (context, keys) }

  package func close(_ place: Data) throws -> String {
    try keys.sealAlike(place, for: context).base64EncodedString()
      .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }

  /// - Returns: nil for whatever `close` did not write for the same context.
  package func open(_ text: String) -> Data? {
    // A place is a few names and an address.
    guard text.utf8.count <= 4096 else { return nil }
    let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
      .flatMap { try? keys.openAlike($0, for: context) }
  }
}
