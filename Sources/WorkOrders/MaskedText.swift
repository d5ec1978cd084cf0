import Foundation
import Identity
import Storage

/// A text with the numbers of people starred out, and the whole of it sealed where anything was.
struct MaskedText {
  let masked: String
  let sealed: Data?

  init(_ plain: String, _ keys: KeyRing, at place: SealedPlace) throws {
    masked = Masking.numbers(in: plain)
    sealed = masked == plain ? nil : try keys.seal(plain, at: place)
  }

  init?(_ plain: String?, _ keys: KeyRing, at place: SealedPlace) throws {
    guard let plain else { return nil }
    try self.init(plain, keys, at: place)
  }
}
