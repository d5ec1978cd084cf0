/// What one row says of a person, read and normalised, before anybody knows who it is.
package struct PersonEntry: Sendable, Equatable {
  package var name: String
  package var sex: String?
  package var birth: Day?
  package var death: Day?
  /// A number that can be right, in its stored form.
  package var idNumber: String?
  package var idKind: String?
  /// A number that cannot, in capitals without spaces: to compare, never to store.
  package var wrongNumber: String?
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
}

extension PersonEntry {
  /// Reads a row of people or tenancies. The entry is nil when the row is rejected.
  package static func read(
    _ row: RowCells, subject: ImportSubject, asOf: Day, _ findings: inout RowFindings
  ) -> PersonEntry? {
    let name = name(row, &findings)
    let address = row.text(.address, &findings, missing: "没有地址")
    let birth = birth(row, asOf, &findings)
    let number = IdentityCell.read(row, birth: birth, asOf: asOf, &findings)
    let sex = row.word(.sex, RosterWords.sex, &findings)
    if let sex, let inside = number.sex, sex != inside {
      findings.add(.review, "sex_contradicts_number", row.header(.sex), "性别与证件号码不符")
    }
    let death = row.day(.death, &findings)
    if let death, let born = birth ?? number.birth, death < born {
      findings.add(.rejected, "death_before_birth", row.header(.death), "死亡日期早于出生日期")
    }
    let (since, until) = period(row, &findings)
    let role = subject == .tenancies ? "tenant" : row.word(.role, RosterWords.role, &findings) ?? "family"
    let entry = PersonEntry(
      name: name ?? "", sex: sex ?? number.sex, birth: birth ?? number.birth, death: death, idNumber: number.number,
      idKind: number.kind, wrongNumber: number.wrong, phone: row.phone(&findings),
      hukou: row.word(.hukou, RosterWords.hukou, &findings), ethnicity: row[.ethnicity], education: row[.education],
      address: address ?? "", role: role, since: since, until: until, remarks: RemarkWords.split(row[.remark]))
    return findings.verdict == .rejected ? nil : entry
  }

  private static func name(_ row: RowCells, _ findings: inout RowFindings) -> String? {
    guard let text = row[.name] else {
      findings.add(.rejected, "name_missing", row.header(.name), "没有姓名")
      return nil
    }
    do {
      return try PersonName.normalise(text)
    } catch {
      findings.add(.rejected, error.code, row.header(.name), error.code == "name_missing" ? "没有姓名" : "姓名看不懂")
      return nil
    }
  }

  private static func birth(_ row: RowCells, _ asOf: Day, _ findings: inout RowFindings) -> Day? {
    guard let birth = row.day(.birth, &findings) else { return nil }
    if birth > asOf {
      findings.add(.rejected, "born_in_future", row.header(.birth), "出生日期晚于 \(asOf)")
      return nil
    }
    if birth.adding(years: 125) < asOf {
      findings.add(.review, "birth_implausible", row.header(.birth), "出生日期过早，请核对")
    }
    return birth
  }

  static func period(_ row: RowCells, _ findings: inout RowFindings) -> (since: Day?, until: Day?) {
    let (since, until) = (row.day(.since, &findings), row.day(.until, &findings))
    if let since, let until, since > until {
      findings.add(.rejected, "period_reversed", row.header(.until), "结束日期早于开始日期")
    }
    return (since, until)
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
}
