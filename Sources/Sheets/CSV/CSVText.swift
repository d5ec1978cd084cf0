/// How text stands in a CSV cell so that no spreadsheet program takes it for a formula.
///
/// Cells that begin with `= + - @`, one of these in full width, a tab or a line end are run as formulas by spreadsheets
/// (OWASP, CSV injection), some also after blanks: on the way out they get an apostrophe in front, unless they are plain
/// negative numbers. Reading takes exactly that apostrophe away.
enum CSVText {
  private static let apostrophe = UInt8(ascii: "'")
  private static let quote = UInt8(ascii: "\"")

  /// What a cell means: without our apostrophe, and `="310199"`, by which spreadsheets keep digits as text, as 310199.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    if bytes.first == apostrophe, bytes.withUnsafeBufferPointer(isDangerous) {
      bytes.removeFirst()
    } else if bytes.count > 3, bytes.starts(with: "=\"".utf8), bytes.last == quote,
      !bytes.dropFirst(2).dropLast().contains(quote)
    {
      bytes = bytes.dropFirst(2).dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the text as one cell: defused, and in quotes where it needs them.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to buffer: inout [UInt8]) {
    let isDefused = isDangerous(bytes) && !isNegative(bytes)
    // Other delimiters are quoted too: whoever guesses the delimiter shall not be misled.
    guard bytes.contains(where: { $0 == quote || $0 == 44 || $0 == 59 || $0 == 9 || $0 == 10 || $0 == 13 }) else {
      if isDefused { buffer.append(apostrophe) }
      buffer.append(contentsOf: bytes)
      return
    }
    buffer.append(quote)
    if isDefused { buffer.append(apostrophe) }
    for byte in bytes {
      if byte == quote { buffer.append(quote) }
      buffer.append(byte)
    }
    buffer.append(quote)
  }

  /// Whether it would be run, behind the apostrophes and blanks that it begins with.
  private static func isDangerous(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.firstIndex(where: { $0 != apostrophe && $0 != 0x20 }) else { return false }
    switch bytes[start] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 10, 13: return true
    case 0xEF:
      // ＝ ＋ － ＠ are U+FF1D, U+FF0B, U+FF0D, U+FF20.
      guard start + 2 < bytes.count else { return false }
      let rest = (bytes[start + 1], bytes[start + 2])
      return rest.0 == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(rest.1)
    default: return false
    }
  }

  /// A minus, digits, and perhaps a point and more digits.
  private static func isNegative(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "-") else { return false }
    let parts = bytes.dropFirst().split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }
}
