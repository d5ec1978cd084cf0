import FilterLanguage
import Identity
import Kernel

/// What one row says of a person, read and normalised, before anybody knows who it is.
package struct PersonEntry: Sendable, Equatable {
  /// Whether the name's cell holds a name.
  package enum NameState: Sendable, Equatable {
    case whole
    /// With stars in it, as our own lists have it: who is meant may be found, but it is nobody's name.
    case masked
    /// With something else in it, or of several people: to be corrected before anybody gets it as a name.
    case unusable
  }

  package var name: String
  package var nameState = NameState.whole
  package var sex: String?
  package var birth: Day?
  package var death: Day?
  /// A number that can be right, in its stored form.
  package var idNumber: String?
  package var idKind: String?
  /// The number may have been cut by a spreadsheet and pass its check by chance.
  package var mayHaveLostDigits = false
  /// A number that cannot be right, in capitals without spaces: to compare, never to store.
  package var wrongNumber: String?
  /// A number with stars in it: to compare with what is shown of others.
  package var maskedNumber: String?
  package var phone: String?
  package var hukou: String?
  package var ethnicity: String?
  package var education: String?
  package var address: String
  /// owner, family or tenant.
  package var role: String
  package var since: Day?
  /// The first day on which the link to the house holds no more.
  package var until: Day?
  /// The words of the remarks column.
  package var remarks: [String]
  /// What the row says and no column of the database holds, by field: further telephones, a year without a day. It stays
  /// visible beside the person.
  package var kept: [KeptValue] = []

  /// Whether something of our own masked lists stands where a value should.
  package var isMasked: Bool { nameState == .masked || maskedNumber != nil }
}

/// A value that stays visible beside a row without being its value.
package struct KeptValue: Sendable, Hashable {
  package let field: String
  package let value: String

  package init(_ field: String, _ value: String) { (self.field, self.value) = (field, value) }
}

extension PersonEntry {
  /// Reads a row of people or tenancies. The entry is nil when the row is rejected.
  package static func read(
    _ row: RowCells, subject: ImportSubject, asOf: Day, _ findings: inout RowFindings
  ) -> PersonEntry? {
    let (name, nameState) = PersonNameCell.read(row, &findings)
    let address = row.text(.address, &findings, missing: "没有地址")
    let number = IdentityCell.read(row, asOf: asOf, &findings)
    var kept: [KeptValue] = []
    let birth = BirthCell.read(row, number, asOf, &kept, &findings)
    let sex = row.word(.sex, RosterWords.sex, &kept, &findings)
    if let sex, let inside = number.sex, sex != inside {
      findings.add(.review, "sex_contradicts_number", row.header(.sex), "性别与证件号码不符")
    }
    let death = row.day(.death, &findings)
    if let death, let born = birth, death < born {
      findings.add(.rejected, "death_before_birth", row.header(.death), "死亡日期早于出生日期")
    }
    let (since, until) = period(row, &findings)
    let role = subject == .tenancies ? "tenant" : row.word(.role, RosterWords.role, &kept, &findings) ?? "family"
    if let said = row[.role], RosterWords.role[said] == "family", !RosterWords.anyFamily.contains(said) {
      kept.append(KeptValue("relation", said))
    }
    let entry = PersonEntry(
      name: name, nameState: nameState, sex: sex ?? number.sex, birth: birth, death: death, idNumber: number.number,
      idKind: number.kind, mayHaveLostDigits: number.mayHaveLostDigits, wrongNumber: number.wrong,
      maskedNumber: number.masked, phone: row.phone(&kept, &findings),
      hukou: row.word(.hukou, RosterWords.hukou, &kept, &findings), ethnicity: row[.ethnicity],
      education: row[.education], address: address ?? "", role: role, since: since, until: until,
      remarks: RemarkWords.split(row[.remark]) + RemarkWords.politics(row[.politics]), kept: kept + use(row))
    return findings.verdict == .rejected ? nil : entry
  }

  private static func use(_ row: RowCells) -> [KeptValue] { row[.use].map { [KeptValue("use", $0)] } ?? [] }

  package static func period(_ row: RowCells, _ findings: inout RowFindings) -> (since: Day?, until: Day?) {
    let (since, until) = (row.day(.since, &findings), row.day(.until, &findings))
    if let since, let until, since > until {
      findings.add(.rejected, "period_reversed", row.header(.until), "结束日期早于开始日期")
    }
    return (since, until)
  }
}

/// What the name's cell says.
enum PersonNameCell {
  static func read(_ row: RowCells, _ findings: inout RowFindings) -> (name: String, state: PersonEntry.NameState) {
    guard let text = row[.name] else {
      findings.add(.rejected, "name_missing", row.header(.name), "没有姓名")
      return ("", .unusable)
    }
    if NameDoubt.isMasked(text) {
      findings.add(.review, "name_masked", row.header(.name), "姓名有几个字被遮住，不能当作姓名导入")
      return (text.replacing("＊", with: "*").filter { !$0.isWhitespace }, .masked)
    }
    if let doubt = NameDoubt.of(text) {
      findings.add(doubt.isNobody ? .rejected : .review, doubt.code, row.header(.name), doubt.detail)
      return ((try? PersonName.normalise(text)) ?? "", doubt.isUsable ? .whole : .unusable)
    }
    do {
      return (try PersonName.normalise(text), .whole)
    } catch {
      findings.add(.rejected, error.code, row.header(.name), error.code == "name_missing" ? "没有姓名" : "姓名看不懂")
      return ("", .unusable)
    }
  }
}

/// What the birthday's cell says, held against the identity number. A date that was read out of the number confirms nothing.
enum BirthCell {
  static func read(
    _ row: RowCells, _ number: IdentityCell, _ asOf: Day, _ kept: inout [KeptValue], _ findings: inout RowFindings
  ) -> Day? {
    let column = row.header(.birth)
    switch row.date(.birth, &findings) {
    case nil: return number.birth
    case .partial(let partial, let text):
      guard let inside = number.birth else {
        findings.add(.review, "birth_partial", column, "出生日期没有写到日，请补全")
        kept.append(KeptValue(ImportField.birth.rawValue, text))
        return nil
      }
      if partial.holds(inside) {
        findings.add(.sound, "birth_from_number", column, "出生日期没有写到日，按证件号码登记")
      } else {
        findings.add(.review, "birth_contradicts_number", column, "出生日期与证件号码不符")
      }
      return inside
    case .day(let birth):
      if birth > asOf {
        findings.add(.rejected, "born_in_future", column, "出生日期晚于 \(asOf)")
        return nil
      }
      if birth.adding(years: 125) < asOf { findings.add(.review, "birth_implausible", column, "出生日期过早，请核对") }
      if let inside = number.birth, birth != inside {
        findings.add(.review, "birth_contradicts_number", column, "出生日期与证件号码不符")
      }
      return birth
    }
  }
}

/// The remarks column: words between 、 , ; / and spaces.
package enum RemarkWords {
  package static func split(_ text: String?) -> [String] {
    guard let text else { return [] }
    var words: [String] = []
    for part in text.split(whereSeparator: { "、，,;；/|\n\r\t ＋+　".contains($0) }) {
      let word = String(part)
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  /// 政治面貌: party members by the tag's own name, anything else as it stands.
  package static func politics(_ text: String?) -> [String] {
    guard let text else { return [] }
    if ["中共党员", "党员", "中国共产党党员", "中共正式党员"].contains(text) { return ["党员"] }
    return [text]
  }
}
