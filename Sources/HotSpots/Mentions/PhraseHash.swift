/// One number for a word and what sort of word it is; never 0.
enum PhraseHash {
  enum Sort: UInt32 {
    case thing = 1
    case name, room, floor
  }

  static func hash(_ sort: Sort, _ word: String) -> UInt32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(sort.rawValue)
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let folded = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    // The lowest bits tell whether the word means something only inside a house or compound.
    let isInside = sort == .room || sort == .floor
    return (folded & ~1) | (isInside ? 1 : 0) | 2
  }

  /// A room or floor: it names nothing outside of its building.
  @inline(__always)
  static func isInside(_ hash: UInt32) -> Bool { hash & 1 == 1 }
}
