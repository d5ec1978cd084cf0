/// Percent-encoding (RFC 3986).
enum PercentDecoding {
  /// The text meant in a query or a form, where `+` is a space; nil for a broken escape, NUL, or bytes that are no UTF-8.
  static func decode(_ text: Substring) -> String? { decode(text, plus: UInt8(ascii: " ")) }

  /// The same in a path, where `+` is itself.
  static func decodePath(_ text: Substring) -> String? { decode(text, plus: UInt8(ascii: "+")) }

  private static func decode(_ text: Substring, plus: UInt8) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(plus)
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
