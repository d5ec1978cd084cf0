/// A sentence folded for reading: full-width letters and digits made narrow, traditional characters simplified, spaces
/// and invisible marks gone, each scalar with its place in what was written.
struct AskText: Sendable {
  let scalars: [Unicode.Scalar]
  /// The place of each scalar, in characters of the original.
  let places: [Int]
  let original: [Character]
  /// The scalars as UTF-8, with the first byte of each scalar (and the end of all), and the scalar that begins at a byte: words
  /// are compared byte by byte.
  private let bytes: [UInt8]
  private let starts: [Int]
  private let scalarAt: [Int]

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var places: [Int] = []
    original = Array(text)
    for (place, character) in original.enumerated() where !character.isWhitespace {
      // 《残疾人证》: the marks of a title say nothing of their own.
      for scalar in character.unicodeScalars where !AskScript.isInvisible(scalar) && !Self.titleMarks.contains(scalar) {
        scalars.append(Self.folded(scalar))
        places.append(place)
      }
    }
    (self.scalars, self.places) = (scalars, places)
    (bytes, starts, scalarAt) = Self.encoded(scalars)
  }

  private static func encoded(_ scalars: [Unicode.Scalar]) -> ([UInt8], [Int], [Int]) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var scalarAt: [Int] = []
    for (place, scalar) in scalars.enumerated() {
      starts.append(bytes.count)
      for byte in String(scalar).utf8 {
        bytes.append(byte)
        scalarAt.append(place)
      }
    }
    return (bytes, starts, scalarAt + [scalars.count])
  }

  private static let titleMarks: Set<Unicode.Scalar> = ["《", "》", "〈", "〉"]

  /// The same folding for a word that is looked for.
  static func fold(_ word: String) -> [Unicode.Scalar] { AskText(word).scalars }

  var count: Int { scalars.count }

  func starts(_ word: [Unicode.Scalar], at start: Int) -> Bool {
    start + word.count <= scalars.count && !word.isEmpty
      && word.indices.allSatisfy { scalars[start + $0] == word[$0] }
  }

  /// The end of the first of these words that stands at `start`; longer ones must come first.
  func end(_ words: [String], at start: Int) -> Int? {
    for word in words {
      if let end = end(word, at: start) { return end }
    }
    return nil
  }

  /// The end of a word that stands at `start`.
  func end(_ word: String, at start: Int) -> Int? {
    guard start < scalars.count else { return nil }
    let (from, length) = (starts[start], word.utf8.count)
    guard length > 0, from + length <= bytes.count else { return nil }
    var at = from
    for byte in word.utf8 {
      guard bytes[at] == byte else { return nil }
      at += 1
    }
    return scalarAt[at]
  }

  /// After one of these words where one stands at `start`, else `start`.
  func skip(_ words: [String], at start: Int) -> Int { end(words, at: start) ?? start }

  /// The place in the original of a stretch of scalars.
  func span(_ range: Range<Int>) -> AskSpan {
    guard let first = places[range].first, let last = places[range].last else {
      return AskSpan(position: 0, length: original.count, text: String(original))
    }
    return AskSpan(position: first, length: last - first + 1, text: String(original[first...last]))
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map(lowered) ?? scalar
    case 0x2010...0x2015, 0x2212, 0x301C, 0x7E: "-"
    case 0x41...0x5A: lowered(scalar)
    case 0x22: "“"
    default: AskScript.simplified(scalar)
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: Unicode.Scalar(UInt8(scalar.value + 0x20))
    case 0x7E: "-"
    default: scalar
    }
  }
}
