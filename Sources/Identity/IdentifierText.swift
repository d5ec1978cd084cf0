/// The text of a number without what typing, copying and spreadsheets add to it.
///
/// Full width becomes half width, letters upper case; spaces, zero-width characters and the apostrophe by which a
/// spreadsheet keeps a number as text go away, as does a trailing `.0`. A character that no number has becomes `?`.
package struct IdentifierText {
  /// With dashes, all of one kind: `021-12345678-801`.
  let marks: [UInt8]
  /// Without dashes.
  let compact: [UInt8]

  init(_ text: String) {
    var marks: [UInt8] = []
    marks.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let byte = IdentifierText.fold(scalar) { marks.append(byte) }
    }
    IdentifierText.dropDecimals(&marks)
    self.marks = marks
    compact = marks.filter { $0 != UInt8(ascii: "-") }
  }

  /// The exponent when the number is in scientific notation, `3.10199E+17`.
  var scientificExponent: Int? {
    guard let letter = marks.firstIndex(of: UInt8(ascii: "E")), letter > 0, marks[0].isDigit else { return nil }
    let mantissa = marks[..<letter]
    var exponent = marks[(letter + 1)...]
    guard mantissa.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }),
      mantissa.contains(UInt8(ascii: ".")) || letter == 1
    else { return nil }
    if exponent.first == UInt8(ascii: "+") { exponent.removeFirst() }
    guard (1...3).contains(exponent.count), exponent.allSatisfy(\.isDigit) else { return nil }
    return Int(String(decoding: exponent, as: UTF8.self))
  }

  /// `13812345678.0` is what a program made of a cell that it took for a number.
  private static func dropDecimals(_ marks: inout [UInt8]) {
    guard let point = marks.lastIndex(of: UInt8(ascii: ".")), point > 0, point < marks.count - 1,
      marks[..<point].allSatisfy(\.isDigit), marks[(point + 1)...].allSatisfy({ $0 == UInt8(ascii: "0") })
    else { return }
    marks.removeSubrange(point...)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: nil
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: nil
    case 0x22, 0x27, 0x60, 0xB4, 0x2018...0x201F, 0xFF02, 0xFF07: nil
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D, 0x30FC, 0x5F, 0xFF3F, 0x8F6C: UInt8(ascii: "-")
    case 0xD7, 0x2169, 0x2179, 0x0425, 0x0445: UInt8(ascii: "X")
    case 0x61...0x7A: UInt8(scalar.value - 0x20)
    case 0x21...0x7E: UInt8(scalar.value)
    case 0xFF41...0xFF5A: UInt8(scalar.value - 0xFEE0 - 0x20)
    case 0xFF01...0xFF5E: UInt8(scalar.value - 0xFEE0)
    case 0x3001, 0xFF64: UInt8(ascii: ",")
    default: UInt8(ascii: "?")
    }
  }
}

extension UInt8 {
  /// An ASCII digit.
  var isDigit: Bool { self >= 48 && self <= 57 }
  /// An ASCII capital letter.
  var isCapital: Bool { self >= 65 && self <= 90 }
}
