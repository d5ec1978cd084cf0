/// Text in XLSX: `_x000D_` stands for a character that XML cannot hold (ECMA-376, ST_Xstring).
enum XLSXText {
  static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let scalar = escaped(bytes[index...].prefix(7)) {
        result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Text that happens to look like such an escape, made to mean itself. The last `_` need not be there: the writer escapes
  /// control characters itself, and one of those may follow.
  static func escaping(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)[...]
    var result: [UInt8] = []
    for index in bytes.indices {
      if escaped(bytes[index...].prefix(6) + [UInt8(ascii: "_")]) != nil { result.append(contentsOf: "_x005F".utf8) }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == 7, bytes.starts(with: "_x".utf8), bytes.last == UInt8(ascii: "_") else { return nil }
    let digits = bytes.dropFirst(2).dropLast()
    guard !digits.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
  }
}
