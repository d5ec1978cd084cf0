import Identity
import Kernel

/// What the identity number's cell says.
struct IdentityCell {
  var number: String?
  var kind: String?
  var birth: Day?
  var sex: String?
  /// A number that cannot be right, or of which digits are lost: to compare, never to store.
  var wrong: String?
  /// A number with stars in it, as our own lists have it.
  var masked: String?
  /// It ends in 000 and passes its check: one in a thousand does, and so does every eleventh that a spreadsheet has cut.
  var mayHaveLostDigits = false

  /// A number that cannot be right sends the row to a person, as does one that a spreadsheet has had as a number.
  static func read(_ row: RowCells, asOf: Day, _ findings: inout RowFindings) -> IdentityCell {
    guard let text = row[.idNumber] else { return IdentityCell() }
    let column = row.header(.idNumber)
    if row.note(.idNumber) == .longNumber { return IdentityCell(wrong: bare(text)) }
    if NameDoubt.isMasked(text) {
      findings.add(.review, "id_number_masked", column, "证件号码有几位被遮住，不能当作号码导入")
      return IdentityCell(masked: Masking.coarser(text.replacing("＊", with: "*")))
    }
    let reading = Identifier.read(text, for: .document, on: asOf)
    guard reading.valid, let number = reading.normalised else {
      let code = reading.warnings.first?.prefix { $0 != ":" } ?? "unknown"
      findings.add(.review, "id_number_\(code)", column, words(String(code)))
      return IdentityCell(wrong: bare(text))
    }
    guard accepted.contains(reading.kind) else {
      findings.add(.review, "id_number_kind", column, "这不是个人证件号码")
      return IdentityCell(wrong: bare(text))
    }
    return IdentityCell(
      number: number, kind: reading.kind.rawValue, birth: reading.birth, sex: reading.sex,
      mayHaveLostDigits: number.utf8.count == 18 && number.hasSuffix("000"))
  }

  private static let accepted: Set<Identifier.Kind> = [
    .residentIdentity, .hmtResidencePermit, .hmTravelPermit, .twTravelPermit, .foreignPermanentOld,
    .foreignPermanentNew, .passport,
  ]

  /// The number's own reasons may show digits, so each has a sentence of its own here.
  private static func words(_ code: String) -> String {
    switch code {
    case "check_digit": "证件号码校验位不符"
    case "birth_date": "证件号码里的出生日期不可能"
    case "length": "证件号码位数不对"
    case "scientific": "证件号码被表格软件写成了科学计数法，末几位已丢失"
    default: "证件号码看不懂"
    }
  }

  private static func bare(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.uppercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      ))
  }
}
