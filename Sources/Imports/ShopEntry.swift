import FilterLanguage
import Identity
import Kernel
import Registry

/// What one row says of a shop or company.
package struct ShopEntry: Sendable, Equatable {
  package var name: String
  package var creditCode: String?
  package var address: String
  package var kind: String?
  package var category: String?
  package var status: String?
  package var opened: Day?
  package var licenceUntil: Day?
  package var closes: String?
  package var contact: String?
  package var phone: String?
  package var remarks: [String]
  /// What the row says and no column of the database holds.
  package var kept: [KeptValue] = []

  /// The entry is nil when the row is rejected.
  package static func read(_ row: RowCells, _ findings: inout RowFindings) -> ShopEntry? {
    let name = row.text(.name, &findings, missing: "没有名称")
    let address = row.text(.address, &findings, missing: "没有地址")
    let code = creditCode(row, &findings)
    var kept: [KeptValue] = []
    let entry = ShopEntry(
      name: name ?? "", creditCode: code, address: address ?? "",
      kind: row.word(.kind, RosterWords.shopKind, &kept, &findings), category: row[.category],
      status: row.word(.status, RosterWords.shopStatus, &kept, &findings), opened: row.day(.opened, &findings),
      licenceUntil: row.day(.licenceUntil, &findings), closes: closes(row, &findings), contact: contact(row, &findings),
      phone: row.phone(&kept, &findings), remarks: RemarkWords.split(row[.remark]), kept: kept)
    return findings.verdict == .rejected ? nil : entry
  }

  private static func contact(_ row: RowCells, _ findings: inout RowFindings) -> String? {
    guard let text = row[.contact] else { return nil }
    guard !NameDoubt.isMasked(text) else {
      findings.add(.sound, "contact_masked", row.header(.contact), "姓名有几个字被遮住，未导入")
      return nil
    }
    return text
  }

  /// A code that fails its check is for a person to look at, though some early ones were issued so.
  private static func creditCode(_ row: RowCells, _ findings: inout RowFindings) -> String? {
    guard let text = row[.creditCode], row.note(.creditCode) != .longNumber else { return nil }
    let reading = Identifier.read(text, for: .creditCode)
    guard let code = reading.normalised else {
      findings.add(.review, "credit_code_wrong", row.header(.creditCode), "统一社会信用代码不对")
      return nil
    }
    if reading.warnings.contains(where: { $0.hasPrefix("check_digit") }) {
      findings.add(.review, "credit_code_check_digit", row.header(.creditCode), "统一社会信用代码校验位不符")
    }
    return code
  }

  /// `22:30`, `22:30:00`, `次日2:00` is 26:00.
  private static func closes(_ row: RowCells, _ findings: inout RowFindings) -> String? {
    guard let text = row[.closes] else { return nil }
    let next = text.contains("次日") || text.contains("凌晨")
    let parts = text.split { !$0.isNumber || !$0.isASCII }.compactMap { Int($0) }
    guard let hour = parts.first, (0...29).contains(hour), case let minute = parts.count > 1 ? parts[1] : 0,
      (0...59).contains(minute)
    else {
      findings.add(.sound, "unreadable_time", row.header(.closes), "看不懂时间「\(text.prefix(20))」，该列未导入")
      return nil
    }
    let counted = next && hour < 6 ? hour + 24 : hour
    return (counted < 10 ? "0" : "") + "\(counted):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

/// What the database holds of a shop.
package struct ExistingShop: Sendable, Equatable {
  package var id: Int64
  package var name: String
  package var creditCode: String?
  package var kind: String
  package var category: String?
  package var status: String?
  package var opened: Day?
  package var licenceUntil: Day?
  package var closes: String?
  package var contact: String?
  package var phone: String?
  package var source: String
  /// Houses that it has a link to on the roster's day or later.
  package var houses: Set<Int64> = []
  /// Houses that it has left by then.
  package var left: Set<Int64> = []
  package var claims: Set<ExistingClaim> = []
  package var tags: Set<Int64> = []

  package init(id: Int64, name: String, kind: String, source: String) {
    (self.id, self.name, self.kind, self.source) = (id, name, kind, source)
  }
}

extension ShopEntry {
  package func merged(
    into held: ExistingShop, house: Int64, source: String, isRepeated: Bool, remarks: [String]
  ) -> ExistingShop {
    var shop = held
    var merge = FieldMerge(source: source, heldSource: held.source, isRepeated: isRepeated, claims: held.claims)
    shop.name = merge.settle(.name, held.name, name) ?? name
    if held.creditCode == nil { shop.creditCode = creditCode }
    shop.kind = merge.settle(.kind, held.kind, kind) ?? held.kind
    shop.category = merge.settle(.category, held.category, category)
    shop.status = merge.settle(.status, held.status, status)
    shop.opened = merge.settle(.opened, held.opened, opened) { $0.description }
    shop.licenceUntil = merge.settle(.licenceUntil, held.licenceUntil, licenceUntil) { $0.description }
    shop.closes = merge.settle(.closes, held.closes, closes)
    shop.contact = merge.settle(.contact, held.contact, contact, shown: Masking.name)
    shop.phone = merge.settle(.phone, held.phone, phone)
    if ImportSource.rank(source) > ImportSource.rank(held.source) { shop.source = source }
    // A shop that has left and is listed as closed is not back.
    if !held.left.contains(house) || status != "歇业" {
      shop.houses.insert(house)
      shop.left.remove(house)
    }
    for remark in remarks { merge.claim("remark", remark, source) }
    for value in kept { merge.claim(value.field, value.value, source) }
    shop.claims = merge.claims
    return shop
  }
}
