import Foundation

// Which characters make a bare word, and what must be quoted: shared by lexer and printer.

extension FilterLexer {
  /// Letters, marks and digits of any script, `_`, `-`, `:`, `+` and the dot inside foreign names (·).
  static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x3A, 0x2B, 0xB7: true
    case 0..<0x80: false
    case 0x3400...0x9FFF: true
    default: Unicode.Scalar(scalar).map { isLetter($0.properties) } ?? false
    }
  }

  private static func isLetter(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
  }

  /// The scalar that begins at `index` of valid UTF-8, and its length in bytes.
  static func scalar(_ bytes: [UInt8], at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    func tail(_ step: Int) -> UInt32 { UInt32(bytes[index + step] & 0x3F) }
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0x80..<0xE0: return (UInt32(first & 0x1F) << 6 | tail(1), 2)
    case 0xE0..<0xF0: return (UInt32(first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: return (UInt32(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// The text in Unicode's composed form (NFC), as the tables hold it. Chinese and ASCII are so already and cost nothing.
  static func composed(_ bytes: some Collection<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    // Below U+0300 and among the unified ideographs (lead bytes E4 to E9) nothing ever recomposes.
    let plain = bytes.allSatisfy { $0 < 0xC0 || $0 <= 0xCB || (0xE4...0xE9).contains($0) }
    return plain ? text : text.precomposedStringWithCanonicalMapping
  }
}

/// Which words stand by themselves in a question.
package enum FilterWords {
  /// Whether a value can be written without quotes.
  package static func isBare(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, !isKeyword(text) else { return false }
    var index = 0
    var afterWord = false
    while index < bytes.count {
      let (scalar, length) = FilterLexer.scalar(bytes, at: index)
      let word = FilterLexer.isWord(scalar)
      guard word || (scalar == 0x2E && afterWord && index + 1 < bytes.count) else { return false }
      afterWord = word
      index += length
    }
    return true
  }

  /// Whether a dataset or one of its fields may be called so: lower-case ASCII letters, digits and `_`, a letter
  /// first, and no word of the language.
  package static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), !isKeyword(text), text != "tag" else {
      return false
    }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }

  private static func isKeyword(_ text: String) -> Bool { Keyword(rawValue: text.lowercased()) != nil }

  /// The value as it stands in a question, in quotes if it must be.
  package static func written(_ text: String) -> String {
    if isBare(text) { return text }
    let escaped = text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
