/// Which cell styles make a number a day or a time of day, from `styles.xml`.
final class NumberFormats: XMLHandler {
  enum Meaning: Equatable {
    case plain, day, time
    /// Hours that count on beyond 24: `[h]:mm`.
    case elapsed
  }

  private var custom: [Int: Meaning] = [:]
  private var styles: [Meaning] = []
  private var inCellStyles = false

  /// What the style of that number (a cell's `s`) makes of numbers.
  subscript(style: Int) -> Meaning { styles.indices.contains(style) ? styles[style] : .plain }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes.number("numFmtId"), let code = attributes["formatCode"],
      custom.count < 10_000
    {
      custom[id] = NumberFormats.meaning(ofCode: code)
    } else if name == "cellXfs" {
      inCellStyles = true
    } else if name == "xf", inCellStyles, styles.count < 100_000 {
      let id = attributes.number("numFmtId") ?? 0
      styles.append(custom[id] ?? NumberFormats.meaning(ofBuiltIn: id))
    }
  }

  func end(_ name: XMLName) { if name == "cellXfs" { inCellStyles = false } }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// ECMA-376 part 1, 18.8.30, with the ids that Chinese Excel uses for its own date formats.
  static func meaning(ofBuiltIn id: Int) -> Meaning {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 46: .elapsed
    default: .plain
    }
  }

  /// Reads a format code such as `yyyy"年"m"月"d"日";@`: outside quotes, brackets and escapes, y and d make it a day, h and s
  /// without them a time.
  static func meaning(ofCode code: String) -> Meaning {
    var letters = Set<UInt8>()
    var bytes = code.utf8.prefix { $0 != UInt8(ascii: ";") }[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): bytes = bytes.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): bytes = bytes.dropFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }.map { $0 | 0x20 }
        bytes = bytes.dropFirst(inside.count + 1)
        if [[104], [104, 104], [109], [109, 109], [115], [115, 115]].contains(inside) { return .elapsed }
      default: letters.insert(byte | 0x20)
      }
    }
    if letters.contains(UInt8(ascii: "y")) || letters.contains(UInt8(ascii: "d")) { return .day }
    if letters.contains(UInt8(ascii: "h")) || letters.contains(UInt8(ascii: "s")) { return .time }
    return letters.contains(UInt8(ascii: "m")) ? .day : .plain
  }
}
