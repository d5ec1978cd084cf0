/// What the identity number's cell says, held against the birthday's.
struct IdentityCell {
  var number: String?
  var kind: String?
  var birth: Day?
  var sex: String?
  var wrong: String?

  /// A number that cannot be right, or that contradicts the birthday, sends the row to a person.
  static func read(_ row: RowCells, birth: Day?, asOf: Day, _ findings: inout RowFindings) -> IdentityCell {
    guard let text = row[.idNumber] else { return IdentityCell() }
    let column = row.header(.idNumber)
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
    if let birth, let inside = reading.birth, birth != inside {
      findings.add(.review, "birth_contradicts_number", row.header(.birth), "出生日期与证件号码不符")
    }
    return IdentityCell(number: number, kind: reading.kind.rawValue, birth: reading.birth, sex: reading.sex)
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
