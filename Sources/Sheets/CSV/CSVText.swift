/// How text stands in a CSV cell so that no spreadsheet program takes it for a formula.
///
/// Cells that begin with `= + - @`, a tab or a return are run as formulas by spreadsheets (OWASP, CSV injection): on the
/// way out they get an apostrophe in front, unless they are plain numbers. Reading takes exactly that apostrophe away.
enum CSVText {
  private static let quote = UInt8(ascii: "'")

  /// What a cell means: without our apostrophe, and `="310199"`, by which spreadsheets keep digits as text, as 310199.
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    if bytes.first == quote, isDangerous(bytes.drop { $0 == quote }) {
      bytes.removeFirst()
    } else if bytes.count > 3, bytes.starts(with: "=\"".utf8), bytes.last == UInt8(ascii: "\""),
      !bytes.dropFirst(2).dropLast().contains(UInt8(ascii: "\""))
    {
      bytes = bytes.dropFirst(2).dropLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same bytes, or with an apostrophe in front.
  static func defused(_ bytes: [UInt8]) -> [UInt8] {
    guard isDangerous(bytes.drop { $0 == quote }), !isNumber(bytes) else { return bytes }
    return [quote] + bytes
  }

  private static func isDangerous(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    return "=+-@\t\r".utf8.contains(first)
  }

  /// A sign, digits, and perhaps a point and more digits.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.first.map { "+-".utf8.contains($0) } == true ? bytes.dropFirst() : bytes[...]
    let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }
}
