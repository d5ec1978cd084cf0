import Identity
import Kernel

/// Who a row is about.
package enum PersonMatch: Sendable, Equatable {
  case new
  case sure(ExistingPerson)
  /// For a person to decide, with who it may be, likeliest first.
  case doubtful([ExistingPerson], [RowReason])
}

/// Everybody whom a row may be about.
package struct PersonCandidates: Sendable {
  /// Who has the row's identity number.
  package var byNumber: ExistingPerson?
  /// Those of the same name with a link to the row's house.
  package var inHouse: [ExistingPerson] = []
  /// Those with a link to the house, born on the same day, whose name is nearly the row's.
  package var near: [ExistingPerson] = []
  /// Those of the same name and birth date, or the same name and phone, wherever they live.
  package var elsewhere: [ExistingPerson] = []

  package init(
    byNumber: ExistingPerson?, inHouse: [ExistingPerson], near: [ExistingPerson] = [], elsewhere: [ExistingPerson]
  ) {
    (self.byNumber, self.inHouse, self.near, self.elsewhere) = (byNumber, inHouse, near, elsewhere)
  }
}

extension PersonEntry {
  /// Decides who the row is about.
  ///
  /// For sure: the same valid number and the same name; or name, birth date and house, unless both have numbers and they
  /// differ. Likely, hence for a person to decide: one number under two names, the same name in the house with another or no
  /// birth date, nearly the same name there with the same birth date, or elsewhere in the committee (or with the same
  /// phone) the same name and birth date. One phone alone, or one address, makes nobody the same.
  package func match(_ candidates: PersonCandidates, committee: Int64, row: RowCells) -> PersonMatch {
    if let held = candidates.byNumber { return matchByNumber(held, row) }
    if wrongNumber != nil { return matchByWrongNumber(candidates, row) }
    let possible = candidates.inHouse.filter { !contradicts($0) }
    let exact = possible.filter { isExact($0) }
    if exact.count == 1, let held = exact.first { return matchExact(held, row) }
    if exact.count > 1 {
      return .doubtful(exact, [reason("several_alike", .name, "此处有多名同名同生日的人", row)])
    }
    if !possible.isEmpty { return .doubtful(possible, possible.map { likeness($0, row) }.uniqued) }
    let slips = candidates.near.filter { !contradicts($0) }
    if !slips.isEmpty {
      return .doubtful(slips, [reason("name_one_slip", .name, "同住址同生日的人，姓名只差一点，可能是同一人", row)])
    }
    let near = candidates.elsewhere.filter { !contradicts($0) && isLikely($0, committee) }
    if near.isEmpty { return .new }
    return .doubtful(near, [reason("same_person_elsewhere", .address, "同名同生日的人已登记在另一处", row)])
  }

  private func matchByNumber(_ held: ExistingPerson, _ row: RowCells) -> PersonMatch {
    if NameLikeness(held.name, name) == .same { return .sure(held) }
    return .doubtful([held], [reason("name_contradicts_number", .name, "该证件号码已登记，但姓名不同", row)])
  }

  private func matchExact(_ held: ExistingPerson, _ row: RowCells) -> PersonMatch {
    if let sex, let known = held.sex, sex != known {
      return .doubtful([held], [reason("sex_differs", .sex, "同名同生日同住址，但性别不同", row)])
    }
    if idNumber != nil, held.idNumber != nil {
      return .doubtful([held], [reason("other_document", .idNumber, "同名同生日同住址，但证件种类不同", row)])
    }
    return .sure(held)
  }

  /// A number that fails never decides; it may point at whom it was copied from.
  private func matchByWrongNumber(_ candidates: PersonCandidates, _ row: RowCells) -> PersonMatch {
    let all = (candidates.inHouse + candidates.near + candidates.elsewhere).uniqued(by: \.id)
    let slips = all.filter { held in
      held.idNumber.map { SlipOfThePen.isOneSlip(Array($0.utf8), Array((wrongNumber ?? "").utf8)) } ?? false
    }
    let others = all.filter { held in !slips.contains { $0.id == held.id } }
    let reasons = slips.isEmpty ? [] : [reason("id_number_one_slip", .idNumber, "与一名同名居民的号码只差一处", row)]
    return .doubtful(slips + others, reasons)
  }

  /// Whether somebody of the house may be meant although the name is spelled otherwise: born on the same day, not of the
  /// other sex, and the name a slip away. One other character is a slip where the telephone is the same, or else a sister.
  package func isNear(name other: String, birth: Day?, sex: String?, phone known: () throws -> String?) rethrows -> Bool
  {
    guard let birth, birth == self.birth, self.sex == nil || sex == nil || self.sex == sex else { return false }
    switch NameLikeness(other, name) {
    case .slip: return true
    case .oneApart: return try phone != nil && phone == known()
    case .same, .other: return false
    }
  }

  /// Two valid numbers of one kind that differ are two people, whatever else agrees.
  private func contradicts(_ held: ExistingPerson) -> Bool {
    guard let idNumber, let other = held.idNumber else { return false }
    return idNumber != other && idKind == held.idKind
  }

  /// The same birth date, or one that was said of this person before: whoever merged the two has decided that.
  private func isExact(_ held: ExistingPerson) -> Bool {
    guard let birth else { return isNothingMore(than: held) }
    return held.birth == birth || held.claims.has(ImportField.birth.rawValue, birth.description)
  }

  /// A row without birth date is the same row again when it says nothing that is not held already.
  private func isNothingMore(than held: ExistingPerson) -> Bool {
    held.birth == nil && idNumber == held.idNumber && phone == held.phone
  }

  private func isLikely(_ held: ExistingPerson, _ committee: Int64) -> Bool {
    let samePhone = phone != nil && phone == held.phone
    guard let birth, let other = held.birth else { return samePhone }
    if birth == other { return samePhone || held.occupancies.contains { $0.committee == committee } }
    return samePhone && SlipOfThePen.isOneSlip(Array(birth.description.utf8), Array(other.description.utf8))
  }

  private func likeness(_ held: ExistingPerson, _ row: RowCells) -> RowReason {
    guard let birth, let other = held.birth else {
      return reason("birth_missing", .birth, "此处有同名的人，但一方没有出生日期", row)
    }
    if birth == other { return reason("other_document", .idNumber, "同名同生日同住址，但证件种类不同", row) }
    if SlipOfThePen.isOneSlip(Array(birth.description.utf8), Array(other.description.utf8)) {
      return reason("birth_one_slip", .birth, "此处有同名的人，出生日期只差一处", row)
    }
    return reason("same_name_in_house", .name, "此处有同名的人，出生日期不同", row)
  }

  private func reason(_ code: String, _ field: ImportField, _ detail: String, _ row: RowCells) -> RowReason {
    RowReason(code, row.header(field), detail)
  }
}

extension Array where Element == RowReason {
  fileprivate var uniqued: [RowReason] { uniqued(by: \.code) }
}
