/// What all short texts of a roster have in common.
package enum PlainText {
  /// Half width, without zero-width characters, every space the plain one, runs of spaces one, none at the ends.
  package static func folded(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !isInvisible(scalar) {
      if isSpace(scalar) {
        if result.last != " " && !result.isEmpty { result.append(" ") }
      } else if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) {
        result.append(half)
      } else {
        result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || (0x09...0x0D).contains(scalar.value) || scalar == "\u{85}"
  }

  /// Zero-width characters, direction marks and the byte order mark, which come along when text is copied.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
