/// Cuts text into runs of one to three characters, each known by a hash.
///
/// Chinese is written without blanks; runs of characters need no dictionary of words, and in measurements did as well as any.
/// Runs do not cross punctuation. Those near the beginning count a second time as such, for a title says more than what follows.
enum Grams {
  struct Gram {
    let key: UInt32
    /// In scalars of the text.
    let start: Int
    let length: Int
  }

  static let longest = 3
  /// Scalars at the beginning that count as title.
  static let head = 40
  /// Beyond this, text says nothing new about what it is about, and takes time.
  static let limit = 6_000

  static func of(_ text: String) -> [Gram] {
    let scalars = folded(text)
    var grams: [Gram] = []
    grams.reserveCapacity(scalars.count * longest + head * longest)
    scalars.withUnsafeBufferPointer { scalars in
      collect(scalars[...], title: false, into: &grams)
      collect(scalars.prefix(head), title: true, into: &grams)
    }
    return grams
  }

  /// Each run once, wherever it stands, with its length.
  static func distinct(_ scalars: [UInt32]) -> [UInt32: Int] {
    var grams: [Gram] = []
    scalars.withUnsafeBufferPointer { collect($0[...], title: false, into: &grams) }
    return Dictionary(grams.map { ($0.key, $0.length) }, uniquingKeysWith: { first, _ in first })
  }

  /// One number a scalar of the text: 0 what separates, digits all alike, Latin in lower case, wide forms as narrow ones.
  static func folded(_ text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars.prefix(limit) {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x30...0x39: scalars.append(0x30)
      case 0x41...0x5A: scalars.append(value + 0x20)
      case 0x61...0x7A, 0x3400...0x9FFF, 0x20000...0x3FFFF: scalars.append(value)
      default: scalars.append(0)
      }
    }
    return scalars
  }

  static func key(of name: String, kind: UInt64) -> UInt32 {
    var state = seed &+ kind
    for byte in name.utf8 { state = mixed(state, UInt32(byte)) }
    return finished(state)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func collect(_ scalars: Slice<UnsafeBufferPointer<UInt32>>, title: Bool, into grams: inout [Gram]) {
    for start in scalars.indices where scalars[start] != 0 {
      var state = title ? seed &+ 1 : seed
      var at = start
      while at < scalars.endIndex, at < start + longest, scalars[at] != 0 {
        // Chinese and Latin side by side are two words.
        if at > start, (scalars[at] < 0x3400) != (scalars[at - 1] < 0x3400) { break }
        state = mixed(state, scalars[at])
        at += 1
        grams.append(Gram(key: finished(state), start: start, length: at - start))
      }
    }
  }

  @inline(__always) private static func mixed(_ state: UInt64, _ value: UInt32) -> UInt64 {
    (state ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always) private static func finished(_ state: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: (state ^ (state >> 31)) >> 16)
  }
}
