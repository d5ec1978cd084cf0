import Identity
import Kernel

/// What one row says of a tag and whom it is put on.
package struct TaggingEntry: Sendable, Equatable {
  package var tag: String
  package var name: String?
  package var idNumber: String?
  /// The number may have been cut by a spreadsheet and pass its check by chance.
  package var mayHaveLostDigits = false
  package var creditCode: String?
  package var birth: Day?
  package var phone: String?
  package var address: String?
  package var since: Day?
  package var until: Day?
  package var evidence: String?

  /// The entry is nil when the row is rejected.
  package static func read(_ row: RowCells, asOf: Day, _ findings: inout RowFindings) -> TaggingEntry? {
    let tag = row.text(.tag, &findings, missing: "没有标签")
    let birth = row.day(.birth, &findings)
    let number = IdentityCell.read(row, asOf: asOf, &findings)
    if let birth, let inside = number.birth, birth != inside {
      findings.add(.review, "birth_contradicts_number", row.header(.birth), "出生日期与证件号码不符")
    }
    var kept: [KeptValue] = []
    if let name = row[.name], NameDoubt.isMasked(name) {
      findings.add(.review, "name_masked", row.header(.name), "姓名有几个字被遮住，请核对是谁")
    }
    let (since, until) = PersonEntry.period(row, &findings)
    guard findings.verdict != .rejected, let tag else { return nil }
    return TaggingEntry(
      tag: tag, name: row[.name].map { (try? PersonName.normalise($0)) ?? $0 }, idNumber: number.number,
      mayHaveLostDigits: number.mayHaveLostDigits,
      creditCode: row[.creditCode].flatMap { Identifier.read($0, for: .creditCode).normalised },
      birth: birth ?? number.birth, phone: row.phone(&kept, &findings), address: row[.address], since: since,
      until: until,
      evidence: row[.evidence])
  }
}
